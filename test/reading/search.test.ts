import { beforeAll, describe, expect, test } from "vitest";
import { article, approve, publish, publishAt, revise } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import { makeSearchPath, readResultPage, status, titles, titlesIn } from "../support/search.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc", "chuyen-doi-so");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
  const body = (text: string) => ({ lede: "Lời dẫn.", body: text });
  const digital = { section: "chuyen-doi-so" };
  await publishAt(newsroom, "2021-01-28T10:05:00+07:00", "Tổng kết công tác xây dựng Đảng", {
    ...body("Hội nghị của Đảng bộ Sở KH&CN ngày 28/01/2021."),
  });
  await publishAt(newsroom, "2022-02-01T08:00:00+07:00", "Con đường lên bản", body("Đá và đất."));
  await publishAt(newsroom, "2022-02-02T08:00:00+07:00", "Ông Dương làm giàu", body("Nuôi ong."));
  await publishAt(newsroom, "2022-03-01T23:30:00+07:00", "Xã Hòa Bình họp dân", {
    ...body("Một phiên họp dài."),
    ...digital,
  });
  await publishAt(newsroom, "2022-03-02T00:30:00+07:00", "Hoà thuận một nhà", {
    ...body("Chuyện nhà <b>hay</b> & đẹp."),
    ...digital,
  });
});

describe("GET /tim-kiem?q=", () => {
  test.each([
    ["tong ket", "Tổng kết công tác xây dựng Đảng"],
    ["TỔNG KẾT", "Tổng kết công tác xây dựng Đảng"],
    ["tổng kết".normalize("NFD"), "Tổng kết công tác xây dựng Đảng"],
    ["xay dung dang", "Tổng kết công tác xây dựng Đảng"],
    ["dang bo", "Tổng kết công tác xây dựng Đảng"],
    ['"cong tac xay dung"', "Tổng kết công tác xây dựng Đảng"],
    ["“công tác xây dựng”", "Tổng kết công tác xây dựng Đảng"],
    ["KH&CN đảng", "Tổng kết công tác xây dựng Đảng"],
    ["28/01/2021", "Tổng kết công tác xây dựng Đảng"],
    ["tổng k", "Tổng kết công tác xây dựng Đảng"],
    ["tong cong ta", "Tổng kết công tác xây dựng Đảng"],
    ["dat da", "Con đường lên bản"],
    ["the bang giau", "Ông Dương làm giàu"],
  ])("%s finds “%s”", async (q, title) => {
    expect(await titles({ q })).toEqual([title]);
  });

  test("finds both placements of a tone by either", async () => {
    const both = ["Hoà thuận một nhà", "Xã Hòa Bình họp dân"];
    for (const q of ["hoà", "hòa", "HOÀ", "hoa"]) expect(await titles({ q }), q).toEqual(both);
  });

  test("puts what is written exactly as typed first, and loses no other spelling", async () => {
    expect(await titles({ q: "đường" })).toEqual(["Con đường lên bản", "Ông Dương làm giàu"]);
    expect(await titles({ q: "Dương" })).toEqual(["Ông Dương làm giàu", "Con đường lên bản"]);
    expect(await titles({ q: "duong" })).toEqual(["Ông Dương làm giàu", "Con đường lên bản"]);
  });

  test("wants all words, and quoted ones next to each other", async () => {
    expect(await titles({ q: "bản giàu" })).toEqual([]);
    expect(await titles({ q: '"công tác Đảng"' })).toEqual([]);
    expect(await titles({ q: '"ket cong" dang' })).toHaveLength(1);
  });

  test("sets articles with a longer word apart, after those that have the word", async () => {
    const page = await readResultPage({ q: "da" });
    expect(titlesIn(page)[0]).toBe("Con đường lên bản");
    expect(page.indexOf("Kết quả có từ bắt đầu bằng “da”")).toBeGreaterThan(
      page.indexOf("Con đường"),
    );
    expect(titlesIn(page)).toContain("Tổng kết công tác xây dựng Đảng");
    expect(status(page)).toBe("Tìm thấy 1 kết quả có “da”.");
  });

  test("marks the words in title and text as they are written, and nothing else", async () => {
    const page = await readResultPage({ q: "tong ket dang bo" });
    expect(page).toContain("<mark>Tổng kết</mark> công tác xây dựng <mark>Đảng</mark>");
    expect(page).toContain("Hội nghị của <mark>Đảng bộ</mark> Sở KH&amp;CN");
    expect(page.match(/<mark>/g)).toHaveLength(3);
  });

  test("shows text as text, marked or not", async () => {
    const page = await readResultPage({ q: "hay dep nha" });
    expect(page).toContain(
      "Chuyện <mark>nhà</mark> &lt;b&gt;<mark>hay</mark>&lt;/b&gt; &amp; <mark>đẹp</mark>.",
    );
  });

  test("narrows by section", async () => {
    expect(await titles({ q: "loi dan", section: "chuyen-doi-so" })).toEqual([
      "Hoà thuận một nhà",
      "Xã Hòa Bình họp dân",
    ]);
    expect(await titles({ q: "loi dan", section: "tin-tuc" })).toHaveLength(3);
    for (const section of ["chuyen-doi", "khong-co", '"', "tin-tuc\u0000", "x OR y"]) {
      expect(await titles({ q: "loi dan", section }), section).toEqual([]);
    }
  });

  test("narrows by days of Vietnam, both included", async () => {
    const q = "loi dan";
    const houses = ["Hoà thuận một nhà", "Xã Hòa Bình họp dân"];
    expect(await titles({ q, from: "2022-03-01" })).toEqual(houses);
    expect(await titles({ q, from: "2022-03-02" })).toEqual(houses.slice(0, 1));
    expect(await titles({ q, from: "2022-03-01", to: "2022-03-01" })).toEqual(houses.slice(1));
    expect(await titles({ q, from: "1/3/2022", to: "01-03-2022" })).toEqual(houses.slice(1));
    expect(await titles({ q, to: "2021-12-31" })).toEqual(["Tổng kết công tác xây dựng Đảng"]);
    expect(await titles({ q, from: "2022-03-02", to: "2022-03-01" })).toEqual([]);
  });

  test("takes no notice of a date that is none, and says so", async () => {
    const page = await readResultPage({ q: "loi dan", from: "31/02/2022", to: "hôm nay" });
    expect(titlesIn(page)).toHaveLength(5);
    expect(page).toContain("“31/02/2022” không phải là một ngày");
    expect(page).toContain("“hôm nay” không phải là một ngày");
  });

  test("sorts by date on demand", async () => {
    expect(await titles({ q: "dang", sort: "newest" })).toHaveLength(1);
    expect(await titles({ q: "đường", sort: "newest" })).toEqual([
      "Ông Dương làm giàu",
      "Con đường lên bản",
    ]);
  });

  test("keeps what was asked in the form", async () => {
    const asked = { q: 'hoà "một nhà"', section: "chuyen-doi-so", from: "2022-03-02" };
    const page = await readResultPage({ ...asked, sort: "newest" });
    expect(page).toContain('value="hoà &quot;một nhà&quot;"');
    expect(page).toMatch(/<option value="chuyen-doi-so"\s+selected>/);
    expect(page).toContain('name="from" value="2022-03-02"');
    expect(page).toContain('<input type="hidden" name="sort" value="newest"');
    expect(page).toMatch(/<details class="search-filters"\s+open/);
    expect(status(page)).toBe(
      "Tìm thấy 1 kết quả có “hoà &quot;một nhà&quot;” trong chuyên mục Chuyên mục chuyen-doi-so, đăng từ ngày 02/03/2022.",
    );
  });

  test("is not for search engines", async () => {
    expect(await readResultPage({ q: "tong ket" })).toContain(
      '<meta name="robots" content="noindex"',
    );
    expect(await (await send("/tim-kiem")).text()).not.toContain("noindex");
  });
});

