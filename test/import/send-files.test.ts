import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { sendFiles } from "../../import/site/send-files.ts";
import type { Composed } from "../../import/compose.ts";
import { SiteClient } from "../../import/site/site-client.ts";

let server: Server | null = null;

afterEach(() => void server?.close());

/** A site that stores every photo. `uploads` are the paths of its requests and the lengths of their bodies. */
async function site(): Promise<{ client: SiteClient; uploads: string[] }> {
  const uploads: string[] = [];
  const listening = createServer((request, response) => {
    request.resume().on("end", () => {
      uploads.push(`${request.url} ${request.headers["content-length"]}`);
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

test("each photo of an article is one request with its facts, and the article names its id", async () => {
  const { client, uploads } = await site();
  const sent = await sendFiles(client, "token", composed(100, 200));
  if ("refusal" in sent) throw new Error("an upload was refused");
  expect(uploads).toEqual(["/api/photos?credit=L%C3%AA+Na 100", "/api/photos? 200"]);
  expect(sent.article.body).toBe("![Ảnh](photo:id-1)\n\n![Ảnh](photo:id-2)");
});
