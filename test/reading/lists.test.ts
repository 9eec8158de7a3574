import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, publish, publishAt, revise } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { fillCache, isCached, titlesOn } from "../support/pages.ts";

let reporter: Colleague;
let editor: Colleague;
let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc", "chuyen-doi-so");
  reporter = await hire("reporter");
  editor = await hire("editor");
  newsroom = { reporter, editor };
});

function by(...authors: string[]) {
  return { byline: { authors, unit: "TT Phát triển KH&CN" } };
}

async function readHeading(path: string): Promise<string | undefined> {
  return (await (await send(path)).text()).match(
    /<h1><span[^>]*>[^<]*<\/span>\s*([^<]*)<\/h1>/,
  )?.[1];
}

describe("GET /the/:tag", () => {
  test("lists what bears the tag in any spelling, newest first, under the newest spelling", async () => {
    await publishAt(newsroom, "2021-01-05T08:00:00+07:00", "Thẻ cũ", { tags: ["Xây dựng đảng"] });
    await publishAt(newsroom, "2021-01-06T08:00:00+07:00", "Thẻ mới", {
      tags: ["xây dựng Đảng".normalize("NFD"), "KH&CN"],
    });
    expect(await titlesOn("/the/xay-dung-dang")).toEqual(["Thẻ mới", "Thẻ cũ"]);
    expect(await readHeading("/the/xay-dung-dang")).toBe("xây dựng Đảng");
    expect(await titlesOn("/the/kh-cn")).toEqual(["Thẻ mới"]);
  });

  test("lists an article once that spells the tag twice", async () => {
    await publish(reporter, editor, article("Hai cách viết", { tags: ["OCOP", "Ocop"] }));
    expect(await titlesOn("/the/ocop")).toEqual(["Hai cách viết"]);
    expect(await readHeading("/the/ocop")).toBe("OCOP");
  });

  test("is where the tags of an article lead", async () => {
    const { slug } = await publish(
      reporter,
      editor,
      article("Bài có thẻ", { tags: ["Cơ sở dữ liệu số"] }),
    );
    const page = await (await send(`/bai-viet/${slug}`)).text();
    expect(page).toContain('href="/the/co-so-du-lieu-so"');
    expect(await titlesOn("/the/co-so-du-lieu-so")).toEqual(["Bài có thẻ"]);
  });
});

describe("GET /tac-gia/:author", () => {
  test("lists what somebody wrote, alone or with others", async () => {
    await publishAt(newsroom, "2021-02-01T08:00:00+07:00", "Viết một mình", by("Lò Hải"));
    await publishAt(newsroom, "2021-02-02T08:00:00+07:00", "Viết cùng", by("Đức Long", "Lò Hải"));
    expect(await titlesOn("/tac-gia/lo-hai")).toEqual(["Viết cùng", "Viết một mình"]);
    expect(await titlesOn("/tac-gia/duc-long")).toEqual(["Viết cùng"]);
    expect(await readHeading("/tac-gia/duc-long")).toBe("Đức Long");
  });
});

describe("GET /luu-tru", () => {
  test("lists a month of Vietnam's calendar, and leads to the months beside it", async () => {
    await publishAt(newsroom, "2019-12-31T23:59:59+07:00", "Phút cuối tháng Chạp", {});
    await publishAt(newsroom, "2020-01-01T00:00:00+07:00", "Phút đầu tháng Giêng", {});
    await publishAt(newsroom, "2020-03-31T23:59:59+07:00", "Cuối tháng Ba", {});
    expect(await titlesOn("/luu-tru/2019/12")).toEqual(["Phút cuối tháng Chạp"]);
    expect(await titlesOn("/luu-tru/2020/01")).toEqual(["Phút đầu tháng Giêng"]);
    const january = await (await send("/luu-tru/2020/01")).text();
    expect(january).toMatch(/rel="prev" href="\/luu-tru\/2019\/12"/);
    expect(january).toMatch(/rel="next" href="\/luu-tru\/2020\/03"/);
  });

  test("counts the articles of each month", async () => {
    for (const day of ["04", "05", "06"])
      await publishAt(newsroom, `2018-05-${day}T08:00:00+07:00`, `Ngày ${day}`, {});
    const page = await (await send("/luu-tru")).text();
    expect(page).toMatch(/href="\/luu-tru\/2018\/05">Tháng 5<\/a>\s*<span>3 bài<\/span>/);
    expect(page.indexOf("2018/05")).toBeGreaterThan(page.indexOf("2019/12"));
  });

  test("forgets a month whose only article is withdrawn", async () => {
    const { id } = await publishAt(
      newsroom,
      "2017-07-01T08:00:00+07:00",
      "Bài duy nhất của tháng",
      {},
    );
    await fillCache(["/luu-tru", "/luu-tru/2017/07"]);
    await withdraw(id);
    expect((await send("/luu-tru/2017/07")).status).toBe(404);
    expect(await (await send("/luu-tru")).text()).not.toContain("/luu-tru/2017/07");
  });
});

