import { beforeAll, describe, expect, test } from "vitest";
import { addSections } from "../support/newsroom.ts";
import { employ } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { contentsOf, formIn, idIn, multipart, openNewForm, saved, typed } from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await employ("reporter");
});

describe("GET /toa-soan/bai/moi", () => {
  test("is empty, never cached, and has the byline that the user used last", async () => {
    const person = await employ("reporter");
    const first = await openNewForm(person);
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("no-store");
    const { fields } = await formIn(first);
    expect(fields).toMatchObject({
      title: "",
      body: "",
      "byline.authors": person.id,
      genre: "tin",
    });
    await saved(person, typed("Bài ký tên", { "byline.authors": "Thế Bằng, Thu Trang" }));
    const next = await formIn(await openNewForm(person));
    expect(next.fields).toMatchObject({
      "byline.authors": "Thế Bằng, Thu Trang",
      "byline.unit": "TT Phát triển KH&CN",
    });
    expect(next.fields["key"]).not.toBe(fields["key"]);
  });

  test("redirects to an address with a new key, and from a malformed key, too", async () => {
    const keys = new Set<string>();
    for (const path of ["/toa-soan/bai/moi", "/toa-soan/bai/moi?key=x", "/toa-soan/bai/moi"]) {
      const answer = await reporter.open(path);
      expect(answer.status).toBe(303);
      const location = answer.headers.get("location") ?? "";
      expect(location).toMatch(/^\/toa-soan\/bai\/moi\?key=[\w-]{24}$/);
      keys.add(location);
    }
    expect(keys.size).toBe(3);
  });

  test("leads to the article once its form was saved, however often it is opened", async () => {
    const address = (await reporter.open("/toa-soan/bai/moi")).headers.get("location") ?? "";
    const { action, fields } = await formIn(await reporter.open(address));
    const form = (body: string) => multipart({ ...fields, ...typed("Một khóa một bài", { body }) });
    const id = idIn((await reporter.post(action, form("Bản một."))).headers.get("location"));
    for (let time = 0; time < 2; time++) {
      const again = await reporter.open(address);
      expect([again.status, again.headers.get("location")]).toEqual([
        303,
        `/toa-soan/bai/${id}/sua`,
      ]);
    }
    // The page that the browser kept in memory sends the empty form's version again.
    const second = await reporter.post(action, form("Bản hai."));
    expect(idIn(second.headers.get("location"))).toBe(id);
    expect(await contentsOf(id)).toMatchObject([{ body: "Bản một." }, { body: "Bản hai." }]);
  });
});