describe("GET /tim-kiem where nothing is found", () => {
  test("names the words that no article has, and leads to a search without them", async () => {
    const page = await readResultPage({ q: "zzyzx đường" });
    expect(status(page)).toBe("Không tìm thấy kết quả nào có “zzyzx đường”.");
    expect(page).toMatch(/href="\/tim-kiem\?q=%C4%91%C6%B0%E1%BB%9Dng">Bỏ “zzyzx”/);
  });

  test("leads out of filters and quotes", async () => {
    const page = await readResultPage({ q: '"đường giàu"', from: "2030-01-01" });
    expect(page).toContain(`href="${makeSearchPath({ q: '"đường giàu"' })}"`);
    expect(page).toContain(
      `href="${makeSearchPath({ q: "đường giàu", from: "2030-01-01" }).replace("&", "&amp;")}"`,
    );
  });

  test("shows the newest articles instead", async () => {
    const page = await readResultPage({ q: "zzyzx" });
    expect(page).toContain("Bài mới nhất");
    expect(page).toContain("Hoà thuận một nhà");
  });

  test("asks for words where there are none", async () => {
    expect(await (await send("/tim-kiem")).text()).toContain("Cách tìm");
    for (const q of ["🙂", "!!!", '""', "   ", "“ ”"]) {
      const page = await readResultPage({ q });
      expect(page).toContain("Cách tìm");
      expect(titlesIn(page)).toEqual([]);
    }
    expect(await readResultPage({ q: "🙂" })).toContain("Hãy gõ ít nhất một chữ");
  });
});

describe("publication", () => {
  test("is found at once, in its new words after an edit, and no more after a withdrawal", async () => {
    const { reporter, editor } = newsroom;
    const q = "vàng anh";
    expect(await titles({ q })).toEqual([]);
    const first = await publish(reporter, editor, article("Chim vàng anh về", { body: "Tổ cũ." }));
    expect(await titles({ q })).toEqual(["Chim vàng anh về"]);
    const second = article("Chim vàng anh bay", { body: "Tổ mới.", section: "chuyen-doi-so" });
    await revise(reporter, first, second);
    expect(await titles({ q })).toEqual(["Chim vàng anh về"]);
    await approve(editor, first.id);
    expect(await titles({ q })).toEqual(["Chim vàng anh bay"]);
    expect(await titles({ q: "vàng anh cũ " })).toEqual([]);
    expect(await titles({ q, section: "tin-tuc" })).toEqual([]);
    expect(await titles({ q, section: "chuyen-doi-so" })).toHaveLength(1);
    await editor.send(`/api/articles/${first.id}/publication`, json("DELETE", { reason: "Sai" }));
    expect(await titles({ q })).toEqual([]);
  });

  test("is no draft's: what waits for approval is not found", async () => {
    const { reporter } = newsroom;
    await reporter.send("/api/articles?submit=true", json("POST", article("Bí mật chưa duyệt")));
    expect(await titles({ q: "bí mật chưa duyệt" })).toEqual([]);
  });
});
