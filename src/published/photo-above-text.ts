import type { PublishedArticle, PublishedLead } from "./published.ts";

/**
 * The lead photo where it is shown above the text. Null if the body shows it: then the article page, feeds, paper and downloads
 * show it once, in its place in the text. Lists and share images use the lead photo in both cases.
 */
export function photoAboveText({
  leadPhoto,
}: Pick<PublishedArticle, "leadPhoto">): PublishedLead | null {
  return leadPhoto?.isInBody === true ? null : leadPhoto;
}
