import { readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { guidePictures } from "../../src/newsroom/guide/pictures.ts";
import { slugify } from "../../src/vietnamese/slug.ts";
import { editorGuide } from "../../src/vietnamese/words/guide-editor.ts";
import { reporterGuide } from "../../src/vietnamese/words/guide-reporter.ts";
import type { Guide } from "../../src/vietnamese/words/guide.ts";

const wordsFolder = "src/vietnamese/words";
const pictureFolder = "src/newsroom/guide/pictures";
const guides = [reporterGuide, editorGuide];

/** Every sentence that stands somewhere in the product, those of the guides left out. */
async function wordsOnScreen(): Promise<Set<string>> {
  const files = readdirSync(wordsFolder).filter((file) => !file.startsWith("guide"));
  const words = await Promise.all(files.map(async (file) => stringsIn(await importWords(file))));
  return new Set(words.flat());
}

async function importWords(file: string): Promise<unknown> {
  const address = `../../${wordsFolder}/${file}`;
  return import(address);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function listSentences({ intro, parts }: Guide): string[] {
  return [
    intro,
    ...parts.flatMap(({ intro: first, steps, notes }) => [first ?? "", ...steps, ...notes]),
  ];
}

describe.each(guides)("$title", (guide) => {
  test("names buttons, fields and headings as the screen does", async () => {
    const onScreen = await wordsOnScreen();
    const named = listSentences(guide).flatMap((sentence) =>
      [...sentence.matchAll(/\[([^\]]*)\]/g)].map(([, name = ""]) => name),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !onScreen.has(name))).toEqual([]);
  });

  test("has a part of its own for each entry of its contents", () => {
    const places = guide.parts.map(({ heading }) => slugify(heading));
    expect(new Set(places).size).toBe(places.length);
  });

  test("says of each picture what is to be seen, once", () => {
    const alts = guide.parts.flatMap(({ pictures }) => pictures.map(({ alt }) => alt));
    expect(new Set(alts).size).toBe(alts.length);
    expect(alts.filter((alt) => alt.length < 30)).toEqual([]);
  });
});

test("a sentence that says “bấm” names its button as the screen does", async () => {
  const onScreen = await wordsOnScreen();
  const named = [...onScreen].flatMap((sentence) =>
    [...sentence.matchAll(/[Bb]ấm (?:nút )?“([^”]+)”/g)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !onScreen.has(name))).toEqual([]);
});

test("the guides use every picture there is, and no other", () => {
  const used = guides.flatMap(({ parts }) =>
    parts.flatMap(({ pictures }) => pictures.map(({ file }) => file)),
  );
  expect(used.toSorted()).toEqual(Object.keys(guidePictures).toSorted());
  const files = readdirSync(pictureFolder).toSorted();
  expect(files).toEqual(used.map((name) => `${name}.webp`).toSorted());
});

test("no picture weighs over 40 KB", () => {
  const heavy = readdirSync(pictureFolder).filter(
    (file) => statSync(`${pictureFolder}/${file}`).size > 40_960,
  );
  expect(heavy).toEqual([]);
});
