import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Topic } from "../../src/published/published.ts";
import { slugify } from "../../src/vietnamese/slug.ts";
import { readDemoArticles } from "./read-demo.ts";

const file = new URL("../../demo/topics.json", import.meta.url);
const topics = JSON.parse(readFileSync(file, "utf8")) as Topic[];
const tags = readDemoArticles().flatMap(({ front }) => front["tags"] as string[]);

describe.each(topics)("demo topic $slug", ({ slug, name, summary }) => {
  test("is a tag of at least four articles", () => {
    expect(tags.filter((tag) => slugify(tag) === slug).length).toBeGreaterThanOrEqual(4);
  });

  test("has a description", () => {
    expect(name).not.toBe("");
    expect(summary).toMatch(/\.$/);
  });
});
