import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { readDuePurges, requestPurge } from "../../src/publishing/outbox-store.ts";
import { listTouchedTags } from "../../src/published/touched-tags.ts";

const shown = { articleId: "bai", publishedAt: Date.parse("2021-01-31T23:00:00+07:00") };

describe("the cache tags that a change touches", () => {
  test("are those of every list that the article stood in and stands in, each once", () => {
    const before = {
      section: "tin-tuc",
      photos: ["giu", "mat"],
      labels: [
        { kind: "tag" as const, slug: "che" },
        { kind: "author" as const, slug: "lo-hai" },
      ],
      neighbours: ["truoc", "sau"],
    };
    const content = {
      title: "Bài",
      lede: "",
      body: "",
      section: "chuyen-doi-so",
      tags: ["Chè", "OCOP"],
      genre: "tin" as const,
      byline: { authors: ["Đức Long"], unit: "" },
      source: null,
      leadPhoto: null,
      english: null,
    };
    const after = { section: "chuyen-doi-so", photos: ["giu"], content };
    expect(listTouchedTags(shown, before, after).sort()).toEqual(
      [
        "article-bai",
        "article-truoc",
        "article-sau",
        "lists",
        "feeds",
        "section-tin-tuc",
        "section-chuyen-doi-so",
        "tag-che",
        "tag-ocop",
        "author-lo-hai",
        "author-duc-long",
        "months",
        "month-2021-01",
        "photo-mat",
      ].sort(),
    );
  });

  test("are asked to be purged a hundred at a time, as many as the platform takes", async () => {
    const tags = Array.from({ length: 230 }, (_, n) => `photo-${n}`);
    await requestPurge(env.DB, { tags, rounds: 2, at: 1000 }).run();
    const due = await readDuePurges(env.DB, 1000, 10);
    expect(due.map((item) => item.tags.length)).toEqual([100, 100, 30]);
    expect(due.flatMap((item) => item.tags)).toEqual(tags);
  });
});