describe("a list that is not there", () => {
  test.each([
    "/the/khong-co-the-nay",
    "/tac-gia/khong-ai-ca",
    "/luu-tru/1999/01",
    "/luu-tru/2020/1",
    "/luu-tru/2020/13",
    "/luu-tru/2020",
    "/luu-tru/0020/01",
    "/dong-su-kien/khong-co",
    "/the/xay-dung-dang?truoc=KHONG!",
    "/luu-tru/2020/01?truoc=zzzzzzzzzzzzzz",
  ])("%s answers 404", async (path) => {
    expect((await send(path)).status).toBe(404);
  });

  test("is no section without articles: that says so", async () => {
    const page = await send("/chuyen-muc/chuyen-doi-so");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Chuyên mục này chưa có bài viết nào.");
  });

  test("is no page beyond the last one: that leads back", async () => {
    const page = await send("/the/xay-dung-dang?truoc=1");
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("Không còn bài nào cũ hơn.");
    expect(text).toContain('href="/the/xay-dung-dang">← Bài mới nhất');
  });
});

describe("a publication", () => {
  const others = ["/the/yen-tinh", "/tac-gia/nguoi-khac"];

  beforeAll(async () => {
    await publishAt(newsroom, "2016-01-01T08:00:00+07:00", "Bài yên tĩnh", {
      tags: ["Yên tĩnh"],
      ...by("Người Khác"),
    });
  });

  test("is in its lists at once, though they were cached, and leaves other lists in the cache", async () => {
    const at = "2016-02-01T08:00:00+07:00";
    await publishAt(newsroom, at, "Bài trước đó", { tags: ["Sẽ đổi"], ...by("Người Viết") });
    const lists = ["/the/se-doi", "/tac-gia/nguoi-viet", "/luu-tru/2016/02", "/luu-tru"];
    await fillCache([...lists, ...others]);
    await publishAt(newsroom, at, "Bài mới thêm", { tags: ["Sẽ đổi"], ...by("Người Viết") });
    for (const list of lists) expect(await isCached(list), list).toBe(false);
    for (const list of lists.slice(0, 3))
      expect(await titlesOn(list), list).toContain("Bài mới thêm");
    for (const list of others) expect(await isCached(list), list).toBe(true);
  });

  test("of an edit takes the article from the tags and authors it lost, and adds it to the new ones", async () => {
    const first = await publishAt(newsroom, "2016-03-01T08:00:00+07:00", "Bài đổi thẻ", {
      tags: ["Thẻ A", "Thẻ B"],
      ...by("Ông A"),
    });
    await publishAt(newsroom, "2016-03-02T08:00:00+07:00", "Bài giữ thẻ", {
      tags: ["Thẻ A", "Thẻ C"],
      ...by("Ông A", "Bà B"),
    });
    await fillCache([
      "/the/the-a",
      "/the/the-b",
      "/the/the-c",
      "/tac-gia/ong-a",
      "/tac-gia/ba-b",
      ...others,
    ]);
    await revise(
      reporter,
      first,
      article("Bài đổi thẻ", { tags: ["Thẻ B", "Thẻ C"], ...by("Bà B") }),
    );
    await approve(editor, first.id);
    expect(await titlesOn("/the/the-a")).toEqual(["Bài giữ thẻ"]);
    expect(await titlesOn("/the/the-b")).toEqual(["Bài đổi thẻ"]);
    expect(await titlesOn("/the/the-c")).toEqual(["Bài giữ thẻ", "Bài đổi thẻ"]);
    expect(await titlesOn("/tac-gia/ong-a")).toEqual(["Bài giữ thẻ"]);
    expect(await titlesOn("/tac-gia/ba-b")).toEqual(["Bài giữ thẻ", "Bài đổi thẻ"]);
    for (const list of others) expect(await isCached(list), list).toBe(true);
  });

  test("that is withdrawn leaves every list, and comes back into them", async () => {
    const { id } = await publishAt(newsroom, "2016-04-01T08:00:00+07:00", "Bài gỡ khỏi mọi nơi", {
      tags: ["Sắp gỡ"],
      ...by("Cô C"),
    });
    const lists = ["/the/sap-go", "/tac-gia/co-c", "/luu-tru/2016/04"];
    await fillCache(lists);
    await withdraw(id);
    for (const list of lists) expect((await send(list)).status, list).toBe(404);
    await approve(editor, id);
    for (const list of lists) expect(await titlesOn(list), list).toEqual(["Bài gỡ khỏi mọi nơi"]);
  });
});

async function withdraw(id: string): Promise<void> {
  const reason = json("DELETE", { reason: "Sai số liệu" });
  expect((await editor.send(`/api/articles/${id}/publication`, reason)).status).toBe(200);
}
