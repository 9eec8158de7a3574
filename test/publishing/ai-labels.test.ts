import { beforeAll, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { readFeedItem, readNewsArticle, readText } from "../support/pages.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

describe("a photo that AI made or altered", () => {
  const term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  test("says so to readers, in linked data and in feeds, also once it is published", async () => {
    const photo = await sendPhoto(reporter);
    const lead = { leadPhoto: { photo, alt: "Tranh vẽ máy tính" } };
    const { slug } = await publish(reporter, editor, article("Bài có ảnh do AI tạo", lead));
    expect(await readText(`/bai-viet/${slug}`)).not.toContain("do AI tạo)");
    await editor.send(`/api/photos/${photo}`, json("PATCH", { madeByAi: "generated" }));
    for (const end of ["", "/ban-in", "/tai-ve"]) {
      expect(await readText(`/bai-viet/${slug}${end}`), end).toContain("(Ảnh do AI tạo)");
    }
    const { associatedMedia } = readNewsArticle(await readText(`/bai-viet/${slug}`));
    expect(associatedMedia).toEqual([expect.objectContaining({ digitalSourceType: term })]);
    const item = await readFeedItem(slug);
    expect(item?._ban_tin.photos[0]).toMatchObject({
      madeByAi: "generated",
      digitalSourceType: term,
    });
    for (const feed of ["/rss.xml", "/atom.xml"]) expect(await readText(feed)).toContain(term);
  });
});

describe("an article that AI wrote or altered", () => {
  const term =
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";
  const note = "Bài viết có phần được sửa bằng trí tuệ nhân tạo (AI)";

  test("says so to readers in every format, in linked data and in feeds", async () => {
    const content = article("Bài có phần AI sửa", {
      madeByAi: "altered",
      english: { title: "Edited with AI", summary: "A summary." },
    });
    const { id, slug } = await publish(reporter, editor, content);
    for (const end of ["", "/ban-in", "/tai-ve"]) {
      expect(await readText(`/bai-viet/${slug}${end}`), end).toContain(note);
    }
    expect(await readText(`/bai-viet/${slug}/en`)).toContain("edited with AI");
    expect(readNewsArticle(await readText(`/bai-viet/${slug}`))["digitalSourceType"]).toBe(term);
    const item = await readFeedItem(slug);
    expect(item?._ban_tin).toMatchObject({ madeByAi: "altered", digitalSourceType: term });
    expect(item?.content_html).toContain(note);
    for (const feed of ["/rss.xml", "/atom.xml"]) expect(await readText(feed)).toContain(note);
    const answer = await send(`/api/articles/${id}`);
    expect(await answer.json()).toMatchObject({ madeByAi: "altered" });
  });

  test("takes the label from the form, and shows it in the comparison of versions", async () => {
    const plain = article("Bài ghi nhãn ở biểu mẫu");
    const sent = await reporter.send("/api/articles", json("POST", plain));
    const { id } = await sent.json<{ id: string }>();
    const fields = {
      title: "Bài ghi nhãn ở biểu mẫu",
      version: "1",
      act: "save",
      madeByAi: "generated",
    };
    expect((await reporter.post(`/toa-soan/bai/${id}/sua`, fields)).status).toBeLessThan(400);
    const saved = await reporter.send(`/api/articles/${id}`);
    expect(await saved.json()).toMatchObject({ version: 2, madeByAi: "generated" });
    const compared = await (await reporter.open(`/toa-soan/bai/${id}/so-sanh?from=1&to=2`)).text();
    expect(compared).toContain("Có phần do AI viết");
  });

  test.each([["maybe"], [3]])("refuses the label %j", async (madeByAi) => {
    const content = article("Bài nhãn sai", { madeByAi });
    const answer = await reporter.send("/api/articles", json("POST", content));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('"madeByAi"');
  });
});
