import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { readApproval } from "../support/approval.ts";
import { contentToValues } from "../../src/article/article-fields.ts";
import { maxPhotoWords } from "../../src/article/article-input.ts";
import type { ArticleContent } from "../../src/article/article.ts";
import { articleWords } from "../../src/vietnamese/words/article.ts";
import { checkWords } from "../../src/vietnamese/words/check.ts";
import { deskWords } from "../../src/vietnamese/words/desk.ts";
import { requestWords } from "../../src/vietnamese/words/request.ts";
import { articlePart, multipart as multipartRequest } from "../api/forms.ts";
import { idIn, write } from "../newsroom/article-form.ts";
import { article, submitArticle, publish } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { autosaves, byForm, readErrors, saves, showInForm } from "./entrances.ts";
import { blockingRules, boundRules, versionRules, wholeArticle } from "./text-rules.ts";

let editor: Staff;
let photo: string;

function whole(change: Partial<ArticleContent> = {}): ArticleContent {
  return wholeArticle(photo, change);
}

beforeAll(async () => {
  await addSections("tin-tuc", "sap-xoa");
  editor = await hireInBrowser("editor");
  photo = await sendPhoto(editor);
  // Every user may use a public photo.
  const leadPhoto = { photo, alt: "Lớp học" };
  await publish(editor, editor, article("Bài có ảnh chung", { leadPhoto }));
});

describe.each([...saves, ...autosaves])("$name", (entrance) => {
  test("refuses each text beyond a bound or incomplete, by field and message", async () => {
    const person = await hireInBrowser("reporter");
    const rules =
      entrance.table === "versions"
        ? [...boundRules(photo), ...versionRules(photo)]
        : boundRules(photo);
    for (const { name, change, error } of rules) {
      const answer = await entrance.send(person, whole(change));
      expect(answer.status, name).toBe(422);
      const expected = showInForm(error, answer);
      expect(await readErrors(answer), name).toEqual([expected]);
    }
  });

  test("stores text in NFC", async () => {
    const person = await hireInBrowser("reporter");
    const title = `Tiếng Việt ở ${entrance.name}`.normalize("NFC");
    const answer = await entrance.send(person, whole({ title: title.normalize("NFD") }));
    expect(answer.status).toBeLessThan(400);
    const { results } = await env.DB.prepare(`SELECT content FROM ${entrance.table}`).all<{
      content: string;
    }>();
    const titles = results.map(
      ({ content }) => (JSON.parse(content) as ArticleContent | null)?.title,
    );
    expect(titles).toContain(title);
    expect(titles).not.toContain(title.normalize("NFD"));
  });
});

/** A form reads only its own fields. */
const jsonEntrances = [...saves, ...autosaves].filter(({ name }) => !name.startsWith("form"));

test.each(jsonEntrances)(
  "$name refuses a field that an article does not have",
  async (entrance) => {
    const person = await hireInBrowser("reporter");
    const answer = await entrance.send(person, { ...whole(), dinhKem: "x" } as ArticleContent);
    expect(answer.status).toBe(422);
    const [error] = await readErrors(answer);
    expect(error).toEqual({ path: "dinhKem", message: requestWords.unknownField });
  },
);

/** The form saves a draft without a title, too, but does not submit it. */
const savesWithTitle = saves.filter(({ name }) => !/^form.*save$/.test(name));

test.each(savesWithTitle)("$name refuses an article without a title", async (entrance) => {
  const person = await hireInBrowser("reporter");
  const answer = await entrance.send(person, whole({ title: "" }));
  expect(answer.status).toBe(422);
  const message = entrance.name.startsWith("form") ? checkWords.missingTitle : requestWords.empty;
  expect(await readErrors(answer)).toEqual([{ path: "title", message }]);
});

type Submission = (person: Staff, content: ArticleContent) => Promise<Response>;

const submissions: [name: string, submit: Submission][] = [
  ["form, submit", byForm("submit")],
  [
    "API, POST with submit",
    (person, content) => person.send("/api/articles?submit=true", json("POST", content)),
  ],
  [
    "API, POST with submit, multipart",
    (person, content) =>
      person.send("/api/articles?submit=true", multipartRequest([articlePart(content)])),
  ],
  [
    "API, PUT submission",
    async (person, content) => {
      const made = await person.send("/api/articles", json("POST", content));
      const { id } = await made.json<{ id: string }>();
      return person.send(`/api/articles/${id}/submission`, { method: "PUT" });
    },
  ],
];

test.each(submissions)("%s refuses what soát bài blocks", async (_name, submit) => {
  const person = await hireInBrowser("reporter");
  for (const { name, change, error } of blockingRules) {
    const answer = await submit(person, whole(change));
    expect(answer.status, name).toBe(422);
    expect(await readErrors(answer), name).toEqual([error]);
  }
});

const day = 24 * 60 * 60 * 1000;

