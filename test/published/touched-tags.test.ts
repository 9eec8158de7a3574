import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { readDuePurges, requestPurge } from "../../src/publishing/outbox-store.ts";
import { readSurroundings } from "../../src/published/projection-store.ts";
import { listTouchedTags } from "../../src/published/touched-tags.ts";
import { publishAt } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";

const shown = {
  articleId: "bai",
  kind: "article" as const,
  publishedAt: Date.parse("2021-01-31T23:00:00+07:00"),
};

describe("the cache tags that a change touches", () => {
  test("are those of every list that the article stood in and stands in, each once", () => {
    const before = {
      section: "tin-tuc",
      page: null,
      photos: ["giu", "mat"],
      files: ["con", "bo"],
      labels: [
        { kind: "tag" as const, slug: "che", name: "Chè" },
        { kind: "author" as const, slug: "lo-hai", name: "Lò Hải" },
      ],
      neighbours: ["truoc", "sau"],
      hasCorrections: true,
    };
    const labels = [
      { kind: "tag" as const, slug: "che", name: "Chè" },
      { kind: "tag" as const, slug: "ocop", name: "OCOP" },
      { kind: "author" as const, slug: "duc-long", name: "Đức Long" },
    ];
    const after = {
      section: "chuyen-doi-so",
      photos: ["giu"],
      files: ["con"],
      labels,
      page: null,
    };
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
        "file-bo",
        "documents",
        "corrections",
        "labels-tag",
        "labels-author",
      ].sort(),
    );
  });

  test("include an index only if a label in it changed", () => {
    const tag = { kind: "tag" as const, slug: "che", name: "Chè" };
    const author = { kind: "author" as const, slug: "lo-hai", name: "Lò Hải" };
    const before = {
      section: "tin-tuc",
      page: null,
      photos: [],
      files: [],
      labels: [tag, author],
      neighbours: [],
      hasCorrections: false,
    };
    const indexes = (labels: (typeof tag | typeof author)[]) =>
      listTouchedTags(shown, before, {
        section: "tin-tuc",
        photos: [],
        files: [],
        labels,
        page: null,
      }).filter((one) => one.startsWith("labels-"));
    expect(indexes([author, tag])).toEqual([]);
    expect(indexes([{ ...tag, name: "CHÈ" }, author])).toEqual(["labels-tag"]);
    expect(indexes([tag])).toEqual(["labels-author"]);
  });

  test("are asked to be purged a hundred at a time, as many as the platform takes", async () => {
    const tags = Array.from({ length: 230 }, (_, n) => `photo-${n}`);
    await requestPurge(env.DB, { tags, rounds: 2, at: 1000 }).run();
    const due = await readDuePurges(env.DB, 1000, 10);
    expect(due.map((item) => item.tags.length)).toEqual([100, 100, 30]);
    expect(due.flatMap((item) => item.tags)).toEqual(tags);
  });
});

describe("the neighbours of an article among others of one timestamp", () => {
  const at = "2020-05-05T08:00:00+07:00";
  const ids: string[] = [];

  beforeAll(async () => {
    await addSections("tin-tuc");
    const newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
    for (const title of ["Một", "Hai", "Ba", "Bốn", "Năm"]) {
      ids.push((await publishAt(newsroom, at, `Cùng lúc: ${title}`)).id);
    }
  });

  async function neighboursOf(articleId: string): Promise<string[]> {
    return (await readSurroundings(env.DB, articleId, Date.parse(at))).neighbours;
  }

  test("are the two that stand beside it", async () => {
    expect(await neighboursOf(ids[2] ?? "")).toEqual([ids[3], ids[1]]);
    expect(await neighboursOf(ids[0] ?? "")).toEqual([ids[1]]);
  });

  test("are those between which a new article comes to stand", async () => {
    expect(await neighboursOf("new")).toEqual([ids[4]]);
  });
});
