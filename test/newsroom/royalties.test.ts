import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { computeRoyalties } from "../../src/newsroom/admin/royalties.ts";
import type { PaidArticle } from "../../src/newsroom/admin/royalties.ts";
import { exampleRates } from "../../src/newsroom/admin/royalty-rates.ts";
import { publishAt } from "../support/articles.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const path = "/toa-soan/quan-tri/nhuan-but";
const rates = {
  unit: 100_001,
  coefficients: { ...exampleRates.coefficients, bai: 1, photo: 0.25 },
};

let made = 0;

function paidArticle(authors: string[], more: Partial<PaidArticle> = {}): PaidArticle {
  const id = `bai-${++made}`;
  return {
    id,
    slug: id,
    title: id,
    genre: "bai",
    publishedAt: 0,
    authors,
    photos: [],
    isWithdrawn: false,
    ...more,
  };
}

function listShares(...articles: PaidArticle[]): unknown[] {
  return computeRoyalties(articles, rates).lines.map(({ person, kind, amount }) => [
    person,
    kind,
    amount,
  ]);
}

describe("an article's royalty", () => {
  test("is divided equally in whole đồng; the remainder goes to the first author", () => {
    expect(listShares(paidArticle(["An", "Bình", "Chi"]))).toEqual([
      ["An", "bai", 33_335],
      ["Bình", "bai", 33_333],
      ["Chi", "bai", 33_333],
    ]);
  });

  test.each([
    [0.5, 100_001, 50_001],
    [1.005, 100, 101],
    [0.333, 100, 33],
    [0, 100, 0],
  ])("%d × %d is rounded to %d đồng", (tin, unit, amount) => {
    const own = { unit, coefficients: { ...rates.coefficients, tin } };
    expect(computeRoyalties([paidArticle(["An"], { genre: "tin" })], own).total).toBe(amount);
  });

  test("is 0 after withdrawal, and the article is still listed", () => {
    const photos = [{ id: "p", credit: "An" }];
    const gone = paidArticle(["An"], { isWithdrawn: true, photos });
    expect(listShares(gone)).toEqual([
      ["An", "bai", 0],
      ["An", "photo", 0],
    ]);
    expect(computeRoyalties([gone], rates).sums).toEqual([
      { person: "An", articles: 0, forArticles: 0, photos: 0, forPhotos: 0, total: 0 },
    ]);
    expect(listShares(gone, paidArticle(["An"], { photos })).at(-1)).toEqual([
      "An",
      "photo",
      25_000,
    ]);
  });
});

describe("a photo's royalty", () => {
  test("is paid once a month to its photographer; photos without a photographer are listed", () => {
    const photos = [
      { id: "1", credit: "Hà" },
      { id: "2", credit: "hà" },
      { id: "3", credit: null },
    ];
    const report = computeRoyalties(
      [
        paidArticle(["An"], { photos }),
        paidArticle(["Hà"], { photos: [...photos, { id: "4", credit: "Hạ" }] }),
      ],
      rates,
    );
    expect(report.nameless).toBe(1);
    expect(report.sums).toEqual([
      { person: "An", articles: 1, forArticles: 100_001, photos: 0, forPhotos: 0, total: 100_001 },
      {
        person: "Hà",
        articles: 1,
        forArticles: 100_001,
        photos: 2,
        forPhotos: 50_001,
        total: 150_002,
      },
      { person: "Hạ", articles: 0, forArticles: 0, photos: 1, forPhotos: 25_000, total: 25_000 },
    ]);
    expect(report.total).toBe(275_003);
  });
});

let admin: Staff;
let reporter: Staff;
let editor: Staff;

async function storePhoto(id: string, credit: string | null): Promise<string> {
  await env.DB.prepare(
    `INSERT INTO photos (id, owner_id, type, width, height, bytes, variants, credit, created_at)
     VALUES (?1, ?2, 'image/jpeg', 1600, 900, 1, '{}', ?3, 0)`,
  )
    .bind(id, reporter.id, credit)
    .run();
  return id;
}

async function rows(query: string): Promise<string[]> {
  const text = await (await admin.open(`${path}.csv?${query}`)).text();
  return text.split("\r\n").slice(1, -1);
}

beforeAll(async () => {
  [admin, reporter, editor] = [
    await hireInBrowser("admin"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
  await addSections("tin-tuc");
  const lead = await storePhoto("a".repeat(64), "Kho ảnh");
  const other = await storePhoto("b".repeat(64), "Thu Hà");
  const staff = { reporter, editor };
  const byline = { authors: ["Thế Bằng", "=Bình"], unit: "TT" };
  // The first and the last minute of March in Vietnam, and the minutes around them.
  await publishAt(staff, "2021-02-28T23:59:59+07:00", "Bài tháng hai");
  await publishAt(staff, "2021-03-01T00:00:00+07:00", "Bài đầu tháng", {
    genre: "bai",
    byline,
    body: `Mở đầu.\n\n![Ảnh](photo:${other} "Chú thích")`,
    leadPhoto: {
      photo: lead,
      alt: "Ảnh",
      caption: "Ảnh",
      credit: "Ngọc Lan",
    },
  });
  const gone = await publishAt(staff, "2021-03-31T23:59:59+07:00", "Bài đã gỡ");
  await publishAt(staff, "2021-04-01T00:00:00+07:00", "Bài tháng tư");
  await editor.send(`/api/articles/${gone.id}/publication`, {
    method: "DELETE",
    body: JSON.stringify({ reason: "Sai" }),
    headers: { "content-type": "application/json" },
  });
});

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM settings").run();
});

