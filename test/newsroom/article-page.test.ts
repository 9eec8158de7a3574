import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomArticlePath, reviewPath } from "../../src/addresses/newsroom.ts";
import { dismissFinding } from "../../src/publishing/dismissals.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import { readApproval } from "../support/approval.ts";
import { asActor, addSections, json, send } from "../support/newsroom.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let colleague: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, colleague, editor] = [
    await hireInBrowser("reporter"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
});

async function readText(response: Response | Promise<Response>): Promise<string> {
  return (await response).text();
}

/** The hidden fields of the article page's forms; for a submitted article, of the review page to which it leads. */
async function readHiddenFields(person: Staff, id: string): Promise<Record<string, string>> {
  const page = await readText(person.open(newsroomArticlePath(id)));
  if (page.includes(`href="${reviewPath(id)}"`)) return readApproval(person, id);
  const value = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(page)?.[1] ?? "";
  return { event: value("event"), version: value("version") };
}

async function act(person: Staff, id: string, name: string, fields: Record<string, string> = {}) {
  return person.post(`${newsroomArticlePath(id)}/${name}`, {
    ...(await readHiddenFields(person, id)),
    ...fields,
  });
}

async function draft(title: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await reporter.send("/api/articles", json("POST", article(title, more)));
  return (await answer.json<{ id: string }>()).id;
}

async function readState(id: string): Promise<string> {
  const answer = await editor.send(`/api/articles/${id}`);
  return (await answer.json<{ status: string }>()).status;
}

