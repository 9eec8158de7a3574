import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFolder } from "../../import/import-folder.ts";
import type { ImportEnd } from "../../import/import-folder.ts";
import { readImportFlags } from "../../import/flags.ts";
import { addSections } from "../../scripts/start/demo-store.ts";
import { openEmptySite } from "../browser/support/empty-site.ts";
import type { EmptySite } from "../browser/support/empty-site.ts";
import { serveUnderAnotherAddress } from "./other-address.ts";
import { simplePage, writeOldSite } from "./old-site.ts";

let site: EmptySite;
let folder: string;

beforeAll(async () => {
  site = await openEmptySite();
  await addSections(site.database, [
    { slug: "tin-tuc", name: "Tin tức" },
    { slug: "khoa-hoc", name: "Khoa học" },
  ]);
  await site.hire("reporter", 3);
  await site.hire("editor", 3);
  folder = await mkdtemp(join(tmpdir(), "ban-tin-old-"));
  await writeOldSite(join(folder, "site"));
});

afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Each test uses other users, so that none reaches the rate limit. */
function makeFlags(input: string, person: number, more: string[] = []): string[] {
  const token = (role: string): string => `bt_${role}-${person}_${"x".repeat(32)}`;
  return [
    join(folder, input),
    "--site",
    site.address,
    "--section",
    "tin-tuc",
    "--reporter-token",
    token("reporter"),
    "--editor-token",
    token("editor"),
    ...more,
  ];
}

async function run(args: string[]): Promise<{ end: ImportEnd; printed: string }> {
  const flags = readImportFlags(args, {});
  if (flags === null) throw new Error("only help was asked for");
  let printed = "";
  const screen = { write: (text: string) => (printed += text) };
  const end = await importFolder(flags, screen, new AbortController().signal);
  return { end, printed };
}

/** Counts the rows of every table that an import writes to. */
async function rowsOfSite(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["articles", "versions", "events", "photos", "published", "redirects"]) {
    const row = await site.database
      .prepare(`SELECT count(*) AS count FROM ${table}`)
      .first<{ count: number }>();
    counts[table] = row?.count ?? 0;
  }
  return counts;
}

type Reported = {
  name: string;
  stage: string;
  notes: { code: string; about: string }[];
  recognised: { title?: string };
};

async function readReport(
  file: string,
): Promise<{ summary: Record<string, unknown>; files: Reported[] }> {
  return JSON.parse(await readFile(join(folder, file), "utf8"));
}

const stages = {
  "2004/lua.htm": "published",
  "2004/mat-font.htm": "skipped",
  "2015/bai.html": "published",
  "2017/che.html": "published",
  "2019/hoi-thi.html": "published",
  "2021/tong-ket.txt": "draft",
  "2025/hong.docx": "skipped",
  "2025/tap-huan.docx": "draft",
  "danh-sach.html": "skipped",
};

const settings = ["--byline-unit", "TT Phát triển KH&CN"];

