import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { hire, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { box, mp3, mp4, pictures, sound, taggedMp3, track } from "./media-sample.ts";
import { postFile, sendFile } from "./sample.ts";

let reporter: Colleague;
beforeAll(async () => {
  reporter = await hire("reporter");
});

async function storedText(id: string): Promise<string> {
  const stored = await env.PHOTOS.get(`files/${id}`);
  return Buffer.from((await stored?.arrayBuffer()) ?? []).toString("latin1");
}

async function refusal(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<[number, string]> {
  const answer = await postFile(reporter, name, bytes);
  return [answer.status, (await answer.json<{ detail: string }>()).detail];
}

const place = box("\xa9xyz", "\0\x12\x15\xc7+16.0544+108.2022/");

describe("POST /api/files with a video", () => {
  test("stores MP4 of H.264 and AAC with its length in seconds", async () => {
    const sent = mp4(pictures, sound);
    expect(await sendFile(reporter, "Ngày hội.mp4", sent)).toMatchObject({
      kind: "video",
      type: "video/mp4",
      bytes: sent.length,
      seconds: 12.5,
      properties: {},
    });
  });

  test("takes out where it was filmed and whose the phone is; everything else stays in its place", async () => {
    const named = box("meta", new Uint8Array(4), box("ilst", "iPhone của Lan"));
    const inTrack = track("vide", "avc1", box("udta", place));
    const sent = mp4(inTrack, sound, box("udta", place, named), box("meta", "Nguyen Van A"));
    const file = await sendFile(reporter, "quay-bang-may.mp4", sent);
    const stored = await storedText(file.id);
    expect(stored).toHaveLength(sent.length);
    expect(stored).not.toMatch(/\+16\.0544|iPhone|Nguyen|udta|meta/);
    expect(stored).toContain("pictures");
    expect(stored.match(/free/g)).toHaveLength(3);
    const digest = await crypto.subtle.digest("SHA-256", Buffer.from(stored, "latin1"));
    expect(file.id).toBe(new Uint8Array(digest).toHex());
    // The same video again is the same file.
    expect(await sendFile(reporter, "lan-hai.mp4", sent)).toEqual(file);
    const { objects } = await env.PHOTOS.list({ prefix: "files/incoming-" });
    expect(objects).toEqual([]);
  });

  test("refuses HEVC and says what to do", async () => {
    for (const coding of ["hvc1", "hev1"]) {
      const [status, detail] = await refusal("iphone.mp4", mp4(track("vide", coding), sound));
      expect(status).toBe(415);
      expect(detail).toMatch(/HEVC.*H\.264.*Tương thích nhất/);
    }
  });

  test.each([
    ["another coding", mp4(track("vide", "av01"))],
    ["sound only", mp4(sound)],
    ["a track of data", mp4(pictures, track("meta", "mebx"))],
    ["a track of text", mp4(pictures, track("text", "tx3g"))],
    ["no movie", Uint8Array.from(box("ftyp", "isom", new Uint8Array(4)))],
    ["a QuickTime film", Uint8Array.from(box("ftyp", "qt  ", new Uint8Array(4)))],
    ["a box that ends after the file", mp4(pictures).subarray(0, -3)],
    ["a box shorter than its head", mp4(pictures, Uint8Array.from([0, 0, 0, 2, 97, 98, 99, 100]))],
    ["sound under this name", mp3(3)],
  ])("refuses %s", async (_, bytes) => {
    const [status, detail] = await refusal("phim.mp4", Uint8Array.from(bytes));
    expect([415, 422]).toContain(status);
    expect(detail).toContain("phim.mp4");
  });
});

describe("POST /api/files with a recording", () => {
  test("stores MP3 with its length in seconds", async () => {
    const file = await sendFile(reporter, "phong-van.mp3", mp3(100));
    expect(file).toMatchObject({ kind: "audio", type: "audio/mpeg" });
    expect(file.seconds).toBeCloseTo(2.61, 1);
  });

  test("takes out its tags, before and after the sound", async () => {
    const file = await sendFile(reporter, "ghi-am.mp3", taggedMp3(5, "Lan ghi o nha rieng"));
    const stored = await storedText(file.id);
    expect(stored).toMatch(/^ID3/);
    expect(stored).not.toMatch(/Lan|COMM|TAG|LYRICS/);
    expect(stored).toContain("\xff\xfb\x90\0");
  });

  test.each([
    ["a video under this name", mp4(pictures)],
    ["a tag that ends after the file", Buffer.from("ID3\x03\0\0\x7f\x7f\x7f\x7fx", "latin1")],
    ["anything else", Buffer.from("chữ ".repeat(500))],
  ])("refuses %s", async (_, bytes) => {
    const [status] = await refusal("ghi-am.mp3", Uint8Array.from(bytes));
    expect([415, 422]).toContain(status);
  });
});

describe("GET /phim/:file", () => {
  const sent = mp4(pictures, sound);
  let path = "";

  beforeAll(async () => {
    const { id } = await sendFile(reporter, "Ngày hội.mp4", sent);
    path = `/phim/${id}`;
    await env.DB.prepare("INSERT INTO published_files (file_id, article_id) VALUES (?1, 'a')")
      .bind(id)
      .run();
  });

  async function ask(headers: Record<string, string>, method = "GET") {
    const answer = await send(path, { method, headers });
    const { status } = answer;
    return { status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  test("is the whole video while a published text uses it, to play in the page", async () => {
    const { status, headers, bytes } = await ask({});
    expect(status).toBe(200);
    expect(bytes).toEqual(sent);
    expect(headers.get("content-type")).toBe("video/mp4");
    expect(headers.get("content-disposition")).toMatch(/^inline/);
    expect(headers.get("accept-ranges")).toBe("bytes");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("gives a part for Range and for an If-Range that still holds, as every player asks", async () => {
    const part = await ask({ range: "bytes=4-7" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 4-7/${sent.length}`);
    expect(Buffer.from(part.bytes).toString()).toBe("ftyp");
    const etag = part.headers.get("etag") ?? "";
    expect((await ask({ range: "bytes=-8", "if-range": etag })).status).toBe(206);
    expect((await ask({ range: "bytes=-8", "if-range": '"other"' })).status).toBe(200);
  });

  test("answers 416 beyond its end, and HEAD with its length", async () => {
    const beyond = await ask({ range: `bytes=${sent.length}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get("content-range")).toBe(`bytes */${sent.length}`);
    const head = await ask({}, "HEAD");
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
  });

  test("is 404 for a video that no published text uses", async () => {
    const { id } = await sendFile(reporter, "nhap.mp4", mp4(pictures, track("vide", "avc1")));
    expect((await send(`/phim/${id}`)).status).toBe(404);
  });

  test("is 404 for a document, and a video is none at a document's address", async () => {
    expect((await send(`/tai-lieu${path.slice("/phim".length)}/ngay-hoi.mp4`)).status).toBe(404);
    expect((await send(`/phim/${"0".repeat(64)}`)).status).toBe(404);
  });
});
