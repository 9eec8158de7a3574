import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { article } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { saveArticle, typeArticle } from "./article-form.ts";

const path = "/toa-soan/quan-tri/so-tay";

let admin: Staff;
let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [admin, reporter] = [await hireInBrowser("admin"), await hireInBrowser("reporter")];
});

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM handbook").run();
});

async function entries(): Promise<{ text: string }[]> {
  const answer = await reporter.open(`${path}.json`);
  const { entries: all }: { entries: { text: string }[] } = await answer.json();
  return all;
}

function add(text: string, wrongForms = "", note = ""): Promise<Response> {
  return admin.post(path, { text, wrongForms, note });
}

/** The time of the last change that the form of an entry carries. */
async function readSeenTime(id: string): Promise<string> {
  const page = await (await admin.open(path)).text();
  return page.split(`name="seen-${id}" value="`)[1]?.split('"')[0] ?? "";
}

async function change(id: string, text: string, note = "", seen?: string): Promise<Response> {
  const fields = { [`text-${id}`]: text, [`wrongForms-${id}`]: "", [`note-${id}`]: note };
  return admin.post(`${path}/${id}/sua`, {
    ...fields,
    [`seen-${id}`]: seen ?? (await readSeenTime(id)),
  });
}

async function findId(text: string): Promise<string> {
  const id = await env.DB.prepare("SELECT id FROM handbook WHERE text = ?1").bind(text).first("id");
  return String(id);
}

function importFile(content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([content], "so-tay.csv", { type: "text/csv" }));
  return admin.post(`${path}/nhap`, form);
}

async function lastAct(): Promise<unknown> {
  return env.DB.prepare("SELECT act, subject, detail FROM log ORDER BY rowid DESC LIMIT 1").first();
}