describe("GET /toa-soan/bai/:id", () => {
  test("shows its reporter the status, the findings and the history", async () => {
    const id = await draft("Bài trong phòng", { lede: "Sapo không chấm" });
    const page = await readText(reporter.open(newsroomArticlePath(id)));
    for (const part of ["Bài trong phòng", "Nháp", "Bạn đọc chưa thấy bài này", "tạo bài"]) {
      expect(page).toContain(part);
    }
    expect(page).toContain("Sapo thiếu dấu chấm ở cuối.");
    expect(page).toContain(`href="${newsroomArticlePath(id)}/sua#o-lede"`);
    expect(page).toContain(`action="${newsroomArticlePath(id)}/nop"`);
    expect(page).not.toContain(`action="${newsroomArticlePath(id)}/dang"`);
  });

  test("404 for another reporter, even if the article is public", async () => {
    const id = await draft("Bài riêng");
    const { id: shown } = await publish(reporter, editor, article("Bài chung"));
    for (const path of [
      newsroomArticlePath(id),
      newsroomArticlePath(shown),
      newsroomArticlePath("khong-co"),
    ]) {
      expect((await colleague.open(path)).status, path).toBe(404);
    }
    expect((await colleague.post(`${newsroomArticlePath(shown)}/nop`, { event: "1" })).status).toBe(
      404,
    );
    expect((await reporter.post(`${newsroomArticlePath(shown)}/dang`, { event: "1" })).status).toBe(
      403,
    );
  });

  test("shows blocking findings with links to their fields, and no button to submit", async () => {
    const id = await draft("Bài thiếu", { byline: { authors: [], unit: "" } });
    const page = await readText(reporter.open(newsroomArticlePath(id)));
    expect(page).toContain("Bài chưa có tên tác giả.");
    expect(page).toContain(`/sua#o-byline-authors"`);
    expect(page).not.toContain(`action="${newsroomArticlePath(id)}/nop"`);
    const refused = await reporter.post(`${newsroomArticlePath(id)}/nop`, { event: "1" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Bài chưa có tên tác giả.");
  });
});

describe("a dismissed finding", () => {
  test("is folded with its reason, for the editor who approves", async () => {
    const { id } = await submitArticle(
      reporter,
      article("Bài để nguyên", { lede: "Sapo không chấm" }),
    );
    const finding = { rule: "lede-full-stop", field: "lede", excerpt: "Sapo không chấm" };
    const act = { db: env.DB, actor: asActor(reporter, "reporter"), now: Date.now() };
    await dismissFinding(act, id, { ...finding, reason: "Sapo là một câu thơ" });
    const page = await readText(editor.open(newsroomArticlePath(id)));
    expect(page).toContain("Đã xem và để nguyên (1)");
    expect(page).toContain("Sapo là một câu thơ");
    expect(page.match(/Sapo thiếu dấu chấm/g)).toHaveLength(1);
    expect(page).toContain(`href="${reviewPath(id)}"`);
  });
});

describe("the markup of article pages and the desk", () => {
  test("is valid for hostile texts", async () => {
    const hostile = `</textarea><script>x</script> "&'`;
    const { id } = await submitArticle(reporter, article(`Bài ${hostile}`));
    await act(editor, id, "tra-lai", { "return-reason": hostile });
    await act(reporter, id, "nop");
    const refused = await act(editor, id, "go", { "withdraw-reason": hostile });
    const late = await editor.post(`${newsroomArticlePath(id)}/tra-lai`, {
      event: "1",
      "return-reason": hostile,
    });
    const pages = [
      await refused.text(),
      await late.text(),
      await readText(reporter.open("/toa-soan")),
      await readText(editor.open("/toa-soan")),
      await readText(editor.open(`/toa-soan/bai?q=${encodeURIComponent(hostile)}`)),
      await readText(editor.open(newsroomArticlePath(id))),
    ];
    for (const page of pages) {
      expect(await htmlFaults(page)).toEqual([]);
      expect(page).not.toContain("<script>x");
    }
  });
});

describe("the forms of the article page", () => {
  test("submit, return with a reason, submit again, approve, withdraw, publish again", async () => {
    const id = await draft("Bài đi một vòng");
    const submitted = await act(reporter, id, "nop");
    expect(submitted.status).toBe(303);
    expect(submitted.headers.get("location")).toBe(newsroomArticlePath(id));
    expect(await readState(id)).toBe("submitted");

    await act(editor, id, "tra-lai", { "return-reason": "Thiếu số liệu <b>" });
    const returned = await readText(reporter.open(newsroomArticlePath(id)));
    expect(returned).toContain("Thiếu số liệu &lt;b&gt;");

    await act(reporter, id, "nop");
    expect((await act(editor, id, "dang")).status).toBe(303);
    expect((await send("/bai-viet/bai-di-mot-vong")).status).toBe(200);

    await act(editor, id, "go", { "withdraw-reason": "Sai ngày" });
    expect((await send("/bai-viet/bai-di-mot-vong")).status).toBe(410);
    expect(await readText(reporter.open(newsroomArticlePath(id)))).toContain("Sai ngày");

    expect((await act(editor, id, "dang")).status).toBe(303);
    expect((await send("/bai-viet/bai-di-mot-vong")).status).toBe(200);
  });

  test("a newer version of a published article is shown, compared and approved by its number", async () => {
    const standing = await publish(reporter, editor, article("Bài có bản mới"));
    await revise(reporter, standing, article("Bài có bản mới", { lede: "Sapo mới." }));
    const page = await readText(editor.open(newsroomArticlePath(standing.id)));
    expect(page).toContain("Bạn đọc đang thấy phiên bản 1.");
    expect(page).toContain(`/so-sanh?from=1&amp;to=2`);
    await act(editor, standing.id, "dang");
    expect(await readText(send(`/bai-viet/${standing.slug}`))).toContain("Sapo mới.");
  });
});

describe("POST /toa-soan/bai/:id/dang with a time", () => {
  test("reads the time as Vietnam time; the schedule can be changed and cancelled", async () => {
    const { id } = await submitArticle(reporter, article("Bài hẹn giờ đăng"));
    const at = new Date(Math.ceil(Date.now() / 60_000 + 60) * 60_000);
    const wall = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
    expect((await act(editor, id, "dang", { at: wall })).status).toBe(303);
    const row = await env.DB.prepare("SELECT scheduled_at AS at FROM articles WHERE id = ?1")
      .bind(id)
      .first<{ at: number }>();
    expect(row?.at).toBe(at.getTime());
    expect(await readText(editor.open(newsroomArticlePath(id)))).toContain(`value="${wall}"`);
    await act(editor, id, "go", { "withdraw-reason": "Chờ thêm số liệu" });
    expect(await readState(id)).toBe("submitted");
  });

  test.each([
    ["no time", "", "Hãy chọn ngày và giờ đăng."],
    ["an invalid date", "2027-02-30T10:00", "Hãy chọn ngày và giờ đăng."],
    ["a past time", "2020-01-01T10:00", "Giờ hẹn phải ở sau lúc này."],
    ["a time too far in the future", "2226-01-01T10:00", "Giờ hẹn không quá một năm."],
  ])("refuses %s at its field and keeps the typed text", async (_, at, message) => {
    const { id } = await submitArticle(reporter, article("Bài hẹn sai giờ"));
    const refused = await act(editor, id, "dang", { at });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toMatch(/<input[^>]*id="o-at"[^>]*aria-invalid="true"/);
    expect(page).toContain(message);
    expect(page).toContain(`value="${at}"`);
    expect(await readState(id)).toBe("submitted");
  });
});

describe("an act without a reason", () => {
  test.each(["tra-lai", "go"])("%s is refused and asks for a reason", async (name) => {
    const { id } = await publish(reporter, editor, article(`Bài cần lý do ${name}`));
    await revise(reporter, { id, version: 1 }, article("Bài cần lý do", { lede: "Khác." }));
    const field = name === "go" ? "withdraw-reason" : "return-reason";
    const refused = await act(editor, id, name, { [field]: "  " });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Hãy ghi lý do.");
  });
});

describe("an act from an outdated page", () => {
  test("does nothing, shows the newer events, and keeps the typed text", async () => {
    const { id } = await submitArticle(reporter, article("Bài hai người xem"));
    const stale = await readHiddenFields(editor, id);
    const other = await hireInBrowser("editor");
    await act(other, id, "tra-lai", { "return-reason": "Trả trước" });
    const late = await editor.post(`${newsroomArticlePath(id)}/go`, {
      ...stale,
      "withdraw-reason": "Gỡ sau",
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain("Bài đã thay đổi từ khi bạn mở trang");
    expect(page).toContain("Trả trước");
    expect(page).toContain("Gỡ sau");
    expect(await readState(id)).toBe("returned");
  });

  test("an approval never publishes a version that the editor has not seen", async () => {
    const { id } = await submitArticle(reporter, article("Bài sửa lúc duyệt"));
    const stale = await readHiddenFields(editor, id);
    const headers = { "if-match": '"1"' };
    const text = article("Bài sửa lúc duyệt", { lede: "Sapo sửa vội." });
    await reporter.send(`/api/articles/${id}`, json("PUT", text, headers));
    expect((await editor.post(`${newsroomArticlePath(id)}/dang`, stale)).status).toBe(409);
    expect(await readState(id)).toBe("submitted");
  });

  test("the same click sent twice counts once", async () => {
    const id = await draft("Bài bấm hai lần");
    const fields = await readHiddenFields(reporter, id);
    const answers = [
      await reporter.post(`${newsroomArticlePath(id)}/nop`, fields),
      await reporter.post(`${newsroomArticlePath(id)}/nop`, fields),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const events = await env.DB.prepare("SELECT type FROM events WHERE article_id = ?1")
      .bind(id)
      .all<{ type: string }>();
    expect(events.results.map(({ type }) => type)).toEqual(["created", "submitted"]);
  });

  test("a second correction from an old page is refused, not treated as a duplicate", async () => {
    const { id } = await publish(reporter, editor, article("Bài đính chính hai lần"));
    const fields = await readHiddenFields(editor, id);
    const correct = (correction: string) =>
      editor.post(`${newsroomArticlePath(id)}/dinh-chinh`, { ...fields, correction });
    const answers = [await correct("Ngày đúng là 28/01."), await correct("Ngày đúng là 28/01.")];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const other = await correct("Tên đúng là Nguyễn Văn An.");
    expect(other.status).toBe(409);
    expect(await readText(other)).toContain("Tên đúng là Nguyễn Văn An.");
  });

  test("an immediate approval from a page that already sent a schedule is refused", async () => {
    const { id } = await submitArticle(reporter, article("Bài hẹn rồi đăng ngay"));
    const fields = await readHiddenFields(editor, id);
    const tomorrow = new Date(Date.now() + 31 * 60 * 60 * 1000).toISOString().slice(0, 16);
    const send = (more: Record<string, string>) =>
      editor.post(`${newsroomArticlePath(id)}/dang`, { ...fields, ...more });
    const answers = [await send({ at: tomorrow }), await send({ at: tomorrow }), await send({})];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 409]);
    expect(await readState(id)).toBe("scheduled");
  });

  test("after the session has ended, the answer carries the typed text to send it again", async () => {
    const { id } = await submitArticle(reporter, article("Bài trả lại lúc hết phiên"));
    const fields = {
      ...(await readHiddenFields(editor, id)),
      "return-reason": "Lý do dài viết trên điện thoại",
    };
    const late = await send(`${newsroomArticlePath(id)}/tra-lai`, {
      ...form(fields),
      headers: sameOrigin,
    });
    expect(late.status).toBe(401);
    const page = await late.text();
    expect(page).toContain('value="Lý do dài viết trên điện thoại"');
    expect(page).toContain(`action="${newsroomArticlePath(id)}/tra-lai"`);
    expect(await readState(id)).toBe("submitted");
  });
});
