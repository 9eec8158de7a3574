import { beforeAll, describe, test } from "vitest";
import { reviewPath } from "../../src/addresses/newsroom.ts";
import { hashCheaply } from "../support/password.ts";
import { approve, article, submitArticle } from "../support/articles.ts";
import { Authenticator } from "../support/authenticator.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import {
  disable,
  runSql,
  addNewAddress,
  makePost,
  read,
  takeRightAwayAtEachCall,
} from "./lost-right.ts";

const password = "trời hôm nay xanh quá";
const newPassword = "mai lại có mưa rào nhẹ";
let storedHash = "";
let otherHash = "";
let admin: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [storedHash, otherHash] = [hashCheaply(password), hashCheaply(newPassword)];
  admin = await hireInBrowser("admin");
});

const makeSessionReader = (id: string) => () =>
  read("SELECT id FROM sessions WHERE person_id = ?1", id);

/** Makes a link as an admin, and returns its path. */
async function makeLink(id: string): Promise<string> {
  const page = await (await admin.post(`/toa-soan/quan-tri/nguoi/${id}/lien-ket`)).text();
  return /\/toa-soan\/loi-moi\/[\w-]+/.exec(page)?.[0] ?? "";
}

async function withPassword(): Promise<Staff> {
  const staff = await hireInBrowser("editor");
  await runSql("UPDATE people SET password_hash = ?2 WHERE id = ?1", staff.id, storedHash);
  return staff;
}

describe("POST /toa-soan/dang-nhap signs nobody in", () => {
  test.each([
    [
      "with a password that was changed meanwhile",
      (id: string) => () =>
        runSql("UPDATE people SET password_hash = ?2 WHERE id = ?1", id, otherHash),
    ],
    ["whose account was disabled meanwhile", disable],
  ])("%s", async (_, change) => {
    await takeRightAwayAtEachCall(async () => {
      const { id } = await withPassword();
      const request = makePost("/toa-soan/dang-nhap", { username: id, password });
      return { request, change: change(id), effect: makeSessionReader(id) };
    });
  });
});

describe("POST /toa-soan/loi-moi/:token sets no password and signs nobody in", () => {
  test.each([
    ["by a link that a newer one ended", (id: string) => () => makeLink(id)],
    ["after the account was disabled", disable],
    [
      "by a link that was used meanwhile",
      (_: string, path: string) => async () => {
        const fields = { password: newPassword, repeat: newPassword };
        await send(path, { ...form(fields), headers: sameOrigin });
      },
    ],
  ])("%s", async (_, change) => {
    await takeRightAwayAtEachCall(async () => {
      const { id } = await withPassword();
      const path = await makeLink(id);
      const effect = async () =>
        (await makeSessionReader(id)()) +
        (await read("SELECT password_hash FROM people WHERE id = ?1", id));
      const request = makePost(path, { password, repeat: password });
      return { request, change: change(id, path), effect };
    });
  });
});

test("POST /toa-soan/khoa/dang-nhap signs nobody in with a passkey that was removed meanwhile", async () => {
  const ceremony = { origin, rpId: "localhost" };
  const ask = async (path: string, body: unknown, cookie = "") =>
    send(
      `/toa-soan/khoa${path}`,
      json("POST", body, { ...addNewAddress(), accept: "application/json", cookie }),
    );
  const challengeFrom = async (answer: Response) =>
    (await answer.json<{ challenge: string }>()).challenge;
  await takeRightAwayAtEachCall(async () => {
    const [{ id, cookie }, key] = [await hireInBrowser("editor"), new Authenticator()];
    const first = await challengeFrom(await ask("/moi/thach-thuc", {}, cookie));
    const made = key.register({ ...ceremony, challenge: first, counter: 1 });
    await ask("/moi", { name: "Máy", response: made }, cookie);
    const challenge = await challengeFrom(await ask("/dang-nhap/thach-thuc", {}));
    const response = key.signIn({ ...ceremony, challenge, counter: 2 });
    const request = new Request(`${origin}/toa-soan/khoa/dang-nhap`, {
      ...json("POST", { response, after: "" }, { ...addNewAddress(), accept: "application/json" }),
    });
    const change = () => runSql("DELETE FROM passkeys WHERE id = ?1", key.id);
    return { request, change, effect: makeSessionReader(id) };
  });
});

/** The changes that end an editor's right. */
const losses: [string, (by: Staff) => Promise<unknown>][] = [
  ["whose account is disabled meanwhile", ({ id }) => disable(id)()],
  [
    "who becomes a reporter meanwhile",
    ({ id }) => runSql("UPDATE people SET role = 'reporter' WHERE id = ?1", id),
  ],
  [
    "whose session is ended meanwhile",
    ({ id }) => runSql("DELETE FROM sessions WHERE person_id = ?1", id),
  ],
];

/** The acts of the article page: path, whether the article is public before, and fields. */
const acts: [path: string, isPublic: boolean, fields: Record<string, string>][] = [
  ["dang", false, { version: "1", read: "1" }],
  ["dang", false, { version: "1", read: "1", at: "2027-06-01T08:00" }],
  ["tra-lai", false, { "return-reason": "Thiếu nguồn" }],
  ["go", true, { "withdraw-reason": "Sai sự thật" }],
  ["dinh-chinh", true, { correction: "Số đúng là 12." }],
];

