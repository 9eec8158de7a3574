import { beforeAll, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { uploadPhoto } from "./users.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

describe("the public text of a published article", () => {
  /** The text of every place that shows the article. */
  let places: [string, string][];

  beforeAll(async () => {
    const { slug } = await publish(
      reporter,
      editor,
      article("Gia đình 👨‍👩‍👧‍👦 làm vườn", {
        body: "Mỗi vụ thu 6~8 tạ, giá 20~25 nghìn đồng một ký. Sách viết: نمی\u200cدانم. Chữ: tr\u200cồng.",
      }),
    );
    const paths = [
      `/bai-viet/${slug}`,
      `/bai-viet/${slug}/ban-in`,
      "/feed.json",
      "/rss.xml",
      "/atom.xml",
      "/tim-kiem?q=20~25",
    ];
    places = await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [path, await (await send(path)).text()]),
    );
  });

  test.each([
    ["a single ~ is plain text", "20~25"],
    ["a family is one sign", "👨‍👩‍👧‍👦"],
  ])("%s", (_, text) => {
    const bare = places.map(([path, page]) => [
      path,
      page.replace(/<\/?mark>/g, "").includes(text),
    ]);
    expect(bare).toEqual(places.map(([path]) => [path, true]));
    for (const [, page] of places) expect(page).not.toMatch(/<del>|&lt;del&gt;/);
  });

  test("keeps a joiner between Arabic letters, and removes it between Vietnamese letters", () => {
    const [[, page] = ["", ""]] = places;
    expect(page).toContain("نمی\u200cدانم");
    expect(page).toContain("trồng");
  });
});

describe("POST /api/articles?submit=true is refused with the field and the reason", () => {
  test.each([
    ["a footnote that is defined twice", "A.[^7] B.[^7]\n\n[^7]: C.\n\n[^7]: D.", "[^7]"],
    ["a footnote that is not defined", "A.[^8]", "[^8]"],
  ])("for %s", async (_, body, label) => {
    const answer = await reporter.send(
      "/api/articles?submit=true",
      json("POST", article("Bài có chú thích", { body })),
    );
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ path: "body", message: expect.stringContaining(label) as string }],
    });
  });

  test("for a photo in raw HTML without an alt", async () => {
    const photo = await uploadPhoto(reporter);
    const body = `Chữ.\n\n<section>\n![](photo:${photo})\n</section>`;
    const answer = await reporter.send(
      "/api/articles?submit=true",
      json("POST", article("Bài có ảnh", { body })),
    );
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ path: "body", message: expect.stringContaining("alt") as string }],
    });
  });
});

test.each(["byline", "source", "leadPhoto", "english"])(
  "POST /api/articles with a list as %s answers 422 and names it",
  async (field) => {
    for (const value of [[], [{}], "chữ", 7]) {
      const content = article("Bài", { [field]: value });
      const answer = await reporter.send("/api/articles", json("POST", content));
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ path: field }] });
    }
  },
);
