import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { recordAct } from "../../src/people/log-store.ts";
import type { Act } from "../../src/people/log-store.ts";
import { readQueryPlan } from "../support/watched-database.ts";
import { writeCsvLine, americanCsv, vietnameseCsv } from "../../src/newsroom/admin/csv.ts";
import { article, submitArticle, publish } from "../support/articles.ts";
import { sendWidePhoto } from "../support/photos.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const path = "/toa-soan/quan-tri/nhat-ky";
const noon = Date.UTC(2020, 4, 10, 5);
const day = 24 * 60 * 60 * 1000;

let admin: Staff;
let reporter: Staff;
let editor: Staff;

async function record(...acts: (Partial<Act> & { at?: number })[]): Promise<void> {
  const standard = { act: "token.issued", subject: "máy", detail: {} };
  await env.DB.batch(
    acts.map(({ at = noon, ...act }) =>
      recordAct({ db: env.DB, actor: null, now: at }, { ...standard, ...act }),
    ),
  );
}

/** The acts that the page lists, in its order, with their subjects. */
async function readLines(query: Record<string, string>): Promise<string[]> {
  const page = await (await admin.open(`${path}?${new URLSearchParams(query)}`)).text();
  return [...page.matchAll(/<\/b> · ([^<]*):\s*(?:<a [^>]*>)?([^<]*)/g)].map(
    ([, act, subject]) => `${act}: ${subject?.trim()}`,
  );
}

/** The rows of the CSV file, without the heading. */
async function rows(query: Record<string, string>): Promise<string[]> {
  const text = await (await admin.open(`${path}.csv?${new URLSearchParams(query)}`)).text();
  return text.split("\r\n").slice(1, -1);
}

