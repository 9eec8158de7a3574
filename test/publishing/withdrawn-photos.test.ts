import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { sendWidePhoto } from "../support/photos.ts";

let reporter: Colleague;
let editor: Colleague;
let photo: string;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
  photo = await sendWidePhoto(reporter);
});

const withLead = (title: string) => article(title, { leadPhoto: { photo, alt: "Bốn ô màu" } });
const withGallery = (title: string) =>
  article(title, { body: `Đoạn mở đầu.\n\n![Bốn ô màu](photo:${photo} "Một góc")` });

const variants = ["480.webp", "960.webp", "1600.webp", "960.jpg", "share.jpg", "goc.jpg"];

async function statuses(): Promise<number[]> {
  const answers = await Promise.all(variants.map((name) => send(`/anh/${photo}/${name}`)));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return [...new Set(answers.map(({ status }) => status))];
}

async function withdraw(id: string): Promise<void> {
  await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai ảnh" }));
}

describe("a photo", () => {
  test("is 404 while only a draft uses it", async () => {
    await submitArticle(reporter, withLead("Bài chờ duyệt có ảnh"));
    expect(await statuses()).toEqual([404]);
  });

  test.each([
    ["lead photo", withLead],
    ["photo of the body", withGallery],
  ])("is public in every size as the %s of a published article", async (_name, write) => {
    await publish(reporter, editor, write("Bài có ảnh"));
    expect(await statuses()).toEqual([200]);
  });

  test("is 404 after the withdrawal of its article although it was cached, and public again with the article", async () => {
    const { id } = await publish(reporter, editor, withLead("Bài sẽ gỡ cùng ảnh"));
    expect(await statuses()).toEqual([200]);
    const again = await send(`/anh/${photo}/480.webp`);
    expect(again.headers.get("cf-cache-status")).toBe("HIT");
    await withdraw(id);
    expect(await statuses()).toEqual([404]);
    await approve(editor, id);
    expect(await statuses()).toEqual([200]);
  });

  test("stays public while another published article uses it", async () => {
    const first = await publish(reporter, editor, withLead("Bài thứ nhất có ảnh"));
    const second = await publish(reporter, editor, withGallery("Bài thứ hai có ảnh"));
    await statuses();
    await withdraw(first.id);
    expect(await statuses()).toEqual([200]);
    await withdraw(second.id);
    expect(await statuses()).toEqual([404]);
  });

  test("is 404 when an approved edit removes it, not before", async () => {
    const first = await publish(reporter, editor, withLead("Bài bỏ ảnh"));
    expect(await statuses()).toEqual([200]);
    await revise(reporter, first, article("Bài bỏ ảnh"));
    expect(await statuses()).toEqual([200]);
    await approve(editor, first.id);
    expect(await statuses()).toEqual([404]);
  });

  test("in an edit is 404 until the edit is approved", async () => {
    const first = await publish(reporter, editor, article("Bài thêm ảnh"));
    await revise(reporter, first, withLead("Bài thêm ảnh"));
    expect(await statuses()).toEqual([404]);
    await approve(editor, first.id);
    expect(await statuses()).toEqual([200]);
  });
});

describe("the answer with a photo", () => {
  beforeEach(async () => {
    await publish(reporter, editor, withLead("Bài có ảnh để hỏi"));
  });

  test("is immutable for browsers, sandboxed, not sniffed, and has no headers for the edge", async () => {
    const { headers } = await send(`/anh/${photo}/960.webp`);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "content-disposition": "inline",
    });
    expect(headers.get("etag")).toMatch(/^"[^"]+"$/);
    expect(headers.has("cache-tag") || headers.has("cloudflare-cdn-cache-control")).toBe(false);
  });

  test("is 304 for a matching If-None-Match, from the cache and from R2", async () => {
    const path = `/anh/${photo}/960.jpg`;
    const etag = (await send(path)).headers.get("etag") ?? "";
    for (const address of [path, `${path}?fbclid=1`]) {
      const again = await send(address, { headers: { "if-none-match": etag } });
      expect([again.status, again.headers.get("etag")]).toEqual([304, etag]);
      expect((await again.arrayBuffer()).byteLength).toBe(0);
      expect(again.headers.get("cache-control")).toContain("immutable");
    }
    const other = `/anh/${photo}/480.webp`;
    const unknown = await send(other, { headers: { "if-none-match": etag } });
    expect(unknown.status).toBe(200);
  });

  test("is complete even when the first request has a matching If-None-Match", async () => {
    const path = `/anh/${photo}/share.jpg`;
    const star = await send(path, { headers: { "if-none-match": "*" } });
    expect(star.status).toBe(304);
    const whole = await send(path);
    expect(whole.status).toBe(200);
    expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  test.each(["999.webp", "480.webp.bak", "goc.png", "..%2f480.webp", "%00", "480.WEBP"])(
    "is 404 for an unknown size: %s",
    async (name) => {
      expect((await send(`/anh/${photo}/${name}`)).status).toBe(404);
    },
  );

  test("is 404 for an id in capitals or cut short", async () => {
    for (const id of [photo.toUpperCase(), photo.slice(1), `${photo}0`, "x", "0".repeat(64)]) {
      expect((await send(`/anh/${id}/480.webp`)).status).toBe(404);
    }
  });
});