describe.each(losses)("an editor %s", (_, lose) => {
  test.each(acts)("does not act by POST /toa-soan/bai/:id/%s", async (path, isPublic, fields) => {
    await takeRightAwayAtEachCall(async () => {
      const [reporter, editor] = [await hire("reporter"), await hireInBrowser("editor")];
      const { id } = await submitArticle(reporter, article(`Bài ${crypto.randomUUID()}`));
      if (isPublic) await approve(await hire("editor"), id);
      // Approving requires that the editor has read the text.
      else await editor.open(reviewPath(id));
      const event = isPublic ? "3" : "2";
      return {
        request: makePost(`/toa-soan/bai/${id}/${path}`, { event, ...fields }, editor.cookie),
        change: () => lose(editor),
        effect: () => read("SELECT type FROM events WHERE article_id = ?1", id),
      };
    });
  });

  test("saves no working copy by PUT /toa-soan/bai/:id/nhap", async () => {
    const body = { baseVersion: 1, content: { title: "Tựa khác", byline: { authors: [] } } };
    await takeRightAwayAtEachCall(async () => {
      const [reporter, editor] = [await hire("reporter"), await hireInBrowser("editor")];
      const { id } = await submitArticle(reporter, article(`Bài ${crypto.randomUUID()}`));
      const sent = json("PUT", body, { ...sameOrigin, cookie: editor.cookie });
      const request = new Request(`${origin}/toa-soan/bai/${id}/nhap`, sent);
      const effect = () => read("SELECT article_id FROM working_copies WHERE article_id = ?1", id);
      return { request, change: () => lose(editor), effect };
    });
  });
});

test("PUT /api/articles/:id/publication publishes nothing with a token that is revoked meanwhile", async () => {
  await takeRightAwayAtEachCall(async () => {
    const [reporter, editor] = [await hire("reporter"), await hire("editor")];
    const { id } = await submitArticle(reporter, article(`Bài ${crypto.randomUUID()}`));
    const authorization = `Bearer ${editor.token}`;
    return {
      request: new Request(
        `${origin}/api/articles/${id}/publication`,
        json("PUT", {}, { authorization }),
      ),
      change: () => runSql("UPDATE tokens SET revoked_at = 1 WHERE id = ?1", editor.id),
      effect: () => read("SELECT type FROM events WHERE article_id = ?1", id),
    };
  });
});

describe("an admin who becomes an editor during the request", () => {
  const people = "/toa-soan/quan-tri/nguoi";
  test.each([
    [
      people,
      "people",
      () => ({ username: `m${Date.now()}`, name: "Mới", role: "admin", unit: "", email: "" }),
    ],
    [`${people}/:id/lien-ket`, "one_time_links", () => ({})],
    [
      "/toa-soan/quan-tri/ma",
      "tokens",
      (id: string) => ({ owner: id, label: "Mã", scope: "write", days: "30" }),
    ],
  ])("does nothing by POST %s", async (path, table, fieldsFor) => {
    await takeRightAwayAtEachCall(async () => {
      const [other, colleague] = [await hireInBrowser("admin"), await hireInBrowser("editor")];
      const at = path.replace(":id", colleague.id);
      return {
        request: makePost(at, fieldsFor(colleague.id), other.cookie),
        change: () => runSql("UPDATE people SET role = 'editor' WHERE id = ?1", other.id),
        effect: () => read(`SELECT count(*) AS n FROM ${table}`),
      };
    });
  });
});

test("an admin who becomes an editor during the request corrects no date", async () => {
  await takeRightAwayAtEachCall(async () => {
    const [reporter, other] = [await hire("reporter"), await hireInBrowser("admin")];
    const { id } = await submitArticle(reporter, article(`Bài ${crypto.randomUUID()}`));
    await approve(await hire("editor"), id);
    const date = "2021-03-02T09:30";
    const fields = { event: "3", publishedAt: date, "confirmed-date": date, "date-reason": "Sai" };
    return {
      request: makePost(`/toa-soan/bai/${id}/ngay-dang`, fields, other.cookie),
      change: () => runSql("UPDATE people SET role = 'editor' WHERE id = ?1", other.id),
      effect: () => read("SELECT type FROM events WHERE article_id = ?1", id),
    };
  });
});

test("POST /toa-soan/tai-khoan/mat-khau sets no password when the current one was changed meanwhile", async () => {
  const third = hashCheaply("một câu thứ ba khác hẳn");
  await takeRightAwayAtEachCall(async () => {
    const { id, cookie } = await withPassword();
    const fields = { present: password, password: newPassword, repeat: newPassword };
    return {
      request: makePost("/toa-soan/tai-khoan/mat-khau", fields, cookie),
      change: () => runSql("UPDATE people SET password_hash = ?2 WHERE id = ?1", id, third),
      effect: () => read("SELECT password_hash FROM people WHERE id = ?1", id),
    };
  });
});