describe("npm run import of an older site", () => {
  test("with --dry-run reads every file and sends nothing", async () => {
    const before = await rowsOfSite();
    const report = ["--dry-run", "--report", join(folder, "dry.json")];
    const { end, printed } = await run(makeFlags("site", 0, [...settings, ...report]));
    expect(end).toBe(1);
    expect(printed).toContain("sẽ đăng: 4");
    const { summary, files } = await readReport("dry.json");
    expect(Object.fromEntries(files.map(({ name, stage }) => [name, stage]))).toEqual(stages);
    expect(summary).toMatchObject({ dryRun: true, files: 9, unsupported: 4 });
    expect(await rowsOfSite()).toEqual(before);
  });

  test("publishes the articles with their dates, photos, signatures and sections", async () => {
    await writeFile(join(folder, "sections.csv"), "Hoạt động khoa học,khoa-hoc\n2004/,khoa-hoc\n");
    await writeFile(
      join(folder, "old.csv"),
      '"/News/Detail.aspx?ID=7",2004/lua.htm\n/tin/7.html,2004/lua.htm\n',
    );
    const { end, printed } = await run(
      makeFlags("site", 0, [
        ...settings,
        "--section-map",
        join(folder, "sections.csv"),
        "--old-url-map",
        join(folder, "old.csv"),
        "--report",
        join(folder, "real.json"),
      ]),
    );
    expect([end, printed]).toEqual([1, expect.any(String)]);
    const { files } = await readReport("real.json");
    expect(Object.fromEntries(files.map(({ name, stage }) => [name, stage]))).toEqual(stages);
    const { results } = await site.database
      .prepare(
        `SELECT slug, section, published_at, byline, lead_photo FROM published ORDER BY published_at`,
      )
      .all<{
        slug: string;
        section: string;
        published_at: number;
        byline: string;
        lead_photo: string;
      }>();
    const day = (row: { published_at: number }) => new Date(row.published_at).toISOString();
    expect(results.map((row) => `${row.slug} ${row.section} ${day(row)}`)).toEqual([
      "hoi-thao-giong-lua-chiu-lanh khoa-hoc 2004-09-14T17:00:00.000Z",
      "bai-so-5-kem-van-ban tin-tuc 2015-02-06T00:30:00.000Z",
      "nghiem-thu-de-tai-che-bien-che-huu-co khoa-hoc 2017-03-17T07:25:00.000Z",
      "phat-dong-hoi-thi-sang-tao-ky-thuat-lan-thu-tam tin-tuc 2019-06-05T01:30:00.000Z",
    ]);
    const units = results.map((row) => JSON.parse(row.byline).unit);
    expect(new Set(units)).toEqual(new Set(["TT Phát triển KH&CN"]));
    expect(results.flatMap((row) => JSON.parse(row.lead_photo)?.caption ?? [])).toEqual([
      "Nông dân thăm ruộng trình diễn",
      "Quang cảnh hội nghị nghiệm thu.",
      "Lễ phát động Hội thi tại hội trường trung tâm.",
    ]);
  });

  test("brings the documents that a page links to, leads its links to them, and reports those that it dropped", async () => {
    const page = await (await fetch(`${site.address}/bai-viet/bai-so-5-kem-van-ban`)).text();
    const link = /href="(\/tai-lieu\/[0-9a-f]{64}\/qd-05\.pdf)">Quyết định số 05\/QĐ-SKHCN<\/a>,/;
    const path = link.exec(page)?.[1];
    expect(page).toContain(`<a href="${path}" download>Quyết định số 05/QĐ-SKHCN</a>`);
    expect(await (await fetch(site.address + path)).text()).toBe("%PDF-1.4\nbốn trang");
    expect(page).toContain("phụ lục và bảng biểu.");
    const { files } = await readReport("real.json");
    const notes = files.find(({ name }) => name === "2015/bai.html")?.notes ?? [];
    expect(notes.map(({ code, about }) => [code, about])).toEqual([
      ["document-refused", expect.stringContaining("“hong.docx.pdf”")],
      ["link", "hong.docx.pdf"],
      ["document-missing", "/uploads/mat.xls"],
      ["link", "/uploads/mat.xls"],
    ]);
    const { results } = await site.database
      .prepare("SELECT name FROM files ORDER BY name")
      .all<{ name: string }>();
    expect(results.map(({ name }) => name)).toEqual(["Danh sách.pdf", "QD 05.PDF"]);
  });

  test("redirects old addresses, from the list and from the pages, to the articles", async () => {
    const lead = async (path: string): Promise<string | null> => {
      const answer = await fetch(site.address + path, { redirect: "manual" });
      return answer.headers.get("location");
    };
    expect(await lead("/news/detail.aspx?id=7")).toBe("/bai-viet/hoi-thao-giong-lua-chiu-lanh");
    expect(await lead("/tin/7.html")).toBe("/bai-viet/hoi-thao-giong-lua-chiu-lanh");
    expect(await lead("/tin-tuc/nghiem-thu-de-tai-che-bien-che-1834.html")).toBe(
      "/bai-viet/nghiem-thu-de-tai-che-bien-che-huu-co",
    );
  });

  test("keeps an article without a date or an alt text as a draft, with everything that was read", async () => {
    const drafts = await site.database
      .prepare(`SELECT title, state, json_extract(content, '$.body') AS body FROM articles
         JOIN versions ON versions.article_id = articles.id WHERE state = 'draft' ORDER BY title`)
      .all<{ title: string; state: string; body: string }>();
    expect(drafts.results.map(({ title }) => title)).toEqual([
      "Tập huấn ứng dụng phần mềm quản lý đề tài",
      "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021",
    ]);
    const photos = drafts.results[1]?.body.match(/!\[[^\]]*\]\(photo:[0-9a-f]{64}/g) ?? [];
    expect(photos).toHaveLength(5);
    expect(photos[1]).toContain("![Một số hình ảnh tại Hội nghị tổng kết (ảnh 1/4)]");
    const { files } = await readReport("real.json");
    const codes = files
      .find(({ name }) => name === "2021/tong-ket.txt")
      ?.notes.map(({ code }) => code);
    expect(codes).toEqual(["alt-missing", "line", "blocked"]);
  });

  test("changes nothing when it runs again, even with other settings", async () => {
    const before = await rowsOfSite();
    const { end, printed } = await run(makeFlags("site", 0, [...settings, "--stand-in-alt"]));
    expect(end).toBe(1);
    expect(printed).toContain("đã nhập từ trước: 6");
    expect(await rowsOfSite()).toEqual(before);
  });

  test("creates no article twice when the journal is lost, because the site knows the requests", async () => {
    const before = await rowsOfSite();
    const settingsAgain = [...settings, "--section-map", join(folder, "sections.csv")];
    await run(makeFlags("site", 0, [...settingsAgain, "--state", join(folder, "other.db")]));
    expect(await rowsOfSite()).toEqual(before);
  });

  test("with --stand-in-alt publishes an article whose photos have no description", async () => {
    await mkdir(join(folder, "alone"));
    const text = await readFile(join(folder, "site/2021/tong-ket.txt"), "utf8");
    await writeFile(join(folder, "alone/tong-ket.txt"), text);
    for (let number = 1; number <= 6; number++) {
      const photo = await readFile(join(folder, `site/2021/tong-ket/anh-${number}.jpg`));
      await writeFile(join(folder, `alone/IMG_${number}.jpg`), photo);
    }
    const { end, printed } = await run(makeFlags("alone", 1, [...settings, "--stand-in-alt"]));
    expect([end, printed]).toEqual([0, expect.stringContaining("đã đăng: 1")]);
  });
});

