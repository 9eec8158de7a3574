import { send } from "./newsroom.ts";

export type Asked = Partial<Record<"q" | "section" | "from" | "to" | "sort" | "truoc", string>>;

export function makeSearchPath(asked: Asked): string {
  return `/tim-kiem?${new URLSearchParams(asked)}`;
}

export async function readResultPage(asked: Asked): Promise<string> {
  const response = await send(makeSearchPath(asked));
  if (response.status !== 200) throw new Error(`${JSON.stringify(asked)}: ${response.status}`);
  return response.text();
}

/** Titles of the results, in order, without <mark>. */
export function titlesIn(page: string): string[] {
  const [list = ""] = /<ol class="results">[^]*<\/ol>/.exec(page) ?? [];
  const titles = list.matchAll(/<h2 class="card-title">\s*<a [^>]*>([^]*?)<\/a>/g);
  return Array.from(titles, ([, title = ""]) => title.replace(/<\/?mark>/g, ""));
}

export async function titles(asked: Asked): Promise<string[]> {
  return titlesIn(await readResultPage(asked));
}

/** The titles on each page of the results. */
export async function allTitles(asked: Asked): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | null = makeSearchPath(asked); next !== null;) {
    const page: string = await (await send(next)).text();
    pages.push(titlesIn(page));
    next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? null;
  }
  return pages;
}

export function status(page: string): string {
  return /role="status">\s*<p>([^<]*)/.exec(page)?.[1] ?? "";
}
