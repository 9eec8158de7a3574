import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import { makeSearchPath, readResultPage } from "../support/search.ts";

beforeAll(async () => {
  await addSections("tin-tuc");
  const [reporter, editor] = [await hire("reporter"), await hire("editor")];
  await publish(reporter, editor, article("Con đường và tổng kết"));
});

describe("GET /tim-kiem with anything at all", () => {
  const words = [
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR(",
    "a NEAR/2 b",
    "title:",
    "terms : x",
    "{a b} : c",
  ];
  const signs = [
    '"',
    "'",
    "*",
    "^",
    ":",
    "(",
    ")",
    "-",
    "+",
    "%",
    "_",
    ";",
    "\\",
    "<script>",
    "--",
    "/*",
  ];
  const hostile = [
    ...words,
    ...signs,
    ...signs.map((sign) => `đường ${sign}`),
    ...signs.map((sign) => `${sign}đường${sign}`),
    '" OR NEAR( * ^ :',
    '"""',
    'x" OR "y',
    "') OR 1=1; DROP TABLE published; --",
    "e:đường OR s:tin-tuc",
    "s:tin-tuc",
    "e: f: p:",
    "\u0000",
    "đường\u0000đường",
    "\u202eđường",
    "🙂🙂🙂",
    "𝒳𝓎 漢字 ﷺ ½ m² ﬁ",
    "a\u0301\u0301\u0301\u0301",
    `${"(".repeat(400)}a`,
    "x".repeat(10_000),
    "từ ".repeat(3_000),
    '"a '.repeat(2_000),
    "a".repeat(7),
    "abcdefgh",
    "null",
    "__proto__",
  ];

  test.each(hostile.map((q) => [q.slice(0, 40), q]))("answers %j", async (_, q) => {
    const page = await readResultPage({ q });
    expect(page).not.toContain("<script>");
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM published").first("n")).toBe(1);
  });

  test("repeats little of a long section and of long wrong dates", async () => {
    const long = "'".repeat(5000);
    const page = await readResultPage({ q: "đường", section: long, from: long, to: long });
    expect(page.length).toBeLessThan(40_000);
  });

  test("answers 404 to a cursor of nobody's", async () => {
    for (const truoc of ["x", "8", "!!", "8zzzzzzzzzzzz", "-1", "88 ", '8"']) {
      expect((await send(makeSearchPath({ q: "dang", truoc }))).status, truoc).toBe(404);
    }
  });

  test("has one entry in the edge cache for all spellings of an address", async () => {
    const clean = makeSearchPath({ q: "tong ket", section: "tin-tuc", sort: "newest" });
    await send(clean);
    const hit = await send(clean);
    expect(hit.headers.get("cf-cache-status")).toBe("HIT");
    const dirty = await send(
      "/tim-kiem?fbclid=1&sort=newest&from=&to=&section=tin-tuc&q=tong%20ket&utm_source=zalo",
    );
    expect(dirty.headers.get("etag")).toBe(hit.headers.get("etag"));
    expect(await dirty.text()).toBe(await hit.text());
  });

  test.each([
    ["?q=dang&chuyen-muc=tin-tuc", "?q=dang&section=tin-tuc"],
    ["?q=dang&tu=2022-03-01&den=2022-03-02", "?q=dang&from=2022-03-01&to=2022-03-02"],
    [
      "?q=%C4%91%C6%B0%E1%BB%9Dng&sap-xep=moi&truoc=8x",
      "?q=%C4%91%C6%B0%E1%BB%9Dng&sort=newest&truoc=8x",
    ],
  ])(
    "with its former names of parameters, %s, answers 301 to the present ones",
    async (old, now) => {
      const answer = await send(`/tim-kiem${old}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([301, `/tim-kiem${now}`]);
    },
  );
});
