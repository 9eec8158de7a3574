import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { meter } from "../../bench/workers/metered-database.ts";
import { publishPath, returnPath, reviewPath } from "../../src/addresses/newsroom.ts";
import { erasePhoto } from "../../src/publishing/photo-erasure.ts";
import worker from "../../src/worker.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { readApproval } from "../support/approval.ts";
import { article, publish, revise, submitArticle } from "../support/articles.ts";
import { addSections, asActor, json, origin } from "../support/newsroom.ts";
import { sendWidePhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc", "khoa-hoc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

async function read(person: Staff, id: string): Promise<string> {
  return (await person.open(reviewPath(id))).text();
}

/** Saves a new version of a submitted article, by the API. */
async function save(id: string, version: number, content: Record<string, unknown>) {
  const answer = await reporter.send(
    `/api/articles/${id}`,
    json("PUT", content, { "if-match": `"${version}"` }),
  );
  expect(answer.status).toBe(200);
}

/** The page without words for screen readers, and without line breaks between elements. */
function keepVisible(page: string): string {
  return page.replace(/<span class="unseen">[^<]*<\/span>/g, "").replace(/\s+/g, " ");
}

async function readState(id: string): Promise<string | null> {
  return env.DB.prepare("SELECT state FROM articles WHERE id = ?1").bind(id).first("state");
}

describe("GET /toa-soan/bai/:id/duyet", () => {
  test("begins with the title, and shows the text as readers will see it", async () => {
    const body = "Đoạn **đậm** một.\n\n## Mục\n\n- ý một\n- ý hai";
    const { id } = await submitArticle(reporter, article("Bài để đọc", { body }));
    const page = await read(editor, id);
    const main = page.slice(page.indexOf("<main"));
    expect(page).not.toContain("newsroom-bar");
    expect(main.replace(/<[^>]*>/g, " ").trim()).toMatch(/^Bài để đọc\s/);
    for (const part of ["<strong>đậm</strong>", '<h2 id="muc-muc">Mục</h2>', "<li>ý hai</li>"]) {
      expect(page).toContain(part);
    }
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("has the body that readers get, but for what stands beside its blocks", async () => {
    const photo = await sendWidePhoto(reporter);
    const body = [
      "Đoạn **đậm** có [liên kết](https://example.vn) và `mã`.[^1]",
      `![Mô tả](photo:${photo} "Chú thích")`,
      "> Trích lời.",
      "1. một\n2. hai",
      "| a | b |\n|---|---|\n| 1 | 2 |",
      "[^1]: Chú thích.",
    ].join("\n\n");
    const { id } = await submitArticle(reporter, article("Bài cùng một cách in", { body }));
    const bodyIn = (page: string) =>
      (page.split('<div class="article-body">')[1] ?? "")
        .split('<footer class="article-end">')[0]
        ?.replace(/<div class="passage[^>]*>|<\/div>|<a\s+class="add-note"[^]*?<\/a>/g, "")
        .replace(/\s+/g, "");
    const preview = await (await editor.open(`/toa-soan/bai/${id}/trang?version=1`)).text();
    expect(bodyIn(await read(editor, id))).toBe(bodyIn(preview));
  });

  test("is for editors, and 404 for an unknown article", async () => {
    const { id } = await submitArticle(reporter, article("Bài chỉ biên tập đọc"));
    expect((await reporter.open(reviewPath(id))).status).toBe(403);
    expect((await editor.open(reviewPath("khong-co"))).status).toBe(404);
  });

  test("allows no script but the site's own, and no frame", async () => {
    const { id } = await submitArticle(reporter, article("Bài có chính sách"));
    const policy = (await editor.open(reviewPath(id))).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("costs two round trips after the session, whatever the article holds", async () => {
    const paragraphs = Array.from({ length: 60 }, (_, n) => `Đoạn ${n} có sô liệu.`);
    const { id } = await submitArticle(
      reporter,
      article("Bài dài", { body: paragraphs.join("\n\n"), tags: ["a", "b"] }),
    );
    await save(id, 1, article("Bài dài", { body: paragraphs.slice(1).join("\n\n") }));
    const usage = { roundTrips: 0, rowsRead: 0, milliseconds: 0 };
    const open = () =>
      worker.fetch(
        new Request<unknown, IncomingRequestCfProperties>(origin + reviewPath(id), {
          headers: { cookie: editor.cookie },
        }),
        { ...env, DB: meter(env.DB, usage) },
        createExecutionContext(),
      );
    await open();
    usage.roundTrips = 0;
    expect((await open()).status).toBe(200);
    expect(usage.roundTrips).toBe(3);
  });
});

describe("changes since the last look of an editor", () => {
  test("are marked word by word in the text, and stay marked when the page is loaded again", async () => {
    const before = article("Xã mở chợ", {
      body: "Chợ họp ngày 5 hằng tháng.\n\nĐoạn sẽ bỏ đi hẳn.",
    });
    const { id } = await submitArticle(reporter, before);
    expect(await read(editor, id)).not.toContain("<ins>");
    const after = article("Xã mở chợ phiên", {
      body: "Chợ họp ngày 15 hằng tháng.\n\nCâu mới tinh ở cuối bài.",
      lede: "Sapo của bài Xã mở chợ.",
    });
    await save(id, 1, after);
    for (const page of [await read(editor, id), await read(editor, id)]) {
      expect(keepVisible(page)).toContain("<h1>Xã mở chợ<ins> phiên</ins></h1>");
      expect(keepVisible(page)).toContain(
        "<p>Chợ họp ngày <del>5</del><ins>15</ins> hằng tháng.</p>",
      );
      expect(keepVisible(page)).toContain("<p><del>Đoạn sẽ bỏ đi hẳn.</del></p>");
      expect(keepVisible(page)).toContain("<p><ins>Câu mới tinh ở cuối bài.</ins></p>");
      expect(page).toContain("So với phiên bản 1 bạn đã xem");
      expect(await htmlFaults(page)).toEqual([]);
    }
    expect(await read(await hireInBrowser("editor"), id)).not.toContain("<ins>");
  });

  test("keep the elements of the text: emphasis, lists, links and footnotes", async () => {
    const text = (word: string) =>
      `Chữ **đậm ${word} này** và [liên kết ${word}](https://example.vn).[^1]\n\n- ý ${word}\n- ý hai\n\n[^1]: Chú thích ${word}.`;
    const { id } = await submitArticle(reporter, article("Bài có dấu", { body: text("cũ") }));
    await read(editor, id);
    await save(id, 1, article("Bài có dấu", { body: text("mới") }));
    const page = await read(editor, id);
    expect(keepVisible(page)).toContain("<strong>đậm <del>cũ</del><ins>mới</ins> này</strong>");
    expect(keepVisible(page)).toContain("<li>ý <del>cũ</del><ins>mới</ins></li>");
    expect(keepVisible(page)).toContain("Chú thích <del>cũ</del><ins>mới</ins>.");
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("of formats alone are marked with what the words were, outside their text", async () => {
    const before = "Chợ phiên đông.\n\n## Mục";
    const { id } = await submitArticle(reporter, article("Bài đổi chữ đậm", { body: before }));
    await read(editor, id);
    const body = "Chợ **phiên** đông.\n\n### Mục";
    await save(id, 1, article("Bài đổi chữ đậm", { body }));
    const page = keepVisible(await read(editor, id));
    expect(page).toContain(
      '<strong><span class="format-change" data-former="trước: chữ thường">phiên</span></strong>',
    );
    expect(page).toContain('data-former="trước: đề mục cấp 2">Mục</span>');
    expect(page).not.toContain("không đánh dấu được");
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("name photos that came, went or got other words, and fields beside the text", async () => {
    const [kept, gone, fresh] = [
      await sendWidePhoto(reporter),
      await sendWidePhoto(reporter),
      await sendWidePhoto(reporter),
    ];
    const body = (...photos: string[]) => ["Đoạn một.", ...photos].join("\n\n");
    const before = body(
      `![Mô tả cũ](photo:${kept} "Chú thích")`,
      `![Ảnh kia](photo:${gone} "Cầu gãy")`,
    );
    const { id } = await submitArticle(reporter, article("Bài có ảnh", { body: before }));
    await read(editor, id);
    const after = body(`![Mô tả mới](photo:${kept} "Chú thích")`, `![Ảnh thêm](photo:${fresh})`);
    await save(id, 1, article("Bài có ảnh", { body: after, section: "khoa-hoc" }));
    const page = keepVisible(await read(editor, id));
    expect(page).toContain("Lời của ảnh đã đổi");
    expect(page).toContain("Mô tả <del>cũ</del><ins>mới</ins>");
    expect(page).toContain("Đã bỏ ảnh: Cầu gãy");
    expect(page).toContain("Ảnh mới");
    expect(page).toContain("<del>Chuyên mục tin-tuc</del><ins>Chuyên mục khoa-hoc</ins>");
    expect(page).toContain(`/phien-ban/2/anh/${fresh}/`);
  });

  test("say nothing of a photo that was erased since", async () => {
    const photo = await sendWidePhoto(reporter);
    const body = `Đoạn một.\n\n![Mô tả bí mật](photo:${photo} "Chú thích bí mật")`;
    const { id } = await submitArticle(reporter, article("Bài có ảnh bị xóa", { body }));
    await read(editor, id);
    await save(id, 1, article("Bài có ảnh bị xóa", { body: "Đoạn một sửa." }));
    const act = { db: env.DB, actor: asActor(editor, "editor"), now: Date.now() };
    await erasePhoto(env, act, { photoId: photo, reason: "Yêu cầu" });
    const page = await read(editor, id);
    expect(page).toContain("<ins>");
    expect(page).not.toContain("bí mật");
    expect(page).not.toContain(photo);
  });

  test("of a published article begin with what readers see", async () => {
    const standing = await publish(reporter, editor, article("Bài đăng rồi sửa"));
    await revise(reporter, standing, article("Bài đăng rồi sửa", { lede: "Sapo thật khác hẳn." }));
    const page = await read(editor, standing.id);
    expect(page).toContain("So với phiên bản 1 đang đăng");
    expect(page).toContain("<ins>");
  });
});

describe("findings on the review page", () => {
  test("stand beside their block and mark their words", async () => {
    const body = "Đoạn một không sao.\n\nHọp Thứ Hai, ngày 15/10/2026 tại xã.\n\nĐoạn ba.";
    const { id } = await submitArticle(reporter, article("Bài có ngày lạ", { body }));
    const page = await read(editor, id);
    const [, second = ""] = page.split('<div class="passage" id="doan-');
    const parts = page.split('<div class="passage" id="doan-');
    expect(second).not.toContain("remark");
    expect(parts[2]).toMatch(/<mark class="mark-(?:block|warn)"[^>]*>[^<]*Thứ Hai/);
    expect(parts[2]).toContain('class="remark ');
    expect(parts[2]).toContain(`/sua#o-body"`);
  });
});

describe("POST /toa-soan/bai/:id/dang of a submitted article", () => {
  test("publishes the version that was read", async () => {
    const { id } = await submitArticle(reporter, article("Bài đọc rồi đăng"));
    const answer = await editor.post(publishPath(id), await readApproval(editor, id));
    expect(answer.status).toBe(303);
    expect(await readState(id)).toBe("published");
  });

  test.each([
    ["without having read it", {}],
    ["having read another version", { read: "2" }],
    ["having never opened it", { read: "1" }],
  ])("refuses %s, and shows the text", async (_, more) => {
    const { id } = await submitArticle(reporter, article("Bài chưa đọc"));
    const answer = await editor.post(publishPath(id), { event: "2", version: "1", ...more });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('class="article-lede"');
    expect(await readState(id)).toBe("submitted");
  });

  test("refuses a version that was saved over meanwhile, and marks what changed", async () => {
    const text = (word: string) => article("Bài sửa lúc đọc", { body: `Đoạn ${word} duy nhất.` });
    const { id } = await submitArticle(reporter, text("cũ"));
    const fields = await readApproval(editor, id);
    await save(id, 1, text("mới"));
    const answer = await editor.post(publishPath(id), fields);
    expect(answer.status).toBe(409);
    const page = keepVisible(await answer.text());
    expect(page).toContain("Đoạn <del>cũ</del><ins>mới</ins> duy nhất.");
    expect(page).toContain("Bài đã thay đổi từ khi bạn mở trang");
    expect(await readState(id)).toBe("submitted");
    expect((await editor.post(publishPath(id), await readApproval(editor, id))).status).toBe(303);
  });
});

describe("POST /toa-soan/bai/:id/tra-lai from the review page", () => {
  test("asks for a reason there, and keeps the place", async () => {
    const { id } = await submitArticle(reporter, article("Bài trả lại"));
    const { event = "", page = "" } = await readApproval(editor, id);
    const refused = await editor.post(returnPath(id), { event, page, "return-reason": " " });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain("Hãy ghi lý do.");
    expect(shown).toContain('class="article-lede"');
    const done = await editor.post(returnPath(id), { event, page, "return-reason": "Thiếu số" });
    expect(done.status).toBe(303);
    expect(await readState(id)).toBe("returned");
  });
});