describe("npm run import, killed", () => {
  test("continues at the next run, and publishes each article once", async () => {
    await mkdir(join(folder, "many"));
    for (let number = 1; number <= 14; number++) {
      await writeFile(join(folder, `many/bai-${number}.html`), simplePage(number));
    }
    const published = async (): Promise<number> => {
      const row = await site.database
        .prepare(`SELECT count(*) AS count FROM published WHERE title LIKE 'Bài số % của trang cũ'`)
        .first<{ count: number }>();
      return row?.count ?? 0;
    };
    const { BASE_URL: _, ...env } = process.env;
    const child = spawn(process.execPath, ["import/run.ts", ...makeFlags("many", 2)], { env });
    await expect.poll(published, { interval: 5 }).toBeGreaterThan(2);
    child.kill("SIGKILL");
    await once(child, "exit");
    const soFar = await published();
    expect(soFar).toBeLessThan(14);
    const { end, printed } = await run(makeFlags("many", 2));
    expect([end, await published()]).toEqual([0, 14]);
    expect(printed).toContain("đã nhập từ trước");
    const { articles } = await rowsOfSite();
    const again = await run(makeFlags("many", 2));
    expect(again.printed).toContain("đã nhập từ trước: 14");
    expect((await rowsOfSite())["articles"]).toBe(articles);
  });
});

describe("npm run import stops before it sends anything, and names", () => {
  test.each([
    [
      "an unknown token",
      ["--reporter-token", "bt_nobody_0000000000000000000000"],
      /--reporter-token/,
    ],
    ["a section that the site does not have", ["--section", "khong-co"], /khong-co/],
    ["a folder that does not exist", ["--state", "/khong/co/nhat-ky.db"], /nhat-ky\.db/],
    ["a site that does not answer", ["--site", "http://localhost:9"], /localhost:9/],
  ])(
    "%s",
    async (_, more, message) => {
      await expect(run(makeFlags("many", 2, more))).rejects.toThrow(message);
    },
    60_000,
  );

  test("a journal of another site", async () => {
    const other = await serveUnderAnotherAddress(site.address);
    try {
      const flags = makeFlags("many", 2, ["--site", other.address]);
      await expect(run(flags)).rejects.toThrow(/many\.import\.db/);
    } finally {
      other.stop();
    }
  });
});
