import { send } from "./newsroom.ts";

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
