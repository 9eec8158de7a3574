import { send } from "./newsroom.ts";

export async function readText(path: string): Promise<string> {
  return (await send(path)).text();
}

type FeedItem = {
  url: string;
  content_html: string;
  image?: string;
  _ban_tin: Record<string, unknown> & { photos: Record<string, unknown>[] };
};

/** The item of an article in the first page of the JSON Feed. */
export async function readFeedItem(slug: string): Promise<FeedItem | undefined> {
  const { items } = JSON.parse(await readText("/feed.json")) as { items: FeedItem[] };
  return items.find(({ url }) => url.endsWith(`/${slug}`));
}

/** The NewsArticle in the linked data of a page. */
export function readNewsArticle(page: string): Record<string, unknown> {
  const blocks = [...page.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
  const data = blocks.map(([, text = ""]) => JSON.parse(text) as Record<string, unknown>);
  return data.find((one) => one["@type"] === "NewsArticle") ?? {};
}

/** The titles of the articles that a page lists, in order. */
export async function titlesOn(path: string): Promise<string[]> {
  const response = await send(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return [...(await response.text()).matchAll(/class="card-title"><a [^>]*>([^<]*)</g)].map(
    ([, title]) => title ?? "",
  );
}

/** Requests pages so that the edge cache has them. */
export async function fillCache(paths: string[]): Promise<void> {
  for (const path of paths) {
    await (await send(path)).text();
    if (!(await isCached(path))) throw new Error(`${path} is not cached`);
  }
}

export async function isCached(path: string): Promise<boolean> {
  const response = await send(path);
  await response.text();
  return response.headers.get("cf-cache-status") === "HIT";
}
