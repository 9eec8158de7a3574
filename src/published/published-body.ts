import type { BodyPhoto, PublishedBody, PublishedArticle, PublishedLead } from "./published.ts";

/** What to put before addresses without origin: `origin` before "/…", `page` before "#…". */
export type AddressPrefixes = { origin: string; page: string };

/** The tags of players, which work on the page only: the poster inside and the link below stay. Authors cannot write a tag. */
const players = /<\/?(?:video|audio|track)\b[^>]*>/g;

/** The body's HTML with these prefixes and without players. With `writePhoto`, what it returns stands instead of each photo's element. */
export function rewriteBody(
  { html, addresses, photos }: PublishedBody,
  { origin, page }: AddressPrefixes,
  writePhoto: ((photo: BodyPhoto) => string) | null = null,
): string {
  const replaced = writePhoto === null ? [] : photos;
  let written = "";
  let done = 0;
  let next = 0;
  for (const at of [...addresses, html.length]) {
    for (
      let photo = replaced[next];
      photo !== undefined && photo.start <= at;
      photo = replaced[++next]
    ) {
      written += html.slice(done, photo.start) + (writePhoto?.(photo) ?? "");
      done = photo.end;
    }
    if (at < done || at === html.length) continue;
    written += html.slice(done, at) + (html.charAt(at) === "#" ? page : origin);
    done = at;
  }
  return (written + html.slice(done)).replace(players, "");
}

/**
 * The lead photo where it is shown above the text. Null if the body shows it: then the article page, feeds, paper and downloads
 * show it once, in its place in the text. Lists and share images use the lead photo in both cases.
 */
export function choosePhotoAboveText({
  leadPhoto,
}: Pick<PublishedArticle, "leadPhoto">): PublishedLead | null {
  return leadPhoto?.isInBody === true ? null : leadPhoto;
}
