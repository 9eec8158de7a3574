import { keepAnswers } from "./seed-store.ts";
import type { BenchServer } from "./bench-server.ts";

/** The pages that are measured. The article is the reference article, with six photos. */
export const pages = {
  article: "/bai-viet/tong-ket-cong-tac-xay-dung-dang-nam-2020-va-phuong-huong-nhiem-vu-nam-2021",
  front: "/",
  section: "/chuyen-muc/xay-dung-dang",
  feed: "/feed.json",
} as const;

/** Headers that the runtime writes by itself. */
const ofTheRuntime = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

/** Stores the answers of our Worker for both yardsticks, and prints their headers. */
export async function keepYardsticks({ origins, yardstick }: BenchServer): Promise<void> {
  const answers = [];
  for (const path of Object.values(pages)) {
    // The second request is answered from the memory of the stand-in, as later ones are.
    await (await fetch(origins.cached + path)).bytes();
    const response = await fetch(origins.cached + path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const headers = [...response.headers].filter(([name]) => !ofTheRuntime.has(name));
    answers.push({ path, headers, body: await response.text() });
  }
  await keepAnswers(yardstick, answers);
  console.log(`\nBoth yardsticks return our bytes and headers, such as for ${pages.front}:`);
  for (const [name, value] of answers.find(({ path }) => path === pages.front)?.headers ?? []) {
    console.log(`  ${name}: ${value.length > 90 ? `${value.slice(0, 90)}…` : value}`);
  }
}
