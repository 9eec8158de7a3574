import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { demoNames } from "../../scripts/start/demo-accounts.ts";
import { readDemoFile } from "../../scripts/start/demo-file.ts";
import { checkArticle } from "../../src/check/check-article.ts";
import { articleWith } from "../check/article-builder.ts";
import { readDemoArticles, readDemoSections } from "./read-demo.ts";

const files = readdirSync(new URL("../../demo/desk", import.meta.url)).toSorted();

async function deskArticle(file: string) {
  const { notes, article } = await readDemoFile(`desk/${file}`);
  const fields = JSON.parse(article) as Record<string, unknown>;
  return { notes, fields, findings: checkArticle(articleWith(fields)) };
}

test("the desks have an article in every status that waits for a user", async () => {
  const standings = await Promise.all(
    files.map(async (file) => (await deskArticle(file)).notes.standing),
  );
  for (const [standing, least] of [
    ["draft", 2],
    ["submitted", 2],
    ["returned", 1],
    ["scheduled", 1],
  ] as const) {
    expect(standings.filter((one) => one === standing).length, standing).toBeGreaterThanOrEqual(
      least,
    );
  }
});

describe.each(files)("demo desk article %s", (file) => {
  test("is in a section of the demo, by one of its reporters, in NFC", async () => {
    const { notes, fields } = await deskArticle(file);
    expect(readDemoSections().map(({ slug }) => slug)).toContain(fields["section"]);
    expect(Object.keys(demoNames)).toContain(notes.reporter);
    const source = readFileSync(new URL(`../../demo/desk/${file}`, import.meta.url), "utf8");
    expect(source.normalize("NFC")).toBe(source);
  });

  test("has no blocking finding, unless it is a draft", async () => {
    const { notes, findings } = await deskArticle(file);
    const blocking = findings.filter(({ severity }) => severity === "block");
    expect(notes.standing === "draft" || blocking.length === 0).toBe(true);
  });

  test("has a reason exactly if it was returned", async () => {
    const { notes } = await deskArticle(file);
    expect(notes.reason !== null).toBe(notes.standing === "returned");
  });

  test("revises an article that its own reporter submitted, if any", async () => {
    const { notes } = await deskArticle(file);
    const turn = readDemoArticles().findIndex((article) => article.file === notes.revises);
    // The articles alternate between the reporters, in the order of the demo's users.
    const submittedBy = ["thebang", "thutrang", "lohai"][turn % 3] ?? null;
    expect([null, notes.reporter]).toContain(notes.revises === null ? null : submittedBy);
  });
});

test("the submitted articles include some with findings and some without", async () => {
  const all = await Promise.all(files.map(deskArticle));
  const waiting = all.filter(({ notes }) => notes.standing === "submitted");
  const counts = waiting.map(({ findings }) => findings.length);
  expect(Math.max(...counts)).toBeGreaterThanOrEqual(2);
  expect(Math.min(...counts)).toBe(0);
});
