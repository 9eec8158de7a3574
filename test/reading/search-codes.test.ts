import { beforeAll, describe, expect, test } from "vitest";
import { publishAt } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";
import { readResultPage, status, titles, titlesIn } from "../support/search.ts";

/** The spellings of a code or number; each stands in one article, and each finds all of these articles. */
const codes = [
  ["COVID-19", "covid19", "Covid 19"],
  ["F-150", "F150", "F 150"],
  ["29A-12345", "29A12345"],
  ["1.500.000", "1500000", "1 500 000", "1,500,000"],
  ["0912 345 678", "0912345678", "0912.345.678", "091-234-5678"],
  ["(0203) 3825 123", "02033825123"],
  ["1900 1234", "19001234"],
];

beforeAll(async () => {
  await addSections("tin-tuc");
  const newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
  const publish = (title: string, body: string) =>
    publishAt(newsroom, "2022-02-01T08:00:00+07:00", title, {
      lede: "Lời dẫn.",
      body,
      byline: { authors: ["An"], unit: "" },
    });
  for (const [number, spellings] of codes.entries()) {
    for (const spelling of spellings) {
      await publish(`Bài ${spelling}`, `Nhắc ${spelling}, nhóm ${number}.`);
    }
  }
  await publish("Bài của Sở", "Sở KH&CN.");
  await publish("Nghiêng mình", "Đường dài.");
  await publish("Con đương", "Nói ngắn.");
}, 120_000);

describe("GET /tim-kiem?q= of a code or a number", () => {
  test.each(codes.flatMap((spellings) => spellings.map((q) => [q, spellings] as const)))(
    "%s finds each of its spellings, counts and marks them",
    async (q, spellings) => {
      const page = await readResultPage({ q });
      const shown = titlesIn(page);
      for (const spelling of spellings) expect(shown).toContain(`Bài ${spelling}`);
      const count = shown.length;
      expect(status(page)).toContain(`Tìm thấy ${count} kết quả`);
      const cards = page.match(/<article\s+class="card result[^]*?<\/article>/g) ?? [];
      expect(cards).toHaveLength(count);
      for (const one of cards) expect(one).toContain("<mark>");
    },
  );

  test("finds an abbreviation written without its sign", async () => {
    expect(await titles({ q: "khcn" })).toEqual(["Bài của Sở"]);
  });

  test("finds no number of which it is only a part", async () => {
    expect(await titles({ q: "500000 " })).toEqual([]);
    expect(await titles({ q: "1.500 " })).toEqual([]);
  });
});

describe("what GET /tim-kiem says", () => {
  test("is that no article has the word, where only a longer word is found", async () => {
    const page = await readResultPage({ q: "nghi" });
    expect(titlesIn(page)).toEqual(["Nghiêng mình"]);
    expect(status(page)).toBe(
      "Không kết quả nào có đúng “nghi”, nhưng có kết quả chứa từ bắt đầu bằng “nghi”.",
    );
  });

  test("is that other marks are counted too, where an article has only those", async () => {
    expect(status(await readResultPage({ q: "đường" }))).toBe(
      "Tìm thấy 2 kết quả có “đường”, kể cả từ viết khác dấu.",
    );
    expect(status(await readResultPage({ q: "nghiêng" }))).toBe("Tìm thấy 1 kết quả có “nghiêng”.");
  });

  test("does not call a word missing that begins a longer one", async () => {
    const page = await readResultPage({ q: "qwerty nghi" });
    expect(page).toContain("Bỏ “qwerty”: không kết quả nào có từ này");
    expect(page).toContain('href="/tim-kiem?q=nghi"');
  });
});
