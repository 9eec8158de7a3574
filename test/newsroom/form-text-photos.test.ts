import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../photo/fixture.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { readContents, formIn, idIn, multipart, openNewForm, typeArticle } from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
});

const photo = (name: string, as: string): File => new File([fixture(name)], as);

/** Saves a new article with two photos, and opens its form. */
async function openWithPhotos(title: string) {
  const { fields } = await formIn(await openNewForm(reporter));
  const form = multipart(
    { ...fields, ...typeArticle(title), act: "save" },
    { photos: [photo("text.png", "b.png"), photo("orientation-1.jpg", "a.jpg")] },
  );
  const id = idIn((await reporter.post("/toa-soan/bai", form)).headers.get("location"));
  const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
  const ids = [shown.fields["photo.0.id"] ?? "", shown.fields["photo.1.id"] ?? ""] as const;
  return { id, ids, ...shown };
}

describe("the photos of the body in the form without script", () => {
  test("stand in the order in which they were chosen, and get caption, alt, photographer and lead", async () => {
    const { id, ids, action, fields } = await openWithPhotos("Bài ghi chữ cho ảnh");
    const [first, second] = ids;
    expect(fields["body"]).toMatch(new RegExp(`photo:${first}[^]*photo:${second}`));
    const words = {
      "photo.0.caption": "Hội nghị",
      "photo.0.alt": 'Đại biểu "đứng"',
      "photo.1.credit": "Thu Trang",
      "leadPhoto.choose": second,
    };
    const answer = await reporter.post(action, multipart({ ...fields, ...words, act: "save" }));
    expect(answer.status).toBe(303);
    const content = (await readContents(id)).at(-1);
    expect(content?.["body"]).toContain(`![Đại biểu "đứng"](photo:${first} "Hội nghị")`);
    expect(content?.["leadPhoto"]).toMatchObject({ photo: second });
    const row = await env.DB.prepare("SELECT credit FROM photos WHERE id = ?1")
      .bind(second)
      .first();
    expect(row).toEqual({ credit: "Thu Trang" });
    const next = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(next.fields).toMatchObject({
      "photo.0.caption": "Hội nghị",
      "photo.1.credit": "Thu Trang",
    });
  });

  test("keep words that were changed in the body meanwhile", async () => {
    const { id, ids, action, fields } = await openWithPhotos("Bài sửa hai nơi");
    const body = `![Sửa trong nội dung](photo:${ids[1]})`;
    await reporter.post(
      action,
      multipart({ ...fields, body, "photo.0.alt": "Bỏ rồi", act: "save" }),
    );
    expect((await readContents(id)).at(-1)?.["body"]).toBe(body);
  });

  test("whose words cannot be written are named, and nothing is lost", async () => {
    const { ids, action, fields } = await openWithPhotos("Bài có định nghĩa");
    const body = `![A][x]\n\n[x]: photo:${ids[0]}`;
    const sent = { ...fields, body, "photo.0.alt": "Mô tả mới", act: "save" };
    const answer = await reporter.post(action, multipart(sent));
    expect(answer.status).toBe(422);
    expect(await answer.clone().text()).toContain("của ảnh “Mô tả mới”");
    expect((await formIn(answer)).fields["body"]).toBe(body);
  });
});
