import { expect, test } from "vitest";
import { builtFiles, firstPaintScript, readingScript } from "../../src/html/built-files.ts";
import { addSections, send } from "../support/newsroom.ts";

const files = Object.entries(builtFiles).flatMap(([folder, paths]) =>
  Object.entries(paths).map(([name, path]) => ({ folder, name, path })),
);
const scripts = files.filter(({ folder }) => folder === "js");

/** What the pages of readers name. */
const ofReaders = [firstPaintScript, readingScript];

async function textAt(path: string): Promise<string> {
  return (await send(path)).text();
}

async function compressedSize(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

test("all script of readers weighs under 4 KB, what holds up the first paint under 400 bytes", async () => {
  const texts = await Promise.all(ofReaders.map(textAt));
  const sizes = await Promise.all(texts.map(compressedSize));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(4 * 1024);
  expect(texts[0]?.length).toBeLessThan(400);
});

test.each(ofReaders)("%s never looks behind: older Safari would refuse all of it", async (path) => {
  expect(await textAt(path)).not.toMatch(/\(\?<[=!]/);
});

test("GET / names the script by its hash, and the policy allows script of our own and none inline", async () => {
  await addSections("tin-tuc");
  const answer = await send("/");
  const page = await answer.text();
  for (const path of ofReaders) expect(page).toContain(`src="${path}"`);
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("unsafe");
});

const mediaTypes = new Map([
  ["js", "text/javascript; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
]);

test.each(files)("GET /$folder/$name-<hash> is kept for ever", async ({ folder, name, path }) => {
  expect(path).toMatch(new RegExp(`^/${folder}/${name}-[0-9A-Za-z]{8}[.]${folder}$`));
  const answer = await send(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe(mediaTypes.get(folder));
  expect(answer.headers.get("cache-control")).toContain("immutable");
  const etag = answer.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  expect((await send(path, { headers: { "if-none-match": etag } })).status).toBe(304);
});

test.each(scripts)("every part that $name loads is there and kept for ever", async ({ path }) => {
  const parts = new Set([path]);
  for (const part of parts) {
    const answer = await send(part);
    expect(answer.status, part).toBe(200);
    expect(answer.headers.get("cache-control"), part).toContain("immutable");
    for (const [, next] of (await answer.text()).matchAll(
      /"\.\/([a-z0-9-]+-[0-9A-Za-z]{8}\.js)"/g,
    )) {
      parts.add(`/js/${next}`);
    }
  }
});

test.each(["0123456789", "0ABCDEF9"])(
  "GET /js/reading-%s.js, a former hash, gives the file of today, and nobody keeps it",
  async (hash) => {
    const answer = await send(`/js/reading-${hash}.js`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await answer.text()).toBe(await textAt(readingScript));
    expect(answer.headers.get("cache-control")).toBe("no-store");
  },
);

test.each([
  "/js/else-0123456789.js",
  "/js/chunk-0ABCDEF9.js",
  "/js/reading.js",
  "/js/reading-0123456789.js.map",
  "/js/..%2ficon-512.png",
  "/js/constructor-01234567.js",
  "/js/newsroom-01234567.css",
  "/css/base-01234567.css",
  "/css/constructor-01234567.css",
  "/icon-180.png",
])("GET %s is 404, and nobody keeps that", async (path) => {
  const answer = await send(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});
