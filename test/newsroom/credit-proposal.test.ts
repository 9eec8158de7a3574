import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let other: Staff;
let editor: Staff;
let photo = "";
let slug = "";
let id = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, other] = [await hireInBrowser("reporter"), await hireInBrowser("reporter")];
  editor = await hireInBrowser("editor");
});

beforeEach(async () => {
  photo = await sendPhoto(reporter);
  const content = article(`Bài ảnh ${photo.slice(0, 6)}`, { body: `![Bốn ô](photo:${photo})` });
  ({ id, slug } = await publish(reporter, editor, content));
});

async function act(staff: Staff, fields: Record<string, string>): Promise<Response> {
  return staff.post(`/toa-soan/anh/${photo}/de-nghi`, fields);
}

const propose = async (staff: Staff, credit: string) => act(staff, { act: "propose", credit });

async function readText(answer: Promise<Response>): Promise<string> {
  return (await answer).text();
}

const publicPage = async () => readText(send(`/bai-viet/${slug}`));

describe("POST /toa-soan/anh/:photo/de-nghi", () => {
  test("its reporter proposes who took a published photo; an editor accepts it on the desk, and royalties follow", async () => {
    const answer = await propose(reporter, "Lê Na");
    expect(answer.headers.get("location")).toBe(`/toa-soan/anh/${photo}?done=proposed`);
    expect(await publicPage()).not.toContain("Lê Na");
    expect(await readText(reporter.open(`/toa-soan/anh/${photo}`))).toContain("Đã đề nghị: Lê Na");
    const desk = await readText(editor.open("/toa-soan"));
    expect(desk).toContain("đề nghị ghi người chụp: Lê Na");
    const accepted = await act(editor, { act: "accept", credit: "Lê Na", from: "desk" });
    expect(accepted.headers.get("location")).toBe("/toa-soan");
    expect(await publicPage()).toContain("Ảnh: Lê Na");
    expect(await readText(editor.open("/toa-soan"))).not.toContain("Lê Na");
    expect(await readText(editor.open("/toa-soan/quan-tri/nhuan-but"))).toContain("Lê Na");
  });

  test("an editor refuses it, and decides nothing that they have not seen", async () => {
    await propose(reporter, "Tên Sai");
    await propose(reporter, "Tên Khác");
    expect((await act(editor, { act: "accept", credit: "Tên Sai" })).status).toBe(409);
    expect((await act(editor, { act: "refuse", credit: "Tên Khác" })).status).toBe(303);
    expect(await publicPage()).not.toContain("Tên");
    expect(await readText(editor.open("/toa-soan"))).not.toContain("Tên Khác");
    expect((await act(editor, { act: "refuse", credit: "Tên Khác" })).status).toBe(409);
  });

  test("is not for other reporters, and no reporter decides", async () => {
    expect((await propose(other, "Kẻ Lạ")).status).toBe(403);
    await propose(reporter, "Lê Hoa");
    expect((await act(reporter, { act: "accept", credit: "Lê Hoa" })).status).toBe(403);
  });

  test("needs a name, and keeps what was typed", async () => {
    expect((await propose(reporter, " ")).status).toBe(422);
    const long = await propose(reporter, "dài ".repeat(60));
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("dài dài");
  });

  test("a name is too long also for those who may enter it at once", async () => {
    const long = await propose(editor, "dài ".repeat(60));
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("Tên người chụp dài quá 200 chữ");
  });

  test("answers a script with JSON when it refuses a name", async () => {
    const asScript = { accept: "application/json" };
    const path = `/toa-soan/anh/${photo}/de-nghi`;
    const answer = await reporter.post(path, { act: "propose", credit: "" }, asScript);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ detail: "Hãy ghi tên người chụp." });
  });

  test("an editor enters the name directly, which ends the proposal", async () => {
    await propose(reporter, "Lê Na");
    const path = `/toa-soan/anh/${photo}/nguoi-chup`;
    expect((await editor.post(path, { credit: "Đỗ Vân" })).status).toBe(303);
    expect(await publicPage()).toContain("Ảnh: Đỗ Vân");
    expect(await readText(editor.open(`/toa-soan/anh/${photo}`))).not.toContain("Lê Na");
  });

  test("PATCH /api/photos/:id proposes it as well: 202 for its reporter, 200 for an editor, and royalties follow", async () => {
    const path = `/api/photos/${photo}`;
    const proposed = await reporter.send(path, json("PATCH", { credit: "Lê Na" }));
    expect(proposed.status).toBe(202);
    const waiting = { credit: null, proposedCredit: "Lê Na" };
    expect(await proposed.json()).toMatchObject(waiting);
    expect(await (await reporter.send(path)).json()).toMatchObject(waiting);
    expect(await publicPage()).not.toContain("Lê Na");
    const decided = await editor.send(path, json("PATCH", { credit: "Lê Na" }));
    expect(decided.status).toBe(200);
    expect(await decided.json()).toMatchObject({ credit: "Lê Na", proposedCredit: null });
    expect(await publicPage()).toContain("Ảnh: Lê Na");
    expect(await readText(editor.open("/toa-soan/quan-tri/nhuan-but"))).toContain("Lê Na");
  });

  test.each([
    ["another fact with it", { credit: "Lê Na", source: "own" }, 403],
    ["no name", { credit: null }, 422],
  ])("PATCH /api/photos/:id of its reporter with %s is refused", async (_, change, status) => {
    const answer = await reporter.send(`/api/photos/${photo}`, json("PATCH", change));
    expect(answer.status).toBe(status);
    expect((await other.send(`/api/photos/${photo}`, json("PATCH", change))).status).toBe(403);
    expect(await readText(editor.open("/toa-soan"))).not.toContain("Lê Na");
  });

  test("the reporter's form proposes a changed name, too", async () => {
    const fields = {
      title: `Bài ảnh ${photo.slice(0, 6)}`,
      body: `![Bốn ô](photo:${photo})`,
      version: "1",
      act: "save",
      "photo.0.id": photo,
      "photo.0.was": JSON.stringify(["", "Bốn ô", ""]),
      "photo.0.caption": "",
      "photo.0.alt": "Bốn ô",
      "photo.0.credit": "Lê Na",
    };
    const answer = await reporter.post(`/toa-soan/bai/${id}/sua`, fields);
    expect(await answer.text()).not.toContain("Bạn chỉ sửa được ảnh");
    expect(await readText(editor.open("/toa-soan"))).toContain("đề nghị ghi người chụp: Lê Na");
  });
});
