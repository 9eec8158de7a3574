import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let colleague: Staff;
let editor: Staff;
let emptyDesk: string;
let guide: string;

beforeAll(async () => {
  const admin = await hireInBrowser("admin");
  emptyDesk = await (await admin.open("/toa-soan")).text();
  guide = await (await admin.open("/toa-soan/huong-dan/bien-tap-vien")).text();
  await addSections("tin-tuc", "su-kien");
  [reporter, colleague, editor] = [
    await hireInBrowser("reporter"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
  await reporter.send("/api/articles", json("POST", article("Bài đang viết")));
  await colleague.send("/api/articles", json("POST", article("Bài của đồng nghiệp")));
  await submitArticle(reporter, article("Bài nộp trước"));
  await submitArticle(colleague, article("Bài nộp sau"));
  const returned = await submitArticle(reporter, article("Bài bị trả"));
  const reason = json("DELETE", { reason: "Thiếu ảnh" });
  await editor.send(`/api/articles/${returned.id}/submission`, reason);
  const scheduled = await submitArticle(reporter, article("Bài chờ giờ", { section: "su-kien" }));
  await approve(editor, scheduled.id, {
    at: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString(),
  });
  const shown = await publish(reporter, editor, article("Bài đang đăng"));
  const headers = { "if-match": `"${shown.version}"` };
  const newer = article("Bài đang đăng", { lede: "Sapo khác." });
  await reporter.send(`/api/articles/${shown.id}`, json("PUT", newer, headers));
  const resubmitted = await publish(reporter, editor, article("Bài đăng, bản mới chờ duyệt"));
  await revise(reporter, resubmitted, article("Bài đăng, bản mới chờ duyệt", { lede: "Mới." }));
});

/** The titles of the articles on the desk, by heading. */
async function readGroups(person: Staff): Promise<Record<string, string[]>> {
  const page = await (await person.open("/toa-soan")).text();
  const groups: Record<string, string[]> = {};
  for (const part of page.split("<h2 ").slice(1)) {
    const heading = />([^<]*)<\/h2>/.exec(part)?.[1] ?? "";
    groups[heading] = titlesIn(part);
  }
  return groups;
}

function titlesIn(page: string): string[] {
  return [...page.matchAll(/href="\/toa-soan\/bai\/[0-9a-z]{16}(?:\/duyet)?"\s*>([^<]*)</g)].map(
    ([, title]) => title ?? "",
  );
}

describe("GET /toa-soan", () => {
  test("leads the admin of a site without articles to the guide's steps for a new site", () => {
    const [, anchor] = /href="\/toa-soan\/huong-dan\/bien-tap-vien#([^"]+)"/.exec(emptyDesk) ?? [];
    expect(guide).toContain(`<h2 id="${anchor}">Mở một trang mới</h2>`);
  });

  test("shows a reporter their own articles, returned ones first", async () => {
    const groups = await readGroups(reporter);
    expect(Object.keys(groups)[0]).toBe("Trả lại cho bạn");
    expect(groups).toEqual({
      "Trả lại cho bạn": ["Bài bị trả"],
      "Bạn đang viết": ["Bài đang viết"],
      "Đang đăng, có bản mới chưa nộp": ["Bài đang đăng"],
      "Chờ duyệt": ["Bài nộp trước", "Bài đăng, bản mới chờ duyệt"],
      "Hẹn giờ đăng": ["Bài chờ giờ"],
      "Mới đăng": ["Bài đang đăng"],
      "Vừa xảy ra": expect.arrayContaining(["Bài đang đăng", "Bài chờ giờ"]),
    });
    const page = await (await reporter.open("/toa-soan")).text();
    expect(page).toContain("Thiếu ảnh");
    expect(page).not.toContain("Bài của đồng nghiệp");
  });

  test("shows an editor the submitted articles, oldest submission first", async () => {
    const groups = await readGroups(editor);
    expect(Object.entries(groups)[0]).toEqual([
      "Chờ bạn duyệt",
      ["Bài nộp trước", "Bài nộp sau", "Bài đăng, bản mới chờ duyệt"],
    ]);
    expect(groups["Đang viết"]).toEqual(["Bài của đồng nghiệp", "Bài đang viết"]);
    const page = await (await editor.open("/toa-soan")).text();
    expect(page).toContain("đang đăng bản 1");
    expect(page).toContain("có bản 2 chưa duyệt");
    expect(page).toMatch(
      /nộp <time [^>]*>(?:vừa xong|\d+ phút trước) · \d\d:\d\d, \d\d\/\d\d\/\d{4}</,
    );
  });
});

describe("GET /toa-soan/bai", () => {
  const list = async (person: Staff, query: string) =>
    titlesIn(await (await person.open(`/toa-soan/bai${query}`)).text());

  test("shows an editor all articles, a reporter only their own", async () => {
    expect((await list(editor, "")).length).toBe(8);
    expect(await list(colleague, "")).toEqual(["Bài nộp sau", "Bài của đồng nghiệp"]);
    expect(await list(editor, "?owner=me")).toEqual([]);
  });

  test.each([
    ["?state=returned", ["Bài bị trả"]],
    ["?state=revised", ["Bài đang đăng"]],
    ["?section=su-kien", ["Bài chờ giờ"]],
    ["?q=bai+cho+GIO", ["Bài chờ giờ"]],
    ["?q=duyet&state=submitted", ["Bài đăng, bản mới chờ duyệt"]],
    ["?q=%25", []],
  ])("with %s finds %j", async (query, titles) => {
    expect(await list(editor, query)).toEqual(titles);
  });

  test("has a link to the next page until the last article", async () => {
    const writer = await hireInBrowser("reporter");
    for (let n = 0; n < 31; n++) {
      const answer = await writer.send("/api/articles", json("POST", article(`Bài số ${n}`)));
      expect(answer.status).toBe(201);
    }
    const first = await (await writer.open("/toa-soan/bai")).text();
    expect(titlesIn(first).length).toBe(30);
    const older = /href="(\/toa-soan\/bai\?before=[^"]+)"/.exec(first)?.[1] ?? "";
    const rest = titlesIn(await (await writer.open(older)).text());
    expect(rest.length).toBe(1);
    expect(titlesIn(first)).not.toContain(rest[0]);
    const desk = await (await writer.open("/toa-soan")).text();
    expect(desk).toContain(`href="/toa-soan/bai?state=draft"`);
  });
});
