import { randomBytes } from "node:crypto";
import { maxArticleBytes, maxArticleJsonBytes, maxPhotos } from "../src/article/article-input.ts";
import { maxFileBytes } from "../src/file/file.ts";
import { maxPhotoBytes } from "../import/measure-photo.ts";
import { box, mp4, pictures, sound } from "../test/file/media-sample.ts";
import { zip } from "../test/file/sample.ts";
import { makeLargePhoto, photoFormats } from "./large-files.ts";
import type { LargeFile } from "./large-files.ts";
import { openWatchedSite } from "./memory-site.ts";
import type { Answer } from "./memory-site.ts";
import { judge } from "./sizes.ts";

/*
 * `npm run measure:memory -- [rows, as a regular expression]`: sends the largest allowed files to a local site, one and two at once, and
 * prints the most memory that the Worker's isolate had. On the platform an isolate has 128 MB. A goal that is missed ends with 1.
 */

/** The goal for V8's heap and what it keeps outside, in bytes. */
const maxTotal = 100_000_000;

const [wanted = ""] = process.argv.slice(2);
const site = await openWatchedSite();
try {
  await measurePhotos();
  await measureForms();
  await measureEdits();
  await measureFiles();
} finally {
  await site.stop();
}

async function measurePhotos(): Promise<void> {
  for (const format of photoFormats) {
    await measureOneAndTwo(`photo, ${format}, raw body`, 201, async () => {
      const { bytes } = await makeLargePhoto(format, maxPhotoBytes);
      return () => post("/api/photos", bytes);
    });
    await measureOneAndTwo(`photo, ${format}, multipart`, 201, async () => {
      const form = makeForm({}, [["file", await makeLargePhoto(format, maxPhotoBytes)]]);
      return () => post("/api/photos", form);
    });
  }
}

async function measureForms(): Promise<void> {
  const room = maxArticleBytes - 100_000;
  const makeFiles = async (field: string): Promise<[string, LargeFile][]> => [
    [field, await makeLargePhoto("jpg", maxPhotoBytes - 100_000)],
    [field, { ...(await makeLargePhoto("jpg", room - maxPhotoBytes)), name: "hai.jpg" }],
  ];
  await measureOneAndTwo("article with two photos, multipart", 201, async () => {
    const article = JSON.stringify({ title: "Bài có ảnh", body: "Một đoạn." });
    const form = makeForm({ article }, await makeFiles("photo"));
    return () => post("/api/articles", form);
  });
  await measureOneAndTwo(`article with ${maxPhotos} photos, multipart`, 201, async () => {
    const article = JSON.stringify({ title: "Bài nhiều ảnh", body: "Một đoạn." });
    const files = Array.from({ length: maxPhotos }, async (_, n): Promise<[string, LargeFile]> => {
      return ["photo", { ...(await makeLargePhoto("jpg", room / maxPhotos)), name: `${n}.jpg` }];
    });
    const form = makeForm({ article }, await Promise.all(files));
    return () => post("/api/articles", form);
  });
  await measureOneAndTwo("the longest article, JSON", 201, async () => {
    const words = "Lúa ngô khoai sắn. ".repeat(Math.floor(180_000 / 19));
    const text = Buffer.from(JSON.stringify({ title: "Bài dài", body: words }));
    const space = Buffer.alloc(maxArticleJsonBytes - text.length, " ");
    const body = Buffer.concat([text, space]);
    const headers = { "content-type": "application/json" };
    return () => site.send("/api/articles", { method: "POST", body, headers });
  });
  await measureOneAndTwo("form without script, two photos", 303, async () => {
    const form = makeForm(makeFormFields(), await makeFiles("photos"));
    return () => post("/toa-soan/bai", form);
  });
  await measureOneAndTwo("form without script, far too heavy", 413, async () => {
    const file = { name: "lon.jpg", bytes: new Uint8Array(90_000_000) };
    const form = makeForm(makeFormFields(), [["photos", file]]);
    return () => post("/toa-soan/bai", form);
  });
  await measureOneAndTwo("photo library without script", 303, async () => {
    const form = makeForm({}, await makeFiles("files"));
    return () => post("/toa-soan/anh/nhieu", form);
  });
}

async function measureEdits(): Promise<void> {
  for (const format of ["jpg", "transparent.png"]) {
    await measureOneAndTwo(`crop and focus of a photo, ${format}`, 200, async () => {
      const { bytes } = await makeLargePhoto(format, maxPhotoBytes);
      const { id } = JSON.parse((await post("/api/photos", bytes)).body) as { id: string };
      const crop = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 };
      const body = JSON.stringify({ rotation: 90, crop, focus: { x: 0.3, y: 0.3 } });
      const headers = { "content-type": "application/json" };
      return () => site.send(`/api/photos/${id}`, { method: "PATCH", body, headers });
    });
  }
}

async function measureFiles(): Promise<void> {
  await measureOneAndTwo("document, zip", 201, async () => {
    const text = randomBytes(maxFileBytes.document * 0.95).toString("base64");
    const bytes = zip({ "van-ban.txt": text });
    return () => post("/api/files?name=van-ban.zip", bytes);
  });
  await measureOneAndTwo("video with a place that is erased", 201, async () => {
    const place = box("udta", "\u00a9xyz", "+16.0544");
    const movie = mp4(pictures, sound, place);
    const film = box("mdat", randomBytes(maxFileBytes.video - movie.length - 1000));
    const bytes = new Uint8Array(Buffer.concat([movie, film]));
    return () => post("/api/files?name=phim.mp4", bytes);
  });
}

type Send = () => Promise<Answer>;

/** `prepare` makes what is sent. It is other bytes each time, because equal bytes are stored once. */
async function measureOneAndTwo(
  name: string,
  status: number,
  prepare: () => Promise<Send>,
): Promise<void> {
  if (!new RegExp(wanted).test(name)) return;
  for (const count of [1, 2]) {
    const sends: Send[] = [];
    while (sends.length < count) sends.push(await prepare());
    const { heap, external, total, resident } = await site.probe.measure(async () => {
      for (const answer of await Promise.all(sends.map(async (act) => act()))) {
        if (answer.status !== status) {
          throw new Error(`${name}: ${answer.status} ${answer.body.slice(0, 300)}`);
        }
      }
    });
    if (total > maxTotal) process.exitCode = 1;
    const columns = [heap, external, total, resident].map((bytes) =>
      `${(bytes / 1_000_000).toFixed(0)} MB`.padStart(7),
    );
    console.log(`${`${name} ×${count}`.padEnd(46)}${columns.join("")} ${judge(total <= maxTotal)}`);
  }
}

async function post(path: string, body: Uint8Array<ArrayBuffer> | FormData): Promise<Answer> {
  return site.send(path, { method: "POST", body });
}

function makeForm(fields: Record<string, string>, files: [string, LargeFile][]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, file] of files) form.append(name, new Blob([file.bytes]), file.name);
  return form;
}

function makeFormFields(): Record<string, string> {
  const key = randomBytes(18).toString("base64url");
  return { title: "Bài có ảnh", body: "Một đoạn.", key, act: "save", version: "0" };
}