beforeAll(async () => {
  [admin, reporter, editor] = [
    await hireInBrowser("admin"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
  await addSections("tin-tuc");
  await publish(reporter, editor, article("Bài =1+1 đã đăng"));
  await submitArticle(reporter, article("Bài chờ duyệt"));
});

describe("GET /toa-soan/quan-tri/nhat-ky", () => {
  test("is for admins only", async () => {
    for (const { open } of [reporter, editor]) {
      expect((await open(path)).status).toBe(403);
      expect((await open(`${path}.csv`)).status).toBe(403);
    }
  });

  test("lists events and acts together, newest first", async () => {
    await record({ subject: "cũ nhất" }, { subject: "tương lai", at: Date.now() + day });
    const lines = await readLines({});
    expect(lines[0]).toBe("Cấp mã truy cập API: tương lai");
    expect(lines.slice(1, 3)).toEqual(["Nộp bài: Bài chờ duyệt", "Tạo bài: Bài chờ duyệt"]);
    expect(lines).toContain("Đăng bài: Bài =1+1 đã đăng");
    expect(lines.at(-1)).toBe("Cấp mã truy cập API: cũ nhất");
  });

  test("filters by user, act and subject", async () => {
    expect(await readLines({ person: editor.id })).toEqual(["Đăng bài: Bài =1+1 đã đăng"]);
    expect(await readLines({ act: "submitted" })).toEqual([
      "Nộp bài: Bài chờ duyệt",
      "Nộp bài: Bài =1+1 đã đăng",
    ]);
    expect(await readLines({ subject: "chờ DUYỆT".toLowerCase(), act: "created" })).toEqual([
      "Tạo bài: Bài chờ duyệt",
    ]);
    expect(await readLines({ person: "clock", subject: "cũ" })).toEqual([
      "Cấp mã truy cập API: cũ nhất",
    ]);
    expect(await readLines({ subject: "100%_'" })).toEqual([]);
    await record({ subject: "Đảng bộ Sở" });
    for (const subject of ["đảng bộ", "ĐẢNG BỘ SỞ", "dang bo", "Đảng bộ".normalize("NFD")]) {
      expect(await readLines({ subject }), subject).toEqual(["Cấp mã truy cập API: Đảng bộ Sở"]);
    }
  });

  test("finds an act on an article by the article's title", async () => {
    const { id } = await submitArticle(reporter, article("Bài có liên kết"));
    await record({ act: "preview.linked", subject: id });
    expect(await readLines({ subject: "có liên kết", act: "preview.linked" })).toEqual([
      "Tạo liên kết xem trước: Bài có liên kết",
    ]);
    expect((await readLines({ subject: id })).length).toBe(3);
  });

  test("says in Vietnamese what was changed of a photo", async () => {
    const photo = await sendWidePhoto(reporter);
    const facts = { source: "agency", usableUntil: "2030-01-31", madeByAi: "altered" };
    await editor.post(`/toa-soan/anh/${photo}/nguoi-chup`, facts);
    const frame = { rotation: "90", cutLeft: "10" };
    await editor.post(`/toa-soan/anh/${photo}/khung`, frame);
    const page = await (await admin.open(`${path}?subject=${photo}`)).text();
    expect(page).toContain(
      "nguồn ảnh: hãng tin, báo khác; dùng đến ngày: 2030-01-31; dấu hiệu AI: chỉnh sửa bằng AI",
    );
    expect(page).toContain("xoay (độ): 90; khung cắt: 10% 0% 90% 100%");
  });

  test("names a photo by its words with a link, else by the start of its id", async () => {
    const [photo, bare] = [await sendWidePhoto(reporter), await sendWidePhoto(reporter)];
    const leadPhoto = { photo, alt: "Trạm đo mưa", caption: "Trạm đo mưa thứ mười" };
    await submitArticle(reporter, { ...article("Bài có ảnh"), leadPhoto });
    for (const id of [photo, bare]) {
      await editor.post(`/toa-soan/anh/${id}/nguoi-chup`, { credit: "Lò Hải" });
    }
    const credited = "Sửa người chụp ảnh: ";
    expect(await readLines({ subject: photo, act: "photo.credited" })).toEqual([
      `${credited}Trạm đo mưa thứ mười`,
    ]);
    expect(await readLines({ subject: bare })).toEqual([`${credited}ảnh ${bare.slice(0, 8)}`]);
    const page = await (await admin.open(`${path}?subject=${photo}`)).text();
    expect(page).toContain(`<a href="/toa-soan/anh/${photo}">Trạm đo mưa thứ mười</a>`);
    expect(await rows({ subject: photo, act: "photo.credited" })).toEqual([
      expect.stringContaining(`;Trạm đo mưa thứ mười;${photo};`),
    ]);
  });

  test("filters by whole days of Vietnam, both included", async () => {
    const start = Date.UTC(2019, 0, 9, 17);
    await record(
      { subject: "hôm trước", at: start - 1 },
      { subject: "đầu ngày", at: start },
      { subject: "cuối ngày", at: start + day - 1 },
      { subject: "hôm sau", at: start + day },
    );
    const found = await readLines({ since: "2019-01-10", until: "2019-01-10" });
    expect(found.map((line) => line.split(": ")[1])).toEqual(["cuối ngày", "đầu ngày"]);
    expect(await readLines({ since: "không phải ngày", subject: "hôm sau" })).toHaveLength(1);
  });

  test("shows each entry exactly once over all pages, even with equal timestamps", async () => {
    const many = Array.from({ length: 130 }, (_, n) => ({ subject: `việc ${n}`, at: noon - day }));
    await record(...many);
    const seen: string[] = [];
    for (let next: string | null = `${path}?subject=vi%E1%BB%87c+`; next !== null;) {
      const page: string = await (await admin.open(next)).text();
      seen.push(...[...page.matchAll(/API:\s*(việc \d+)/g)].map(([, subject]) => subject ?? ""));
      next = /rel="next"\s+href="([^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? null;
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
    expect(seen[0]).toBe("việc 129");
  });

  test("says in Vietnamese what changed and how a user signed in", async () => {
    await record(
      { act: "settings.changed", subject: "SITE_NAME, PORTAL_URL", detail: { SITE_NAME: "Tên" } },
      { act: "session.begun", subject: "thebang", detail: { method: "passkey" } },
    );
    const changed = await (await admin.open(`${path}?act=settings.changed`)).text();
    expect(changed).toMatch(
      /Đổi thiết lập trang:\s*Tên trang tin, Địa chỉ cổng[^]*Tên trang tin: Tên</,
    );
    const begun = await (await admin.open(`${path}?act=session.begun`)).text();
    expect(begun).toMatch(/Đăng nhập:\s*thebang[^]*bằng: khóa đăng nhập</);
  });

  test("escapes hostile text", async () => {
    await record({ subject: "<script>1</script>", detail: { name: `"><img src=x>` } });
    const page = await (await admin.open(`${path}?subject=%3Cscript%3E`)).text();
    expect(page).not.toContain("<script>1");
    expect(page).not.toContain("<img src=x>");
  });

  test("uses its indexes", async () => {
    const statements: string[] = [];
    const { readLog } = await import("../../src/newsroom/admin/log-list-store.ts");
    const spy = new Proxy(env.DB, {
      get: (db, name) =>
        name === "prepare" ? (sql: string) => (statements.push(sql), db.prepare(sql)) : undefined,
    });
    await readLog(spy, { actor: null, act: null, subject: null, from: null, until: null }, null, 5);
    const values = [1, "", 0, 1, null, null, 5];
    const plan = await readQueryPlan(env.DB, { sql: statements[0] ?? "", values });
    expect(plan.join("\n")).toMatch(/SEARCH events USING[^\n]*events_by_time \(at>\?/);
    expect(plan.join("\n")).toMatch(/SEARCH log USING[^\n]*log_by_time \(at>\?/);
  });
});

describe("the log as a CSV file", () => {
  test("begins with a byte order mark and separates cells by semicolons", async () => {
    const answer = await admin.open(`${path}.csv`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="nhat-ky.csv"`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const [heading] = new TextDecoder().decode(bytes).split("\r\n");
    expect(heading).toBe("Thời điểm;Người làm;Việc;Đối tượng;Mã bài, mã ảnh;Phiên bản;Chi tiết");
  });

  test("has every entry that matches the filter", async () => {
    await record(
      ...Array.from({ length: 1203 }, (_, n) => ({ subject: `hàng ${n}`, at: noon - 9 * day })),
    );
    expect(await rows({ subject: "hàng " })).toHaveLength(1203);
    expect(await rows({ act: "published" })).toEqual([
      expect.stringMatching(
        /^\d\d\/\d\d\/\d{4} \d\d:\d\d;editor-\d+;Đăng bài;Bài =1\+1 đã đăng;[^;]+;1;$/,
      ),
    ]);
  });

  test("contains no formula from a name", async () => {
    await record({ subject: `=HYPERLINK("http://x";"y")`, act: "section.added", detail: {} });
    expect(await rows({ act: "section.added" })).toEqual([
      expect.stringContaining(`;"'=HYPERLINK(""http://x"";""y"")";`),
    ]);
  });

  test.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1", "\n+1"])(
    "writes %j as text, not as a formula",
    (text) => {
      expect(writeCsvLine([text], vietnameseCsv)).toMatch(/^"?'/);
    },
  );

  test("writes numbers as numbers, and quotes cells that need it", () => {
    const cells = [1500000, 1.5, null, "a;b", "a,b", `x "y"`, "hai\ndòng"];
    expect(writeCsvLine(cells, vietnameseCsv)).toBe(
      `1500000;1,5;;"a;b";a,b;"x ""y""";"hai\ndòng"\r\n`,
    );
    expect(writeCsvLine(cells, americanCsv)).toBe(
      `1500000,1.5,,a;b,"a,b","x ""y""","hai\ndòng"\r\n`,
    );
  });
});
