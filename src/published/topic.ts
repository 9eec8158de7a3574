import type { PublishedCard } from "./published.ts";

/** A tag that editors have promoted: its articles are one story (dòng sự kiện). `slug` is the tag's. */
export type Topic = { slug: string; name: string; summary: string };

/** What an article shows of its topic: the newest of the others, newest first. */
export type TopicBox = Pick<Topic, "slug" | "name"> & {
  others: Pick<PublishedCard, "id" | "slug" | "title" | "publishedAt">[];
};
