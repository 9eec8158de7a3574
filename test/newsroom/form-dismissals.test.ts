import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { reviewPath } from "../../src/addresses/newsroom.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, multipart, saveArticle, typeArticle } from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
});

const missingStop = { rule: "lede-full-stop", field: "lede", excerpt: "" };

async function readPage(id: string): Promise<string> {
  return (await reporter.open(`/toa-soan/bai/${id}/sua`)).text();
}

describe("dismissing a finding in the form", () => {
  test("requires a reason and keeps the typed text", async () => {
    const id = await saveArticle(
      reporter,
      typeArticle("Sapo lạ", { lede: "Sapo không có dấu chấm" }),
    );
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const number =
      Object.keys(fields)
        .find((name) => name.startsWith("finding."))
        ?.slice("finding.".length) ?? "";
    expect(JSON.parse(fields[`finding.${number}`] ?? "")).toMatchObject({ rule: "lede-full-stop" });
    const sent = { ...fields, body: "Chữ mới gõ.", act: `dismiss.${number}` };
    const refused = await reporter.post(action, multipart(sent));
    expect(refused.status).toBe(422);
    expect(await refused.clone().text()).toContain("Hãy ghi lý do");
    expect((await formIn(refused)).fields).toMatchObject({ body: "Chữ mới gõ." });
    const taken = await reporter.post(
      action,
      multipart({ ...sent, [`reason.${number}`]: "Sapo là câu thơ <i>" }),
    );
    expect(taken.status).toBe(200);
    const page = await taken.clone().text();
    expect(page).toContain("Đã bỏ qua 1 nhắc");
    expect(page).toContain("Sapo là câu thơ &lt;i&gt;");
    expect((await formIn(taken)).fields).toMatchObject({ body: "Chữ mới gõ." });
    const log = await env.DB.prepare(
      "SELECT actor_id, detail FROM log WHERE act = 'finding.dismissed' AND subject = ?1",
    )
      .bind(id)
      .first<{ actor_id: string; detail: string }>();
    expect(log?.actor_id).toBe(reporter.id);
    expect(JSON.parse(log?.detail ?? "")).toMatchObject({
      rule: "lede-full-stop",
      reason: "Sapo là câu thơ <i>",
    });
  });

  test("is valid until the checked text changes", async () => {
    const id = await saveArticle(reporter, typeArticle("Sapo đổi", { lede: "Sapo một" }));
    const { fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const finding = JSON.parse(fields["finding.0"] ?? "") as Record<string, string>;
    const send = (more: Record<string, string>) =>
      reporter.post(
        `/toa-soan/bai/${id}/bo-qua`,
        { ...finding, ...more },
        { accept: "application/json" },
      );
    expect((await send({ reason: "Cố ý" })).status).toBe(204);
    expect(await readPage(id)).toContain("Đã bỏ qua 1 nhắc");
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await reporter.post(
      shown.action,
      multipart({ ...shown.fields, lede: "Sapo hai", act: "save" }),
    );
    expect(await readPage(id)).not.toContain("Đã bỏ qua");
    expect(await readPage(id)).toContain("2 chỗ nên xem lại");
  });

  test("is refused for a blocking finding", async () => {
    const id = await saveArticle(reporter, typeArticle("Thiếu sapo", { lede: "" }));
    const fields = { rule: "missing-lede", field: "lede", excerpt: "", reason: "Cố tình" };
    await reporter.post(`/toa-soan/bai/${id}/bo-qua`, fields);
    expect(await readPage(id)).toContain("1 lỗi phải sửa trước khi nộp");
    const { action, fields: shown } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect((await reporter.post(action, multipart({ ...shown, act: "submit" }))).status).toBe(422);
  });

  test("redirects to the article; is refused without a reason and for another reporter's article", async () => {
    const id = await saveArticle(reporter, typeArticle("Về phòng"));
    const path = `/toa-soan/bai/${id}/bo-qua`;
    const answer = await reporter.post(path, { ...missingStop, reason: "Vì thế" });
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}#soat-bai`);
    expect((await reporter.post(path, { ...missingStop, reason: " " })).status).toBe(422);
    expect((await reporter.post(path, { reason: "x" })).status).toBe(422);
    const other = await hireInBrowser("reporter");
    expect((await other.post(path, { ...missingStop, reason: "Vì thế" })).status).toBe(404);
  });
});

