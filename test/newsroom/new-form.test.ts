import { beforeAll, describe, expect, test } from "vitest";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import {
  readContents,
  formIn,
  idIn,
  multipart,
  openNewForm,
  saveArticle,
  typeArticle,
} from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
});

describe("GET /toa-soan/bai/moi", () => {
  test("is empty, never cached, and has the byline that the user used last", async () => {
    const person = await hireInBrowser("reporter");
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
    await saveArticle(
      person,
      typeArticle("Bài ký tên", { "byline.authors": "Thế Bằng, Thu Trang" }),
    );
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
    const form = (body: string) =>
      multipart({ ...fields, ...typeArticle("Một khóa một bài", { body }) });
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
    expect(await readContents(id)).toMatchObject([{ body: "Bản một." }, { body: "Bản hai." }]);
  });
});

describe("GET /toa-soan/bai/moi?kind=page", () => {
  async function openPageForm(person: Staff): Promise<Response> {
    const answer = await person.open("/toa-soan/bai/moi?kind=page");
    return person.open(answer.headers.get("location") ?? "");
  }

  test("is the form of a page for an editor: without section, byline and tags", async () => {
    const editor = await hireInBrowser("editor");
    const shown = await openPageForm(editor);
    const page = await shown.clone().text();
    expect(page).toContain("<h1>Viết trang mới</h1>");
    for (const label of ["Chuyên mục", "Từ khóa", "Nguồn"]) {
      expect(page, label).not.toMatch(new RegExp(`<label[^>]*>${label}`));
    }
    const { action, fields } = await formIn(shown);
    const { key = "", version = "", person = "" } = fields;
    const sent = {
      key,
      version,
      person,
      title: "Liên hệ",
      lede: "",
      body: "Địa chỉ.",
      act: "submit",
    };
    const answer = await editor.post(action, multipart(sent));
    const path = answer.headers.get("location") ?? "";
    expect(path).toMatch(/^\/toa-soan\/bai\/[0-9a-z]{16}$/);
    const edit = await (await editor.open(`${path}/sua`)).text();
    expect(edit).toContain('data-kind="page"');
    const review = await (await editor.open(`${path}/duyet`)).text();
    expect(review).toContain("Địa chỉ.");
    expect(review).not.toContain('class="byline"');
    const preview = await (await editor.open(`${path}/trang`)).text();
    expect(preview).toContain("<h1>Liên hệ</h1>");
    expect(preview).not.toContain('class="article-time"');
    const list = await (await editor.open("/toa-soan/bai?kind=page")).text();
    expect(list).toContain(path);
    expect(await (await editor.open("/toa-soan/bai?kind=article")).text()).not.toContain(path);
  });

  test("answers 403 to a reporter, who cannot save a page by a key of an editor's form either", async () => {
    expect((await openPageForm(reporter)).status).toBe(403);
    const key = `trang.${"k".repeat(24)}`;
    const sent = { key, version: "0", title: "Trang lậu", body: "Nội dung.", act: "save" };
    const answer = await reporter.post("/toa-soan/bai", multipart(sent));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("chỉ biên tập viên và quản trị viết trang");
  });
});