describe("the handbook's page", () => {
  test("lets an admin add, change and remove an entry, and logs each act", async () => {
    expect((await add("Covid-19", "Cô vít\r\nCovit", "Theo Bộ Y tế")).status).toBe(303);
    expect(await entries()).toEqual([
      { text: "Covid-19", wrongForms: ["Cô vít", "Covit"], note: "Theo Bộ Y tế" },
    ]);
    expect(await lastAct()).toMatchObject({ act: "handbook.added", subject: "Covid-19" });
    const id = await findId("Covid-19");
    expect((await change(id, "COVID-19")).status).toBe(303);
    expect(await entries()).toEqual([{ text: "COVID-19", wrongForms: [], note: "" }]);
    expect(await lastAct()).toMatchObject({ act: "handbook.changed", subject: "COVID-19" });
    expect((await admin.post(`${path}/${id}/xoa`, {})).status).toBe(303);
    expect(await entries()).toEqual([]);
    expect(await lastAct()).toMatchObject({ act: "handbook.removed" });
  });

  test("shows what is wrong at its field, with what was typed", async () => {
    await add("Covid-19");
    for (const [text, wrong, message, status] of [
      ["", "", "Hãy ghi dạng đúng.", 422],
      ["–", "", "ít nhất hai chữ", 422],
      ["a".repeat(121), "", "nhiều nhất 120 ký tự", 422],
      ["Bản Qua", "Bản Qua", "trùng với dạng đúng", 422],
      ["Bản Qua", "Bản Quà\r\n–", "Mỗi dạng sai phải có chữ cái", 422],
      ["Covid-19", "", "Sổ tay đã có “Covid-19”.", 409],
    ] as const) {
      const answer = await add(text, wrong, "ghi chú đã gõ");
      expect(answer.status, text).toBe(status);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain('value="ghi chú đã gõ"');
      expect(await htmlFaults(page)).toEqual([]);
    }
    expect(await entries()).toHaveLength(1);
  });

  test("refuses to overwrite what another admin changed since, until it was seen", async () => {
    await add("Một mục", "", "cũ");
    const id = await findId("Một mục");
    const seen = await readSeenTime(id);
    await change(id, "Một mục", "của người khác");
    const late = await change(id, "Một mục", "của tôi", seen);
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain("vừa được sửa ở nơi khác");
    expect(page).toContain("của người khác");
    expect(page).toContain('value="của tôi"');
    expect(await entries()).toMatchObject([{ note: "của người khác" }]);
    expect((await change(id, "Một mục", "của tôi")).status).toBe(303);
    expect(await entries()).toMatchObject([{ note: "của tôi" }]);
  });

  test("keeps one of several entries with the same right form that are sent at once", async () => {
    const notes = ["a", "b", "c", "d"];
    const added = await Promise.all(notes.map((note) => add("Một mục", "", note)));
    expect(added.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409, 409, 409]);
    const twice = await Promise.all([add("Bấm hai lần", "x y"), add("Bấm hai lần", "x y")]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    await add("Hai mục");
    const ids = [await findId("Bấm hai lần"), await findId("Hai mục")];
    const renamed = await Promise.all(ids.map((id) => change(id, "Tên chung")));
    expect(renamed.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
    const [one, two] = [await findId("Một mục"), await readSeenTime(await findId("Một mục"))];
    const both = await Promise.all(["e", "f"].map((note) => change(one, "Một mục", note, two)));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
  });

  test("is read by everybody, without forms for reporters", async () => {
    await add("Giám đốc Sở Phạm Quốc Chính", "", "Từ 2025");
    const page = await (await reporter.open(path)).text();
    expect(page).toContain("<b>Giám đốc Sở Phạm Quốc Chính</b>");
    expect(page).toContain("Từ 2025");
    expect(page).not.toContain('method="post" action="/toa-soan/quan-tri');
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("is searched with or without marks, and has pages", async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `Xã số ${n + 100}`).join("\n");
    await importFile(`Dạng đúng\n${lines}\nPhạm Quốc Chính\n`);
    const shown = async (query: string): Promise<number> => {
      const page = await (await admin.open(path + query)).text();
      return [...page.matchAll(/<p><b>/g)].length;
    };
    expect(await shown("")).toBe(50);
    expect(await shown("?page=2")).toBe(11);
    expect(await shown("?q=pham quoc")).toBe(1);
    expect(await shown("?page=-3")).toBe(50);
  });
});

describe("the handbook as CSV", () => {
  test("comes back unchanged, whatever it contains, in both dialects", async () => {
    await add("'=2+2 có nháy sẵn");
    await add("=1+1 công thức", "+84\r\n-x; y", 'Có "ngoặc", phẩy; chấm phẩy');
    await add("Covid-19");
    const before = await entries();
    for (const query of ["", "?separator=comma"]) {
      const answer = await reporter.open(`${path}.csv${query}`);
      expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      const bytes = await answer.bytes();
      expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
      expect(new TextDecoder().decode(bytes)).toContain("'=1+1 công thức");
      await env.DB.prepare("DELETE FROM handbook").run();
      const imported = await importFile(new Uint8Array(bytes));
      expect(imported.headers.get("location")).toBe(`${path}?added=3&changed=0`);
      expect(await entries()).toEqual(before);
    }
  });

  test("adds entries, changes known ones and keeps the others", async () => {
    await add("Covid-19", "Covit");
    await add("Bản Qua");
    const answer = await importFile(
      '\ufeffGhi chú;Dạng đúng;Dạng sai\r\nmới;Covid-19;Cô vít; \r\n;Mường Vi;"Mương Vi; Mường Vy"\r\n',
    );
    expect(answer.headers.get("location")).toBe(`${path}?added=1&changed=1`);
    expect(await entries()).toEqual([
      { text: "Bản Qua", wrongForms: [], note: "" },
      { text: "Covid-19", wrongForms: ["Cô vít"], note: "mới" },
      { text: "Mường Vi", wrongForms: ["Mương Vi", "Mường Vy"], note: "" },
    ]);
    expect(await lastAct()).toMatchObject({
      act: "handbook.imported",
      detail: JSON.stringify({ added: 1, changed: 1 }),
    });
    const page = await (await admin.open(`${path}?added=1&changed=1`)).text();
    expect(page).toContain("Đã thêm 1 mục, sửa 1 mục.");
  });

  test("leaves what it has no column for as it was", async () => {
    await add("Covid-19", "Cô vít", "Theo Bộ Y tế");
    expect((await importFile("Dạng đúng;Ghi chú\nCovid-19;mới\n")).status).toBe(303);
    expect(await entries()).toMatchObject([{ wrongForms: ["Cô vít"], note: "mới" }]);
    expect((await importFile("Dạng đúng\nCovid-19\nBản Qua\n")).status).toBe(303);
    expect(await entries()).toMatchObject([
      { text: "Bản Qua", wrongForms: [], note: "" },
      { text: "Covid-19", wrongForms: ["Cô vít"], note: "mới" },
    ]);
  });

  const refusedFiles: [content: string | Uint8Array<ArrayBuffer>, message: string][] = [
    ["", "Hãy chọn tệp CSV."],
    ["Dạng đúng;Dạng sai;Dạng đúng\nMột hai;x y;Ba bốn\n", "Tệp có hai cột “Dạng đúng”."],
    ["Dạng đúng,Ghi chú\nMột hai,x\nHà Nội,ở, phía bắc\n", "Dòng 3: nhiều ô hơn dòng đầu."],
    [`Dạng đúng\n${"a\n".repeat(900_000)}`, "chỉ giữ được 2.000 mục"],
    [`Dạng đúng\n${"\n".repeat(1_900_000)}`, "chỉ giữ được 2.000 mục"],
    [new Uint8Array(Buffer.from("\ufeffDạng đúng\nMột hai\n", "utf16le")), "không phải CSV UTF-8"],
    ["Tên\nMột\n", "phải có cột “Dạng đúng”"],
    ["Dạng đúng\n", "không có mục nào"],
    ["Dạng đúng;Ghi chú\nMột;x\n;thiếu\n", "Dòng 3: Hãy ghi dạng đúng."],
    ['Dạng đúng\n"Một\nhai', "Dòng 2: dấu ngoặc kép mở mà không đóng"],
    ['Dạng đúng\nMột\n"Hai"x\n', "Dòng 3: sau dấu ngoặc kép đóng còn chữ"],
    ["Dạng đúng\nMột hai\nBa\nMột hai\n", "Dòng 4: “Một hai” đã có ở dòng 2"],
    [new Uint8Array([0x44, 0x1, 0xff, 0xfe]), "không phải CSV UTF-8"],
  ];

  test.each(refusedFiles.map(([content, message]) => ({ content, message })))(
    "refuses a file as a whole: $message",
    async ({ content, message }) => {
      const answer = await importFile(content);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(message);
      expect(await entries()).toEqual([]);
    },
  );

  test("takes at most 2,000 entries", async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `Mục ${n}`).join("\n");
    expect((await importFile(`Dạng đúng\n${lines(2001)}`)).status).toBe(422);
    expect((await importFile(`Dạng đúng\n${lines(2000)}`)).status).toBe(303);
    const full = await add("Một mục nữa");
    expect(full.status).toBe(422);
    expect(await full.text()).toContain("chỉ giữ được 2.000 mục");
  });
});

describe("soát bài", () => {
  test("warns by the handbook in the API and in the form", async () => {
    await add("Covid-19", "Cô vít");
    await add("Giám đốc Sở Phạm Quốc Chính");
    const body = "Phó Giám đốc Sở Phạm Quốc Chính nói về Cô vít.";
    const content = article("Bài trái sổ tay", { body });
    const answer = await reporter.send("/api/articles", json("POST", content));
    const { findings }: { findings: { rule: string; suggestion: string }[] } = await answer.json();
    expect(findings.filter(({ rule }) => rule.startsWith("handbook"))).toMatchObject([
      { rule: "handbook-office", suggestion: "Giám đốc Sở Phạm Quốc Chính" },
      { rule: "handbook-form", suggestion: "Covid-19" },
    ]);
    const id = await saveArticle(reporter, typeArticle("Bài qua biểu mẫu", { body }));
    const page = await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text();
    expect(page).toContain("Sổ tay tòa soạn viết “Covid-19”, ở đây viết “Cô vít”.");
  });
});
