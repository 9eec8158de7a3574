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
    const send = (body: Uint8Array<ArrayBuffer> = fixture("orientation-3.jpg")) =>
      reporter.post("/toa-soan/anh?credit=L%C3%AA+Na", body, { accept: "application/json" });
    const first = await (await send()).json<Record<string, unknown>>();
    expect(first).toMatchObject({ url: `/toa-soan/anh/${String(first["id"])}/480.webp` });
    expect(first["warning"]).toContain("Zalo");
    expect(first["credit"]).toBe("Lê Na");
    expect(await (await send()).json()).toEqual(first);
    const refused = await send(Uint8Array.from(Buffer.from("chữ")));
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("JPEG") });
  });

  test.each(["with", "without"])(
    "that are too heavy, %s a stated length: 413, and the form comes back with all of its text",
    async (length) => {
      const before = await openNewForm(reporter);
      expect(await before.clone().text()).toContain("tất cả tệp không quá 25 MB");
      const { fields } = await formIn(before);
      const typed = { ...fields, ...typeArticle("Bài có nhiều ảnh"), act: "save" };
      const heavy = new File([new Uint8Array(13_000_000)], "nang.jpg");
      const form = new Response(multipart(typed, { photos: [heavy, heavy] }));
      const type = { "content-type": form.headers.get("content-type") ?? "" };
      const body = length === "with" ? new Uint8Array(await form.arrayBuffer()) : form.body;
      const answer = await reporter.post("/toa-soan/bai", body ?? undefined, type);
      expect(answer.status).toBe(413);
      expect(await answer.clone().text()).toContain("Tệp gửi cùng một lúc nặng quá 25 MB");
      const { fields: shown } = await formIn(answer);
      expect(shown).toMatchObject(typeArticle("Bài có nhiều ảnh"));
      const again = await reporter.post("/toa-soan/bai", multipart({ ...shown, act: "save" }));
      expect(again.status).toBe(303);
    },
  );
});
