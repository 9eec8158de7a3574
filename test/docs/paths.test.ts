import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const texts = ["*.md", "docs/**/*.md", "{src,test,scripts,bench,import}/**/*.{ts,css}"].flatMap(
  (pattern) => globSync(pattern),
);

/** A path of this project as texts name it: from a top folder on, with an ending or a slash at its end. */
const path =
  /(?<![\w./-])(?:src|test|scripts|bench|import|docs|demo|migrations)\/[\w./-]*(?:\.(?:ts|css|md|sql|json|toml)\b|\/)/g;

describe("documents and comments", () => {
  test("name only files and folders that exist", () => {
    const missing = texts.flatMap((file) =>
      [...new Set(findComments(file).match(path))]
        .filter((named) => !existsSync(named))
        .map((named) => `${file} names ${named}`),
    );
    expect(missing).toEqual([]);
  });

  test("name only functions and values that exist", () => {
    const code = globSync("{src,test,scripts,bench,import}/**/*.{ts,sql}").map((file) =>
      readFileSync(file, "utf8"),
    );
    const known = new Set(code.flatMap((text) => text.match(/\w+/g) ?? []));
    const missing = texts
      .filter((file) => file.endsWith(".md") && file !== "CHANGELOG.md")
      .flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/`([a-z]+(?:[A-Z][a-z]*)+)`/g)]
          .filter(([, name = ""]) => !known.has(name))
          .map(([, name]) => `${file} names ${name}`),
      );
    expect(missing).toEqual([]);
  });

  test("are found at all", () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(findComments("docs/architecture.md").match(path)?.length).toBeGreaterThan(20);
  });
});

/** The whole of a document; of code only its comments. */
function findComments(file: string): string {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".md")) return text;
  return (text.match(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm) ?? []).join("\n");
}
