import { beforeAll, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const form = "/toa-soan/tac-gia/le-ha";

let editor: Staff;
let photo = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  const reporter = await hireInBrowser("reporter");
  editor = await hireInBrowser("editor");
  for (const name of ["Lê Hà", "Lê Hạ"]) {
    const byline = { authors: [name], unit: "" };
    await publish(reporter, editor, article(`Bài của ${name}`, { byline }));
  }
  photo = await sendPhoto(editor);
});

async function readPage(path: string): Promise<string> {
  return (await send(path)).text();
}

async function save(fields: Record<string, string>): Promise<Response> {
  return editor.post(form, { about: "", photo: "", alt: "", ...fields });
}

describe("the profile of an author", () => {
  test("is reached from the desk, and the form says that consent is needed", async () => {
    expect(await (await editor.open("/toa-soan")).text()).toContain('href="/toa-soan/tac-gia"');
    const list = await (await editor.open("/toa-soan/tac-gia")).text();
    expect(list).toContain('<a href="/toa-soan/tac-gia/le-ha-2">Lê Hạ</a>');
    expect(await (await editor.open(form)).text()).toContain("khi người ấy đã đồng ý");
    expect((await editor.open("/toa-soan/tac-gia/khong-co")).status).toBe(404);
  });

  test("shows the portrait and the line on the author's page alone, and as linked data", async () => {
    expect(await readPage("/tac-gia/le-ha")).toContain('"@type":"Person","name":"Lê Hà"');
    await fillCache(["/tac-gia/le-ha"]);
    const about = "Phóng viên </script> & cây bút";
    const answer = await save({ about, photo: `/toa-soan/anh/${photo}`, alt: "Lê Hà tươi cười" });
    expect(answer.status).toBe(303);
    expect(await isCached("/tac-gia/le-ha")).toBe(false);
    const page = await readPage("/tac-gia/le-ha");
    expect(page).toContain("<p>Phóng viên &lt;/script&gt; &amp; cây bút</p>");
    expect(page).toContain('alt="Lê Hà tươi cười"');
    expect(page).toMatch(new RegExp(`og:image" content="[^"]*/anh/${photo}/`));
    const [, json = ""] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      "@type": "Person",
      name: "Lê Hà",
      description: about,
      image: expect.stringContaining(`/anh/${photo}/`),
    });
    expect(await readPage("/tac-gia/le-ha-2")).not.toContain(photo);
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(200);
  });

  test.each([
    [{ about: "x".repeat(201) }, "Dài quá 200 ký tự."],
    [{ photo: "f".repeat(64), alt: "Ảnh" }, "Thư viện không có ảnh này."],
  ])("is refused and kept in the form: %#", async (fields, why) => {
    const answer = await save(fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(why);
    expect(page).toContain(`value="${Object.values(fields)[0]}"`);
  });

  test("loses an erased photo, and readers see nothing of it", async () => {
    expect((await editor.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Xin gỡ" })).status).toBe(
      303,
    );
    const page = await readPage("/tac-gia/le-ha");
    expect(page).not.toContain(photo);
    expect(page).not.toContain("Lê Hà tươi cười");
    expect(page).toContain("cây bút");
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(404);
  });

  test("is removed as a whole, with the portrait's address", async () => {
    const other = await sendPhoto(editor);
    await save({ about: "Phóng viên", photo: other, alt: "Chân dung" });
    expect((await send(`/anh/${other}/goc.jpg`)).status).toBe(200);
    expect((await editor.post(`${form}/xoa`)).status).toBe(303);
    expect(await readPage("/tac-gia/le-ha")).not.toContain('author-profile"');
    expect((await send(`/anh/${other}/goc.jpg`)).status).toBe(404);
  });
});