/** A time as the field of the page sends it, in Vietnam. */
function toWallClock(at: string): string {
  return new Date(Date.parse(at) + 7 * 60 * 60 * 1000).toISOString().slice(0, 16);
}

/** A page with a blocked article has no form to approve. */
async function newestEvent(id: string): Promise<{ event: string }> {
  const event = await env.DB.prepare("SELECT event FROM articles WHERE id = ?1")
    .bind(id)
    .first<number>("event");
  return { event: String(event) };
}

type Publication = (id: string, version: number, at: string | null) => Promise<Response>;

const publications: [name: string, publish: Publication][] = [
  [
    "API, PUT publication",
    (id, version, at) =>
      editor.send(`/api/articles/${id}/publication`, json("PUT", { version, at })),
  ],
  [
    "page of the article, approve",
    async (id, version, at) => {
      return editor.post(`/toa-soan/bai/${id}/dang`, {
        ...(await readApproval(editor, id)),
        ...(await newestEvent(id)),
        version: String(version),
        read: String(version),
        ...(at === null ? {} : { at: toWallClock(at) }),
      });
    },
  ],
];

describe.each(publications)("%s", (name, approve) => {
  test("refuses a version that soát bài blocks, now and for tomorrow", async () => {
    const reporter = await hireInBrowser("reporter");
    for (const { name: rule, change } of blockingRules) {
      const { id } = await submitArticle(reporter, article(`Bài bị chặn: ${rule}`));
      const next = json("PUT", whole(change), { "if-match": '"1"' });
      expect((await reporter.send(`/api/articles/${id}`, next)).status).toBe(200);
      for (const at of [null, new Date(Date.now() + day).toISOString()]) {
        expect((await approve(id, 2, at)).status, rule).toBe(422);
      }
    }
  });

  test("refuses a time beyond a year ahead, and a date before 1990", async () => {
    const { id } = await submitArticle(await hireInBrowser("reporter"), article("Bài hẹn xa"));
    const far = await approve(id, 1, new Date(Date.now() + 400 * day).toISOString());
    expect(far.status).toBe(422);
    expect(await far.text()).toContain(articleWords.timeTooFar);
    const early = await approve(id, 1, "1989-12-31T00:00:00.000Z");
    expect(early.status).toBe(422);
    // The page only schedules, so it refuses every past time.
    const isPage = name.startsWith("page");
    const message = isPage ? deskWords.timeNotAhead : articleWords.timeTooEarly;
    expect(await early.text()).toContain(message);
  });
});

test("POST …/khoi-phuc refuses a version in a section that was deleted since", async () => {
  const reporter = await hireInBrowser("reporter");
  const written = await write(reporter, contentToValues(whole({ section: "sap-xoa" })));
  const id = idIn(written.headers.get("location"));
  const next = json("PUT", whole(), { "if-match": '"1"' });
  expect((await reporter.send(`/api/articles/${id}`, next)).status).toBe(200);
  await env.DB.prepare("DELETE FROM sections WHERE slug = 'sap-xoa'").run();
  const answer = await reporter.post(`/toa-soan/bai/${id}/phien-ban/1/khoi-phuc`, { newest: "2" });
  expect(answer.status).toBe(422);
  expect(await readErrors(answer)).toEqual([
    { path: "", message: articleWords.unknownSection("sap-xoa") },
  ]);
});

describe("POST /toa-soan/anh/:photo/mo-ta", () => {
  async function reword(alt: string, caption: string): Promise<Response> {
    const reporter = await hireInBrowser("reporter");
    const leadPhoto = { photo, alt: "Cũ", caption: null, credit: null };
    const { id } = await submitArticle(reporter, article("Bài đổi chữ ảnh", { leadPhoto }));
    return reporter.post(`/toa-soan/anh/${photo}/mo-ta`, {
      article: id,
      place: "0",
      version: "1",
      [`alt-${id}-0`]: alt,
      [`caption-${id}-0`]: caption,
    });
  }

  test("refuses words beyond the bounds of the form and the API", async () => {
    const { alt, caption } = maxPhotoWords;
    for (const [answer, max] of [
      [await reword("x".repeat(alt + 1), ""), alt],
      [await reword("Mới", "x".repeat(caption + 1)), caption],
    ] as const) {
      expect(answer.status).toBe(422);
      const [error] = await readErrors(answer);
      expect(error?.message).toBe(requestWords.tooLong(max));
    }
  });

  test("stores words in NFC", async () => {
    expect((await reword("Tiếng suối ở bản".normalize("NFD"), "")).status).toBe(303);
    const { results } = await env.DB.prepare("SELECT content FROM versions").all<{
      content: string;
    }>();
    const alts = results.map(
      ({ content }) => (JSON.parse(content) as ArticleContent).leadPhoto?.alt,
    );
    expect(alts).toContain("Tiếng suối ở bản".normalize("NFC"));
  });
});
