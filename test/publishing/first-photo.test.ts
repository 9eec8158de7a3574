import { beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../src/check/finding.ts";
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

describe("an article without a lead photo", () => {
  test("shows its first body photo in lists, shared links, linked data and feeds, and once on its page", async () => {
    const [first, second] = [await sendPhoto(reporter), await sendPhoto(reporter)];
    const body = `Mở đầu.\n\n![Ảnh một](photo:${first})\n\n![Ảnh hai](photo:${second})`;
    const { slug } = await publish(reporter, editor, article("Bài chỉ có ảnh trong bài", { body }));
    const page = await readText(`/bai-viet/${slug}`);
    expect(page).toMatch(new RegExp(`og:image" content="[^"]*/anh/${first}/share.jpg"`));
    expect(JSON.stringify(readNewsArticle(page)["image"])).toContain(`/anh/${first}/share.jpg`);
    expect(page.match(/<figure/g)).toHaveLength(2);
    expect(await readText("/")).toMatch(new RegExp(`<img\\s+src="/anh/${first}/960.jpg"`));
    const item = await readFeedItem(slug);
    expect(item?.image).toContain(`/anh/${first}/share.jpg`);
    expect(item?._ban_tin.photos).toHaveLength(2);
    expect(await readText("/rss.xml")).toContain(
      `<enclosure url="http://localhost:8787/anh/${first}`,
    );
  });
});

describe("an article without any photo", () => {
  test("has the site's own picture in shared links, linked data and feeds; the form says so", async () => {
    const { id, slug } = await publish(reporter, editor, article("Bài không có ảnh nào"));
    const page = await readText(`/bai-viet/${slug}`);
    expect(page).toContain('property="og:image" content="http://localhost:8787/anh-chia-se.jpg"');
    expect(readNewsArticle(page)["image"]).toEqual(["http://localhost:8787/anh-chia-se.jpg"]);
    expect((await readFeedItem(slug))?.image).toBe("http://localhost:8787/anh-chia-se.jpg");
    const picture = await send("/anh-chia-se.jpg");
    expect(picture.headers.get("content-type")).toBe("image/jpeg");
    await picture.arrayBuffer();
    const enclosed = "http://localhost:8787/anh-chia-se.jpg";
    expect(await readText("/rss.xml")).toContain(
      `<enclosure url="${enclosed}" type="image/jpeg" length="0"/>`,
    );
    expect(await readText("/atom.xml")).toContain(
      `<link rel="enclosure" type="image/jpeg" href="${enclosed}"/>`,
    );
    const form = await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text();
    expect(form).toContain("Bài chưa có ảnh nào");
  });

  test("is submitted with a warning, for the API, the form and the editor who reviews it", async () => {
    const sent = json("POST", article("Bài gửi không có ảnh"));
    const answer = await reporter.send("/api/articles?submit=true", sent);
    expect(answer.status).toBe(201);
    const { id, status, findings } = await answer.json<{
      id: string;
      status: string;
      findings: Finding[];
    }>();
    expect(status).toBe("submitted");
    expect(findings).toMatchObject([
      { rule: "missing-photo", severity: "warn", where: { field: "leadPhoto" } },
    ]);
    const form = await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text();
    expect(form).toMatch(/href="#o-leadPhoto">Bài chưa có ảnh nào/);
    const review = await (await editor.open(`/toa-soan/bai/${id}/duyet`)).text();
    expect(review).toContain("Bài chưa có ảnh nào");
  });
});

describe("a portrait photo", () => {
  test("keeps its shape in lists and galleries", async () => {
    const photo = await sendPhoto(reporter);
    const change = json("PATCH", { rotation: 90, focus: { x: 0.5, y: 0.1 } });
    await editor.send(`/api/photos/${photo}`, change);
    const body = `![Ảnh một](photo:${photo})\n![Ảnh hai](photo:${photo})`;
    const { slug } = await publish(reporter, editor, article("Bài có ảnh đứng", { body }));
    expect(await readText("/")).toContain('<div class="card-photo upright at-top">');
    const page = await readText(`/bai-viet/${slug}`);
    expect(page.match(/<figure class="photo upright at-top">/g)).toHaveLength(2);
  });
});