describe("GET /toa-soan/quan-tri/nhuan-but", () => {
  test("is for editors; only admins change the rates", async () => {
    expect((await reporter.open(path)).status).toBe(403);
    expect((await reporter.open(`${path}.csv`)).status).toBe(403);
    expect((await editor.open(path)).status).toBe(200);
    expect((await editor.open(`${path}.csv`)).status).toBe(200);
    expect((await editor.open(`${path}/dinh-muc`)).status).toBe(403);
    expect((await editor.post(`${path}/dinh-muc`, {})).status).toBe(403);
  });

  test("lists the month's first publications, and says that the rates are an example", async () => {
    const page = await (await admin.open(`${path}?month=2021-03`)).text();
    expect(page).toContain("Nhuận bút tháng 03/2021");
    expect(page).toContain("đang là ví dụ");
    expect(page).toContain("Bài đầu tháng");
    expect(page).toMatch(/Bài đã gỡ[^]*Đã gỡ, không tính/);
    expect(page).not.toContain("Bài tháng hai");
    expect(page).not.toContain("Bài tháng tư");
    expect(page).toMatch(/Cộng<\/th>\s*<td class="number">280\.000</);
  });

  test("as a CSV file has a byte order mark, plain numbers and no formula", async () => {
    const answer = await admin.open(`${path}.csv?month=2021-03`);
    expect(answer.headers.get("content-disposition")).toContain(`"nhuan-but-2021-03.csv"`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.slice(0, 5))).toEqual([0xef, 0xbb, 0xbf, 0x4e, 0x67]);
    const address = "http://localhost:8787/bai-viet";
    const [heading, ...lines] = new TextDecoder().decode(bytes).split("\r\n");
    expect(heading).toBe(
      "Ngày đăng;Tiêu đề;Địa chỉ;Loại;Người hưởng;Hệ số;Đơn giá;Số lượng;Số người chia;Thành tiền;Ghi chú",
    );
    expect(lines).toEqual([
      `01/03/2021;Bài đầu tháng;${address}/bai-dau-thang;Bài;Thế Bằng;1;200000;1;2;100000;`,
      `01/03/2021;Bài đầu tháng;${address}/bai-dau-thang;Bài;'=Bình;1;200000;1;2;100000;`,
      `01/03/2021;Bài đầu tháng;${address}/bai-dau-thang;Ảnh;Ngọc Lan;0,2;200000;1;1;40000;`,
      `01/03/2021;Bài đầu tháng;${address}/bai-dau-thang;Ảnh;Thu Hà;0,2;200000;1;1;40000;`,
      `31/03/2021;Bài đã gỡ;${address}/bai-da-go;Tin;Thế Bằng;0,5;200000;1;1;0;Đã gỡ, không tính`,
      "",
    ]);
  });

  test("as a CSV file sums each person, also with commas as separators", async () => {
    expect(await rows("month=2021-03&kind=sums&separator=comma")).toEqual([
      "'=Bình,1,100000,0,0,100000",
      "Ngọc Lan,0,0,1,40000,40000",
      "Thế Bằng,1,100000,0,0,100000",
      "Thu Hà,0,0,1,40000,40000",
      "Cộng,,,,,280000",
    ]);
  });

  test("a month without articles, or none at all, is shown without an error", async () => {
    expect(await (await admin.open(`${path}?month=1999-01`)).text()).toContain("không có bài nào");
    expect((await admin.open(`${path}?month=2021-13`)).status).toBe(200);
  });
});

describe("the royalty rates", () => {
  const typed = {
    unit: "150.000",
    tin: "0,4",
    bai: "1.25",
    "phong-su": "2",
    "phong-van": "1,5",
    anh: "1",
    photo: "0",
  };

  test("are saved, logged and used in the report", async () => {
    expect((await admin.post(`${path}/dinh-muc`, typed)).status).toBe(303);
    const page = await (await admin.open(`${path}?month=2021-03`)).text();
    expect(page).not.toContain("đang là ví dụ");
    expect(page).toMatch(/Cộng<\/th>\s*<td class="number">187\.500</);
    const form = await (await admin.open(`${path}/dinh-muc`)).text();
    expect(form).toMatch(/id="o-unit"[^>]*value="150\.000"/);
    expect(form).toMatch(/id="o-bai"[^>]*value="1,25"/);
    const log = await env.DB.prepare(
      "SELECT detail FROM log WHERE act = 'royalties.changed'",
    ).first<{ detail: string }>();
    expect(JSON.parse(log?.detail ?? "")).toMatchObject({ unitValue: 150_000, bai: 1.25 });
  });

  test.each([
    ["unit", "nhiều"],
    ["unit", "-1"],
    ["unit", "15.00"],
    ["bai", ""],
    ["bai", "1001"],
    ["photo", "1,2345"],
    ["tin", "1e3"],
  ] as const)(
    "refuse %s = %j at its field and keep the other typed values",
    async (name, value) => {
      const answer = await admin.post(`${path}/dinh-muc`, { ...typed, [name]: value });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(`id="o-${name}-loi"`);
      expect(page).toMatch(new RegExp(`id="o-${name}"[^>]*value="${value}"`));
      expect(page).toMatch(/id="o-phong-van"[^>]*value="1,5"/);
    },
  );

  test("are ignored if the stored row is invalid", async () => {
    await env.DB.prepare(`INSERT INTO settings VALUES ('ROYALTIES', '{"unit":-1}', 0, NULL)`).run();
    expect(await (await admin.open(`${path}?month=2021-03`)).text()).toContain("đang là ví dụ");
  });
});
