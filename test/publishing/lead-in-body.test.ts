import { beforeAll, describe, expect, test } from "vitest";
import { uploadPhoto } from "../api/users.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";
import { readText } from "../support/pages.ts";

let photo: string;
let slug: string;

beforeAll(async () => {
  await addSections("tin-tuc");
  const reporter = await hire("reporter");
  photo = await uploadPhoto(reporter);
  const content = article("Ảnh đại diện lấy từ bài", {
    leadPhoto: { photo, alt: "", caption: null, credit: null },
    body: `Đoạn đầu.\n\n![Bốn ô màu](photo:${photo} "Quang cảnh")\n\nĐoạn cuối.`,
  });
  ({ slug } = await publish(reporter, await hire("editor"), content));
});

describe("a lead photo that the body shows, too,", () => {
  test.each(["", "/ban-in", "/tai-ve"])(
    "is shown once, in the text, by the page %s",
    async (end) => {
      const page = await readText(`/bai-viet/${slug}${end}`);
      expect(page.match(/<figure/g)).toHaveLength(1);
      expect(page).toMatch(/Đoạn đầu\.[^]*<figure[^]*Quang cảnh[^]*Đoạn cuối\./);
    },
  );

  test("is shown once by the feeds, and is their cover", async () => {
    const feed = JSON.parse(await readText("/feed.json")) as { items: Record<string, unknown>[] };
    const [item] = feed.items;
    expect(String(item?.["content_html"]).match(/<figure/g)).toHaveLength(1);
    expect(item?.["image"]).toContain(photo);
    expect(item?.["_ban_tin"]).toMatchObject({ photos: [{ caption: "Quang cảnh" }] });
    const rss = await readText("/rss.xml");
    expect(rss.match(/<media:content/g)).toHaveLength(1);
    expect(rss).toContain("<enclosure");
  });

  test("gives lists and share images its alt from the text", async () => {
    expect(await readText("/")).toContain('alt="Bốn ô màu"');
    const page = await readText(`/bai-viet/${slug}`);
    expect(page).toMatch(new RegExp(`<meta property="og:image" content="[^"]*${photo}`));
  });
});
