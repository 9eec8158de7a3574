import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { makeArticleForm } from "../../import/site/article-form.ts";
import type { Composed } from "../../import/compose.ts";
import { SiteClient } from "../../import/site/site-client.ts";
import { maxArticleBytes } from "../../src/article/article-input.ts";

let server: Server | null = null;

afterEach(() => void server?.close());

/** A site that stores every photo. `uploads` are the paths of its requests. */
async function site(): Promise<{ client: SiteClient; uploads: string[] }> {
  const uploads: string[] = [];
  const listening = createServer((request, response) => {
    request.resume().on("end", () => {
      uploads.push(request.url ?? "");
      response.writeHead(201, { "content-type": "application/json" });
      response.end(JSON.stringify({ id: `id-${uploads.length}` }));
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return { client: new SiteClient(`http://127.0.0.1:${port}`, () => undefined), uploads };
}

/** An article with photos of these sizes in bytes. */
function composed(...sizes: number[]): Composed {
  const photos = sizes.map((size, n) => ({
    name: `anh-${n + 1}.jpg`,
    bytes: new Uint8Array(size),
    width: 100,
    height: 100,
    facts: n === 0 ? { credit: "Lê Na" } : {},
  }));
  const body = photos.map(({ name }) => `![Ảnh](photo:${name})`).join("\n\n");
  return { content: { title: "Bài có ảnh", body }, photos, documents: [], notes: [] };
}

test("an article and photos within the limit are one request, which the API accepts", async () => {
  const { client, uploads } = await site();
  const form = await makeArticleForm(client, "token", composed(10_000_000, 15_000_000));
  if (!(form instanceof FormData)) throw new Error("an upload was refused");
  expect(form.getAll("photo")).toHaveLength(2);
  const article = JSON.parse(await (form.get("article") as File).text()) as { photos: unknown };
  expect(article.photos).toEqual([{ photo: "anh-1.jpg", credit: "Lê Na" }]);
  expect(uploads).toEqual([]);
  const { byteLength } = await new Response(form).arrayBuffer();
  expect(byteLength).toBeLessThan(maxArticleBytes);
});

test.each([
  ["more bytes", [15_000_000, 16_000_000]],
  ["more photos", Array.from({ length: 31 }, () => 100)],
])("%s than the API takes at once are sent before the article", async (_name, sizes) => {
  const { client, uploads } = await site();
  const form = await makeArticleForm(client, "token", composed(...sizes));
  if (!(form instanceof FormData)) throw new Error("an upload was refused");
  expect(uploads).toEqual(sizes.map(() => "/api/photos"));
  expect(form.getAll("photo")).toHaveLength(0);
  expect(await (form.get("article") as File).text()).toContain("photo:id-1)");
});