describe("a citizen-ID number in an article", () => {
  const number = "010190004321";
  const body = `Ông Lò Văn A, căn cước số ${number}, nhận quà.`;
  const finding = { rule: "citizen-id", field: "body", excerpt: number };
  const confirmed = { ...finding, reason: "Quyết định truy nã công bố số này" };
  const json = { accept: "application/json" };
  let editor: Staff;

  beforeAll(async () => {
    editor = await hireInBrowser("editor");
  });

  function submitByApi(id: string): Promise<Response> {
    return reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
  }

  function publishByApi(id: string, approval: object = {}): Promise<Response> {
    const headers = { "content-type": "application/json" };
    const init = { method: "PUT", headers, body: JSON.stringify(approval) };
    return editor.send(`/api/articles/${id}/publication`, init);
  }

  /** Submits the saved form of an article. */
  async function submitByForm(id: string): Promise<Response> {
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    return reporter.post(action, multipart({ ...fields, act: "submit" }));
  }

  async function confirm(id: string): Promise<void> {
    expect((await editor.post(`/toa-soan/bai/${id}/bo-qua`, confirmed, json)).status).toBe(204);
  }

  test("POST /toa-soan/bai/:id/sua refuses to submit it until an editor confirms it with a reason", async () => {
    const id = await saveArticle(reporter, typeArticle("Đối tượng truy nã", { body }));
    const refused = await submitByForm(id);
    expect(refused.status).toBe(422);
    const reportersPage = await refused.text();
    expect(reportersPage).toContain("1 lỗi phải sửa trước khi nộp");
    expect(reportersPage).not.toContain("Xác nhận được đăng");

    const shown = await formIn(await editor.open(`/toa-soan/bai/${id}/sua`));
    const [name = ""] =
      Object.entries(shown.fields).find(([, value]) => value.includes("citizen-id")) ?? [];
    const n = name.slice("finding.".length);
    const press = { ...shown.fields, act: `dismiss.${n}` };
    const unexplained = await editor.post(shown.action, multipart(press));
    expect(unexplained.status).toBe(422);
    expect(await unexplained.text()).toContain("Hãy ghi lý do");
    const reason = { [`reason.${n}`]: confirmed.reason };
    const answer = await editor.post(shown.action, multipart({ ...press, ...reason }));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(confirmed.reason);

    expect((await submitByForm(id)).headers.get("location")).toBe(`/toa-soan/bai/${id}`);
    expect((await publishByApi(id)).status).toBe(200);
  });

  test("POST …/bo-qua of a reporter answers 403, in the form 422 with the text kept, and it still blocks", async () => {
    const id = await saveArticle(reporter, typeArticle("Phóng viên tự xác nhận", { body }));
    const path = `/toa-soan/bai/${id}/bo-qua`;
    expect((await reporter.post(path, confirmed, json)).status).toBe(403);
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const forged = { "finding.0": JSON.stringify(finding), "reason.0": confirmed.reason };
    const sent = { ...fields, ...forged, lede: "Sapo mới gõ.", act: "dismiss.0" };
    const refused = await reporter.post(action, multipart(sent));
    expect(refused.status).toBe(422);
    expect(await refused.clone().text()).toContain("Chỉ biên tập viên được xác nhận lỗi này.");
    expect((await formIn(refused)).fields).toMatchObject({ lede: "Sapo mới gõ." });
    expect((await submitByApi(id)).status).toBe(422);
  });

  test("PUT /api/articles/:id/submission answers 422 before the confirmation and 200 after it", async () => {
    const id = await saveArticle(reporter, typeArticle("Nộp qua API", { body }));
    const refused = await submitByApi(id);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ path: "body" }] });
    await confirm(id);
    expect((await submitByApi(id)).status).toBe(200);
  });

  test("POST /api/articles?submit=true answers 422: nobody has confirmed a new article", async () => {
    const article = {
      title: "Nộp ngay qua API",
      lede: "Sapo của bài.",
      body,
      section: "tin-tuc",
      byline: { authors: ["Thế Bằng"] },
    };
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(article) };
    const refused = await editor.send("/api/articles?submit=true", init);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ path: "body" }] });
  });

  test("a confirmation is valid for that number only", async () => {
    const id = await saveArticle(reporter, typeArticle("Thêm số khác", { body }));
    await confirm(id);
    const more = `${body}\n\nBà Lò Thị B, căn cước số 010190008765, nhận quà.`;
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const refused = await reporter.post(
      action,
      multipart({ ...fields, body: more, act: "submit" }),
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("1 lỗi phải sửa trước khi nộp");
  });

  test("a version that nobody confirmed is neither published nor scheduled, by the API or on the page", async () => {
    const id = await saveArticle(reporter, typeArticle("Bản sau có số"));
    expect((await submitByApi(id)).status).toBe(200);
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await reporter.post(action, multipart({ ...fields, body, act: "save" }));
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
    expect((await publishByApi(id)).status).toBe(422);
    expect((await publishByApi(id, { at: tomorrow })).status).toBe(422);
    const event = await env.DB.prepare("SELECT event FROM articles WHERE id = ?1")
      .bind(id)
      .first<number>("event");
    await editor.open(reviewPath(id));
    const read = { version: "2", read: "2" };
    const schedule = { event: String(event), ...read, at: toWallClock(tomorrow) };
    expect((await editor.post(`/toa-soan/bai/${id}/dang`, schedule)).status).toBe(422);
    await confirm(id);
    expect((await editor.post(`/toa-soan/bai/${id}/dang`, schedule)).status).toBe(303);
    expect(await (await editor.send(`/api/articles/${id}`)).json()).toMatchObject({
      status: "scheduled",
    });
  });
});

/** A time as a datetime-local field sends it, in Vietnam. */
function toWallClock(iso: string): string {
  return new Date(Date.parse(iso) + 7 * 60 * 60 * 1000).toISOString().slice(0, 16);
}
