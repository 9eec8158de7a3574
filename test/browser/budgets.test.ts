import { brotliCompressSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { demoSite } from "./support/demo-setup.ts";
import { referenceArticle } from "./support/page-types.ts";

const kb = 1024;

let address: string;

beforeAll(async () => {
  ({ address } = await demoSite());
});

async function read(path: string): Promise<string> {
  const response = await fetch(address + path);
  expect(response.status).toBe(200);
  return response.text();
}

/** Bytes as a server would send them, by either way of compressing. */
function compressedSizes(text: string): number[] {
  return [gzipSync(text, { level: 6 }).length, brotliCompressSync(text).length];
}

/** Files that a page asks for before it can be read, besides photos. */
function requiredFiles(page: string): string[] {
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)];
  const styles = [...page.matchAll(/<link[^>]* rel="stylesheet"[^>]* href="([^"]+)"/g)];
  return [...scripts, ...styles].flatMap((match) => match[1] ?? []);
}

describe("compressed", () => {
  test("the reference article with its style is at most 14 KB", async () => {
    const page = await read(referenceArticle);
    expect(page.match(/<figure class="photo/g)?.length).toBe(6);
    for (const size of compressedSizes(page)) expect(size).toBeLessThanOrEqual(14 * kb);
  });

  test("the front page with its style is at most 20 KB", async () => {
    for (const size of compressedSizes(await read("/"))) expect(size).toBeLessThanOrEqual(20 * kb);
  });

  test.each(["/", referenceArticle])(
    "the style in %s has no comment and no line end",
    async (path) => {
      const [style = ""] = /<style>[^]*?<\/style>/.exec(await read(path)) ?? [];
      expect(style.length).toBeGreaterThan(1000);
      expect(/\n|\/\*/.test(style)).toBe(false);
    },
  );

  test.each(["/", referenceArticle])("all script of %s is at most 4 KB", async (path) => {
    const files = requiredFiles(await read(path));
    expect(files.filter((file) => !file.endsWith(".js"))).toEqual([]);
    const scripts = await Promise.all(files.map(read));
    const sizes = scripts.map((script) => Math.max(...compressedSizes(script)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4 * kb);
  });

  test("it is at most 4.5 KB with what an article loads later", async () => {
    const files = requiredFiles(await read(referenceArticle));
    const required = await Promise.all(files.map(read));
    const later = required
      .flatMap((script) => [...script.matchAll(/import\(`\.(\/[\w-]+\.js)`\)/g)])
      .map(([, name = ""]) => read(`/js${name}`));
    expect(later).toHaveLength(1);
    const scripts = [...required, ...(await Promise.all(later))];
    const sizes = scripts.map((script) => Math.max(...compressedSizes(script)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4.5 * kb);
  });
});
