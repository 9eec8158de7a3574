import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { AppError } from "../../src/errors.ts";
import { measurePhoto } from "../../src/photo/photo-header.ts";
import { servePhoto } from "../../src/photo/photo-bytes.ts";
import { findStaffPhoto } from "../../src/photo/photo-store.ts";
import { storePhoto } from "../../src/photo/photo-upload.ts";
import { fixture } from "./fixture.ts";
import { addOwner, erasePhoto, imagesWithQuota, sender } from "./home.ts";
import { corners } from "./seen.ts";

let whole = "";
let partial = "";
let draft = "";

beforeAll(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await addOwner();
  whole = await add("wide.jpg", 9);
  partial = await add("text.png", 1);
  draft = await add("moving.gif", 9);
  await publish(whole);
  await publish(partial);
});

/** Stores a fixture with an Images that makes this many variants, and returns the photo's id. */
async function add(name: string, quota: number): Promise<string> {
  const sent = { bytes: fixture(name), credit: null, sender };
  const { photo } = await storePhoto({ ...env, IMAGES: imagesWithQuota(quota) }, sent);
  return photo.id;
}

async function publish(id: string): Promise<void> {
  await env.DB.prepare("INSERT INTO published_photos (photo_id, article_id) VALUES (?1, 'a')")
    .bind(id)
    .run();
}

async function get(id: string, variant: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(`http://localhost/anh/${id}/${variant}`, init);
  return servePhoto(env, request, id, variant);
}

const forEditors = {
  find: (db: D1Database, id: string) => findStaffPhoto(db, id, null),
  seesOriginal: true,
};

async function readErrorCode(response: Promise<Response>): Promise<string> {
  const refusal: unknown = await response.catch((error: unknown) => error);
  return refusal instanceof AppError ? refusal.code : "answered";
}

describe("GET /anh/:photo/:variant of a published photo", () => {
  test.each([
    ["480.webp", "image/webp", 480, 288],
    ["960.webp", "image/webp", 960, 576],
    ["1600.webp", "image/webp", 1600, 960],
    ["960.jpg", "image/jpeg", 960, 576],
    ["share.jpg", "image/jpeg", 1200, 630],
    ["goc.jpg", "image/jpeg", 2000, 1200],
  ] as const)("%s: 200, %s", async (variant, type, width, height) => {
    const response = await get(whole, variant);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
    expect(measurePhoto(bytes, type)).toEqual({ width, height });
    expect(await corners(bytes)).toBe("red green blue white");
  });

  test("cannot run as a page, and may be shown by other sites", async () => {
    const response = await get(whole, "480.webp");
    await response.arrayBuffer();
    const { headers } = response;
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("content-disposition")).toBe("inline");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("cache-control")).toBeNull();
  });

  test("HEAD has the same headers and no body", async () => {
    const full = await get(whole, "960.jpg");
    await full.arrayBuffer();
    const head = await get(whole, "960.jpg", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.body).toBeNull();
    expect([...head.headers]).toEqual([...full.headers]);
  });

  test("304 for a matching strong ETag", async () => {
    const first = await get(whole, "960.jpg");
    await first.arrayBuffer();
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      for (const method of ["GET", "HEAD"]) {
        const again = await get(whole, "960.jpg", { method, headers: { "if-none-match": known } });
        expect([known, again.status]).toEqual([known, 304]);
        expect(again.headers.get("etag")).toBe(etag);
        expect(again.body).toBeNull();
      }
    }
  });

  test.each(['"other"', "nonsense", '"', "", "W/", '"a", "b"'])(
    "200 to if-none-match %s",
    async (known) => {
      const response = await get(whole, "960.jpg", { headers: { "if-none-match": known } });
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    },
  );

  test.each(["480.webp", "960.webp", "1600.webp", "960.jpg", "share.jpg"])(
    "serves the nearest variant when %s does not exist",
    async (variant) => {
      const response = await get(partial, variant);
      expect(response.headers.get("content-type")).toBe("image/jpeg");
      expect(await corners(new Uint8Array(await response.arrayBuffer()))).toBe(
        "red green blue white",
      );
    },
  );

  test("serves the original when there are no variants", async () => {
    const bare = await add("exif.webp", 0);
    await publish(bare);
    for (const variant of ["480.webp", "960.jpg", "share.jpg", "goc.webp"]) {
      const response = await get(bare, variant);
      expect(response.headers.get("content-type")).toBe("image/webp");
      await response.arrayBuffer();
    }
  });
});

describe("404", () => {
  test.each(["goc.png", "2000.webp", "480.webp/", "", "..%2fgoc.jpg", "SHARE.JPG", "constructor"])(
    "for an unknown variant: %s",
    async (variant) => {
      expect(await readErrorCode(get(whole, variant))).toBe("not-found");
    },
  );

  test.each(["f".repeat(64), "x", "../photos", "%"])("a photo that is none: %s", async (id) => {
    const request = new Request("http://localhost/anh");
    expect(await readErrorCode(servePhoto(env, request, id, "480.webp"))).toBe("not-found");
  });

  test("for a draft's photo, although staff may see it", async () => {
    expect(await readErrorCode(get(draft, "480.webp"))).toBe("not-found");
    const request = new Request("http://localhost/");
    const response = await servePhoto(env, request, draft, "480.webp", forEditors);
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  });

  test("for an erased photo, although a published article uses it", async () => {
    const erased = await add("plain.webp", 9);
    await publish(erased);
    await erasePhoto(erased);
    expect(await readErrorCode(get(erased, "480.webp"))).toBe("not-found");
    const request = new Request("http://localhost/");
    expect(await readErrorCode(servePhoto(env, request, erased, "goc.webp", forEditors))).toBe(
      "not-found",
    );
  });
});
