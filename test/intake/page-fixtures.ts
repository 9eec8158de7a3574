import { readFileSync } from "node:fs";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import type { ReadPage } from "../../src/intake/page/read-page.ts";
import { formatIsoWithOffset } from "../../src/vietnamese/dates.ts";

/** Reading on a fixed day, with nothing said about encodings. */
export const options = {
  now: Date.UTC(2026, 10, 22),
  dateOrder: null,
  legacy: null,
  charset: null,
  strict: true,
} as const;

export function readFixture(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/pages/${name}`, import.meta.url));
}

/** What a page gives, in the form of the tables below. */
export function summary({ article }: ReadPage) {
  let number = 0;
  const body = writeMarkdown(article.body, (photo) => ({
    name: photo.larger ?? photo.source ?? "?",
    alt: `${++number}`,
  }));
  return {
    title: article.title,
    lede: article.lede,
    date: article.publishedAt === null ? null : formatIsoWithOffset(new Date(article.publishedAt)),
    byline: [...article.byline.authors, article.byline.unit].join(" | "),
    category: article.category,
    lead: article.leadPhoto?.source ?? null,
    leadCaption: article.leadPhoto?.caption ?? null,
    body: body.split("\n\n"),
  };
}
