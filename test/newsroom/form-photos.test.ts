import { beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../photo/fixture.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { readContents, formIn, idIn, multipart, typeArticle, openNewForm } from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
});

describe("photos uploaded with the form", () => {
  const photo = (name: string, as: string) => new File([fixture(name)], as);

  test("are placed where the body names them, else at its end; the lead photo stays until it is removed", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const form = multipart(
      {
        ...fields,
        ...typeArticle("Bài có ảnh"),
        body: "Đầu.\n\n![Ruộng](photo:a.jpg)\n\nCuối.",
        act: "save",
      },
      {
        "leadPhoto.file": [photo("wide.jpg", "bìa.jpg")],
        photos: [photo("orientation-1.jpg", "a.jpg"), photo("text.png", "b.png")],
      },
    );
    const id = idIn((await reporter.post("/toa-soan/bai", form)).headers.get("location"));
    const [content] = await readContents(id);
    expect(content?.["body"]).toMatch(
      /^Đầu\.\n\n!\[Ruộng\]\(photo:[0-9a-f]{64}\)\n\nCuối\.\n\n!\[\]\(photo:[0-9a-f]{64}\)$/,
    );
    expect(content?.["leadPhoto"]).toMatchObject({
      photo: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await reporter.post(shown.action, multipart({ ...shown.fields, lede: "Khác.", act: "save" }));
    expect((await readContents(id))[1]?.["leadPhoto"]).toEqual(content?.["leadPhoto"]);
    const next = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const removal = { ...next.fields, "leadPhoto.remove": "on", act: "save" };
    await reporter.post(next.action, multipart(removal));
    expect((await readContents(id))[2]?.["leadPhoto"]).toBeNull();
  });

  test("a file that is not a photo is refused by name; the stored photos need not be sent again", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const files = [photo("wide.jpg", "tốt.jpg"), new File(["không phải ảnh"], "hỏng.jpg")];
    const answer = await reporter.post(
      "/toa-soan/bai",
      multipart({ ...fields, ...typeArticle("Ảnh hỏng"), act: "save" }, { photos: files }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.clone().text()).toContain("Ảnh “hỏng.jpg”: Chỉ nhận ảnh");
    const shown = await formIn(answer);
    expect(shown.fields["body"]).toMatch(/!\[\]\(photo:[0-9a-f]{64}\)/);
    const again = await reporter.post("/toa-soan/bai", multipart({ ...shown.fields, act: "save" }));
    expect(again.status).toBe(303);
  });

  test("POST from the script stores one photo, and the same bytes only once", async () => {
    const form = new FormData();
    form.set("file", photo("text.png", "x.png"));
    const send = () => reporter.post("/toa-soan/anh", form, { accept: "application/json" });
    const first = await (await send()).json<Record<string, unknown>>();
    expect(first).toMatchObject({ url: `/toa-soan/anh/${String(first["id"])}/480.webp` });
    expect(first["warning"]).toContain("Zalo");
    expect(await (await send()).json()).toEqual(first);
    form.set("file", new File(["chữ"], "x.jpg"));
    const refused = await send();
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("JPEG") });
    form.delete("file");
    expect((await send()).status).toBe(422);
  });
});
