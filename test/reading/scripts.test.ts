import { expect, it } from "vitest";
import { firstPaintScript, readingScript } from "../../src/html/scripts.ts";
import { addSections, send } from "../support/newsroom.ts";

const scripts = [firstPaintScript, readingScript];

async function compressedSize(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

it("all script there is weighs under 4 KB, what holds up the first paint under 400 bytes", async () => {
  const sizes = await Promise.all(scripts.map(({ text }) => compressedSize(text)));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(4 * 1024);
  expect(firstPaintScript.text.length).toBeLessThan(400);
});

it("no script looks behind in a pattern: older Safari would refuse the whole file", () => {
  for (const { text } of scripts) expect(text).not.toMatch(/\(\?<[=!]/);
});

it("GET / names the script by its hash, and the policy allows script of our own and none inline", async () => {
  await addSections("tin-tuc");
  const answer = await send("/");
  const page = await answer.text();
  for (const { path } of scripts) expect(page).toContain(`src="${path}"`);
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("unsafe");
});

it.each(scripts)("GET /js/$name-<hash>.js is kept for ever", async ({ path, text }) => {
  const answer = await send(path);
  expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(await answer.text()).toBe(text);
});

it("GET /js/reading-<former hash>.js gives the file of today, and nobody keeps it", async () => {
  const answer = await send("/js/reading-0123456789.js");
  expect(await answer.text()).toBe(readingScript.text);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

it.each(["/js/else-0123456789.js", "/js/reading.js", "/js/reading-0123456789.js.map"])(
  "GET %s is 404",
  async (path) => expect((await send(path)).status).toBe(404),
);
