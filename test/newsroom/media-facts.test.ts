import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatIsoDay } from "../../src/vietnamese/dates.ts";
import { fixture, toBytes } from "../photo/fixture.ts";
import { runClock } from "../publishing/minutes.ts";
import { approve, article, publish, submitArticle } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let photo = "";

const day = 24 * 60 * 60 * 1000;
const yesterday = formatIsoDay(new Date(Date.now() - day));
const tomorrow = formatIsoDay(new Date(Date.now() + day));

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

beforeEach(async () => {
  photo = await sendPhoto(reporter);
});

async function describePhoto(facts: Record<string, unknown>, staff = editor): Promise<Response> {
  return staff.send(`/api/photos/${photo}`, json("PATCH", facts));
}

async function library(query: string): Promise<string> {
  return (await reporter.open(`/toa-soan/anh${query}`)).text();
}

const withPhoto = (title: string) =>
  article(title, { body: `Mở đầu.\n\n![Bốn ô màu](photo:${photo} "Bốn ô")` });

describe("the facts of a photo", () => {
  test("POST /api/photos takes them, and GET and PATCH /api/photos/:id answer them", async () => {
    const form = new FormData();
    const file = new File([fixture("orientation-1.jpg"), "nguồn"], "anh.jpg", {
      type: "image/jpeg",
    });
    const facts = { credit: "Đỗ Vân", source: "agency", license: "TTXVN", usableUntil: tomorrow };
    form.append("file", file);
    for (const [name, value] of Object.entries(facts)) form.append(name, value);
    form.append("madeByAi", "true");
    const answer = await reporter.send("/api/photos", { method: "POST", body: form });
    expect(answer.status).toBe(201);
    const sent = await answer.json<{ id: string }>();
    expect(sent).toMatchObject({ ...facts, madeByAi: "generated", rotation: 0, crop: null });
    expect(await (await reporter.send(`/api/photos/${sent.id}`)).json()).toEqual(sent);
    const change = json("PATCH", { madeByAi: false, license: null, focus: { x: 0.1, y: 0.5 } });
    const changed = await reporter.send(`/api/photos/${sent.id}`, change);
    const expected = { ...facts, license: null, madeByAi: null, focus: { x: 0.1, y: 0.5 } };
    expect(await changed.json()).toMatchObject(expected);
  });

  test.each([
    [{ source: "internet" }, "source"],
    [{ source: "other" }, "license"],
    [{ usableUntil: "31/12/2026" }, "usableUntil"],
    [{ usableUntil: "2026-02-31" }, "usableUntil"],
    [{ madeByAi: "maybe" }, "madeByAi"],
    [{ crop: { x: 0, y: 0, width: 2, height: 1 } }, "crop"],
    [{ rotation: 45 }, "rotation"],
    [{ colour: "red" }, "colour"],
  ])("refuses %j and names %s", async (facts, path) => {
    const answer = await describePhoto(facts);
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { path: string }[] }>();
    expect(errors.map((error) => error.path)).toContain(path);
  });

  test("the form on the photo's page saves them, and keeps what was typed when it refuses", async () => {
    const path = `/toa-soan/anh/${photo}/nguoi-chup`;
    const refused = await editor.post(path, { credit: "Lê Na", source: "other", license: "" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Lê Na"');
    const facts = { credit: "Lê Na", source: "other", license: "CC BY 4.0", usableUntil: tomorrow };
    expect((await editor.post(path, facts)).status).toBe(303);
    const page = await (await editor.open(`/toa-soan/anh/${photo}`)).text();
    for (const text of ["Lê Na", "CC BY 4.0", tomorrow]) expect(page).toContain(text);
  });

  test("are all kept when several people each change another one at the same time", async () => {
    const facts = {
      credit: "Lê Na",
      license: "TTXVN",
      source: "agency",
      usableUntil: tomorrow,
      madeByAi: "altered",
    };
    const changes = Object.entries(facts).map(([name, value]) => describePhoto({ [name]: value }));
    for (const answer of await Promise.all(changes)) expect(answer.status).toBe(200);
    const now = await editor.send(`/api/photos/${photo}`);
    expect(await now.json()).toMatchObject(facts);
  });

  test("that somebody changed since the form was opened stay, also after a refusal", async () => {
    const path = `/toa-soan/anh/${photo}/nguoi-chup`;
    const wasIn = (page: string) =>
      /name="was" value="([^"]*)"/.exec(page)?.[1]?.replaceAll("&quot;", '"') ?? "";
    const shown = wasIn(await (await editor.open(`/toa-soan/anh/${photo}`)).text());
    await describePhoto({ madeByAi: "altered", usableUntil: tomorrow });
    const fields = { credit: "Lê Na", license: "", usableUntil: "", madeByAi: "" };
    const refused = await editor.post(path, { ...fields, source: "other", was: shown });
    expect(refused.status).toBe(422);
    const was = wasIn(await refused.text());
    expect((await editor.post(path, { ...fields, source: "own", was })).status).toBe(303);
    expect(await (await editor.send(`/api/photos/${photo}`)).json()).toMatchObject({
      credit: "Lê Na",
      source: "own",
      madeByAi: "altered",
      usableUntil: tomorrow,
    });
  });

  test("the page of a photo has a line to copy that puts it into a text", async () => {
    await submitArticle(reporter, withPhoto("Bài có dòng để chép"));
    const page = await (await reporter.open(`/toa-soan/anh/${photo}`)).text();
    expect(page).toContain(`![Bốn ô màu](photo:${photo} &quot;Bốn ô&quot;)`);
  });

  test.each([
    ["http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", "generated"],
    [
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
      "altered",
    ],
    ["http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", null],
  ])("the label of AI comes from the file's own metadata: %s", async (term, label) => {
    const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:Description Iptc4xmpExt:DigitalSourceType="${term}"/></x:xmpmeta>`;
    const jpeg = fixture("orientation-1.jpg");
    const length = String.fromCharCode((xmp.length + 2) >> 8, (xmp.length + 2) & 255);
    const segment = toBytes(`\xff\xe1${length}${xmp}`);
    const form = new FormData();
    form.append("file", new File([jpeg.slice(0, 2), segment, jpeg.slice(2)], "ai.jpg"));
    const answer = await reporter.send("/api/photos", { method: "POST", body: form });
    expect(await answer.json()).toMatchObject({ madeByAi: label });
  });
});

describe("GET /toa-soan/anh?show=usable", () => {
  test("lists the photos of a known source that have not expired, with their captions", async () => {
    await submitArticle(reporter, withPhoto("Bài có ảnh chú thích"));
    expect(await library("?show=usable")).not.toContain(photo);
    await describePhoto({ source: "own" });
    const page = await library("?show=usable");
    expect(page).toContain(photo);
    expect(page).toContain("Bốn ô</p>");
    await describePhoto({ usableUntil: yesterday });
    expect(await library("?show=usable")).not.toContain(photo);
    expect(await library("?show=used")).toContain("Ảnh đã hết hạn dùng");
  });

  test("answers JSON to a script", async () => {
    await submitArticle(reporter, withPhoto("Bài có ảnh cho hộp chọn"));
    const answer = await reporter.open("/toa-soan/anh?show=used", { accept: "application/json" });
    const { photos } = await answer.json<{ photos: { id: string }[] }>();
    expect(photos.find(({ id }) => id === photo)).toMatchObject({
      alt: "Bốn ô màu",
      caption: "Bốn ô",
      url: `/toa-soan/anh/${photo}/480.webp`,
      expired: false,
    });
  });
});

describe("POST /toa-soan/anh/nhieu", () => {
  test("stores several photos with the same facts, and names those that it had and the file that is none", async () => {
    const form = new FormData();
    for (const n of [1, 2]) {
      form.append(
        "files",
        new File([fixture("orientation-1.jpg"), `kho ${n} ${photo}`], `${n}.jpg`),
      );
    }
    form.append("credit", `Kho ${photo.slice(0, 8)}`);
    form.append("source", "own");
    expect((await reporter.post("/toa-soan/anh/nhieu", form)).status).toBe(303);
    const found = await library(`?show=usable&q=${photo.slice(0, 8)}`);
    expect(found.match(/<li>\s*<a href="\/toa-soan\/anh\//g)).toHaveLength(2);
    form.set("credit", "Người khác");
    const known = await reporter.post("/toa-soan/anh/nhieu", form);
    expect(await known.text()).toContain("2.jpg: ảnh đã có trong kho nên giữ thông tin cũ");
    form.append("files", new File(["không phải ảnh"], "bai.txt"));
    const refused = await reporter.post("/toa-soan/anh/nhieu", form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("bai.txt");
  });
});

describe("an expired photo", () => {
  const codes = async (answer: Promise<Response>): Promise<string> => (await answer).text();

  test("blocks a submission, wherever it stands", async () => {
    await describePhoto({ usableUntil: yesterday });
    const lead = article("Ảnh đại diện hết hạn", { leadPhoto: { photo, alt: "Bốn ô màu" } });
    for (const content of [lead, withPhoto("Ảnh trong bài hết hạn")]) {
      const answer = await reporter.send("/api/articles?submit=true", json("POST", content));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("chỉ được dùng đến hết ngày");
    }
    const draft = await reporter.send("/api/articles", json("POST", lead));
    expect(draft.status).toBe(201);
    const { findings } = await draft.json<{ findings: object[] }>();
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "expired-photo", severity: "block" }),
    );
  });

  test("blocks it also when the same bytes come with the article", async () => {
    await describePhoto({ usableUntil: yesterday });
    const form = new FormData();
    form.append(
      "file",
      new File([fixture("orientation-1.jpg"), "hết hạn"], "a.jpg", { type: "image/jpeg" }),
    );
    const sent = await reporter.send("/api/photos", { method: "POST", body: form });
    photo = (await sent.json<{ id: string }>()).id;
    await describePhoto({ usableUntil: yesterday });
    const parts = new FormData();
    const lead = { leadPhoto: { photo: "a.jpg", alt: "Bốn ô màu" } };
    parts.append("article", JSON.stringify(article("Gửi lại ảnh hết hạn", lead)));
    parts.append(
      "photo",
      new File([fixture("orientation-1.jpg"), "hết hạn"], "a.jpg", { type: "image/jpeg" }),
    );
    const init = { method: "POST", body: parts };
    expect(await codes(reporter.send("/api/articles?submit=true", init))).toContain("hết ngày");
  });

  test("blocks an approval for a time after its last day", async () => {
    await describePhoto({ usableUntil: tomorrow });
    const { id } = await submitArticle(reporter, withPhoto("Hẹn giờ quá hạn ảnh"));
    const at = new Date(Date.now() + 3 * day).toISOString();
    const refused = await editor.send(`/api/articles/${id}/publication`, json("PUT", { at }));
    expect(refused.status).toBe(422);
    expect((await approve(editor, id)).status).toBe("published");
  });

  test("stops a scheduled publication and tells the editors why", async () => {
    const { id, slug } = await submitArticle(reporter, withPhoto("Hẹn giờ rồi ảnh hết hạn"));
    const at = Date.now() + 60 * 60 * 1000;
    await approve(editor, id, { at: new Date(at).toISOString() });
    await describePhoto({ usableUntil: yesterday });
    await runClock(at + 1000);
    expect((await send(`/bai-viet/${slug}`)).status).toBe(404);
  });

  test("stays on a published page, and the editors' desk names the article", async () => {
    const { slug } = await publish(reporter, editor, withPhoto("Bài đăng rồi ảnh hết hạn"));
    await describePhoto({ usableUntil: yesterday });
    expect(await (await send(`/bai-viet/${slug}`)).text()).toContain(photo);
    const desk = await (await editor.open("/toa-soan")).text();
    expect(desk).toContain("Ảnh hết hạn dùng vẫn đang hiện trên trang");
    expect(desk).toContain(`/toa-soan/anh/${photo}`);
    expect(await (await reporter.open("/toa-soan")).text()).not.toContain("Ảnh hết hạn dùng vẫn");
  });
});
