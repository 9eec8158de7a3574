/** Where a page of the newsroom's articles ended, newest first: the next one begins after it. */
export type ArticlePlace = { createdAt: number; id: string };

/** A place as it stands in an address. */
export function articleCursorOf({ createdAt, id }: ArticlePlace): string {
  return `${createdAt}.${id}`;
}

/** The place that a cursor names, or null when nothing of ours looks like it. */
export function articlePlaceOf(cursor: string): ArticlePlace | null {
  const match = /^(\d{1,15})\.([0-9a-z]{1,32})$/.exec(cursor);
  return match === null ? null : { createdAt: Number(match[1]), id: match[2] ?? "" };
}
