import { beforeAll, describe, expect, test } from "vitest";
import { article, publish, submitArticle } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { saveArticle, typeArticle } from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
  const editor = await hireInBrowser("editor");
  const by = (...authors: string[]) => ({ authors, unit: "" });
  const tags = ["Chuyển đổi số", "Covid-19"];
  await publish(reporter, editor, article("Bài một", { tags, byline: by("Lê Hà") }));
  await publish(reporter, editor, article("Bài hai", { tags: ["Số hóa", "Dân số"] }));
  await submitArticle(reporter, article("Bài nháp", { tags: ["Số mật"] }));
});

async function suggest(kind: string, q: string): Promise<string[]> {
  const answer = await reporter.open(`/toa-soan/goi-y?${new URLSearchParams({ kind, q })}`);
  expect(answer.status).toBe(200);
  const { names }: { names: string[] } = await answer.json();
  return names;
}

describe("GET /toa-soan/goi-y", () => {
  test.each([
    ["chuyen doi so", ["Chuyển đổi số"]],
    ["Chuyển Đổi", ["Chuyển đổi số"]],
    ["covid", ["Covid-19"]],
    ["so", ["Số hóa", "Chuyển đổi số", "Dân số"]],
    ["doi so", ["Chuyển đổi số"]],
    ["mật", []],
    ["%", []],
    ["", []],
  ])("finds published tags for %j", async (typedText, names) => {
    expect(await suggest("tag", typedText)).toEqual(names);
  });

  test("keeps tags and authors apart", async () => {
    expect(await suggest("author", "le ha")).toEqual(["Lê Hà"]);
    expect(await suggest("tag", "le ha")).toEqual([]);
  });

  test("422 for another kind", async () => {
    const answer = await reporter.open("/toa-soan/goi-y?kind=title&q=a");
    expect(answer.status).toBe(422);
  });
});

describe("a name that is nearly one of the site", () => {
  test("is reported by the API, with the known name", async () => {
    const content = article("Bài có thẻ gần giống", {
      tags: ["chuyen doi so", "Covid-19", "COVID 19"],
      byline: { authors: ["Le Ha"], unit: "" },
    });
    const answer = await reporter.send("/api/articles", json("POST", content));
    const { findings }: { findings: { rule: string; suggestion: string; where: unknown }[] } =
      await answer.json();
    expect(findings.filter(({ rule }) => rule === "near-duplicate-label")).toMatchObject([
      { suggestion: "Lê Hà", where: { field: "byline.authors.0", start: 0, end: 5 } },
      { suggestion: "Chuyển đổi số", where: { field: "tags.0" } },
      { suggestion: "Covid-19", where: { field: "tags.2" } },
    ]);
  });

  test("is reported in the form without script", async () => {
    const id = await saveArticle(
      reporter,
      typeArticle("Bài qua biểu mẫu", { tags: "chuyển-đổi-số" }),
    );
    const page = await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text();
    expect(page).toContain(
      "Từ khóa “chuyển-đổi-số” gần giống từ khóa “Chuyển đổi số” đã có trên báo.",
    );
  });

  test("is not reported when it is a label of its own", async () => {
    const content = article("Bài thường", { tags: ["Chuyển đổi số", "Chuyển đổi xanh"] });
    const answer = await reporter.send("/api/articles", json("POST", content));
    const { findings }: { findings: { rule: string }[] } = await answer.json();
    expect(findings.map(({ rule }) => rule)).not.toContain("near-duplicate-label");
  });
});
