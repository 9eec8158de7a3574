import { beforeAll, describe, expect, test } from "vitest";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import {
  readContents,
  formIn,
  multipart,
  openNewForm,
  saveArticle,
  typeArticle,
} from "./article-form.ts";

let reporter: Staff;
let other: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, other] = [await hireInBrowser("reporter"), await hireInBrowser("reporter")];
});

const put = (person: Staff, id: string, body: unknown) =>
  person.send(
    `/toa-soan/bai/${id}/nhap`,
    json("PUT", body, { ...sameOrigin, cookie: person.cookie }),
  );

async function readCopyKey(person: Staff): Promise<string> {
  const page = await (await person.open("/toa-soan")).text();
  return /data-copy-key="([^"]+)"/.exec(page)?.[1] ?? "";
}

test("each user's pages carry a key of their own for texts in the browser", async () => {
  const key = await readCopyKey(reporter);
  expect(atob(key)).toHaveLength(32);
  expect(await readCopyKey(reporter)).toBe(key);
  expect(await readCopyKey(other)).not.toBe(key);
});

test("GET /toa-soan/bai/:id/nhap answers with the text that the server has for this user", async () => {
  const id = await saveArticle(reporter, typeArticle("Bản trên máy chủ"));
  const read = async () => (await reporter.open(`/toa-soan/bai/${id}/nhap`)).json();
  const from = { baseVersion: 1, savedAt: expect.any(Number) };
  expect(await read()).toMatchObject({ values: { title: "Bản trên máy chủ" }, ...from });
  await put(reporter, id, { baseVersion: 1, content: { title: "Đang gõ" } });
  expect(await read()).toMatchObject({ values: { title: "Đang gõ" }, ...from });
  expect((await other.open(`/toa-soan/bai/${id}/nhap`)).status).toBe(404);
});

describe("a form that another user opened in the same browser", () => {
  test("is not saved, neither by its button nor by the autosave", async () => {
    const { action, fields } = await formIn(await openNewForm(reporter));
    const form = multipart({ ...fields, ...typeArticle("Của người trước"), act: "save" });
    const answer = await other.post(action, form);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("đang đăng nhập bằng tài khoản khác");
    expect(page).not.toContain("Của người trước");
    const body = { key: fields["key"], person: reporter.id, content: { title: "Của người trước" } };
    const headers = { ...sameOrigin, cookie: other.cookie };
    const first = await other.send("/toa-soan/bai/nhap", json("POST", body, headers));
    expect(first.status).toBe(409);
    const id = await saveArticle(other, typeArticle("Của người sau"));
    const copy = { baseVersion: 1, person: reporter.id, content: { title: "Của người trước" } };
    expect((await put(other, id, copy)).status).toBe(409);
  });
});

describe("the cookie that ends the copy of a saved form", () => {
  const cookies = (answer: Response) => answer.headers.getSetCookie().join("; ");

  test("names the article after a save, a preview and a submission that was refused", async () => {
    const id = await saveArticle(reporter, typeArticle("Đã lưu"));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    for (const act of ["save", "preview", "submit"]) {
      const answer = await reporter.post(action, multipart({ ...fields, section: "", act }));
      expect(cookies(answer), act).toContain(`da-luu=${id}`);
    }
    expect(await readContents(id)).toHaveLength(2);
  });

  test("is missing when nothing was saved", async () => {
    const id = await saveArticle(reporter, typeArticle("Không lưu"));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    for (const act of ["save", "preview", "submit"]) {
      const wrong = { ...fields, lede: "x".repeat(3001), act };
      const answer = await reporter.post(action, multipart(wrong));
      expect(answer.status, act).toBe(422);
      expect(cookies(answer), act).not.toContain("da-luu");
    }
  });
});

describe("POST /toa-soan/dang-xuat", () => {
  const cleared = async (fields: Record<string, string>) => {
    const person = await hireInBrowser("reporter");
    const answer = await person.post("/toa-soan/dang-xuat", fields);
    return answer.headers.get("clear-site-data");
  };

  test("lets the browser delete everything, or all but the sealed texts of others", async () => {
    expect(await cleared({})).toBe('"cache", "storage"');
    expect(await cleared({ keep: "others" })).toBe('"cache"');
  });
});
