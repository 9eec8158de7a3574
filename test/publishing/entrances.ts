import { env } from "cloudflare:workers";
import { contentToValues, findFieldName } from "../../src/article/article-fields.ts";
import type { ArticleContent } from "../../src/article/article.ts";
import type { FieldError } from "../../src/errors.ts";
import { articlePart, multipart as multipartRequest } from "../api/forms.ts";
import { formIn, multipart, write } from "../newsroom/article-form.ts";
import { article } from "../support/articles.ts";
import { json, send } from "../support/newsroom.ts";
import { sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

/** A request that saves a text. */
export type Entrance = {
  name: string;
  send: (person: Staff, content: ArticleContent) => Promise<Response>;
  /** Where the text is stored. */
  table: "versions" | "working_copies";
};

const drafts = new Map<string, string>();

/** A user's draft, made at the first call. */
async function findDraft(person: Staff): Promise<string> {
  const known = drafts.get(person.id);
  if (known !== undefined) return known;
  const made = await person.send("/api/articles", json("POST", article("Bài nháp")));
  const { id } = await made.json<{ id: string }>();
  drafts.set(person.id, id);
  return id;
}

async function versionTag(id: string): Promise<{ "if-match": string }> {
  const number = await env.DB.prepare("SELECT version FROM articles WHERE id = ?1")
    .bind(id)
    .first<number>("version");
  return { "if-match": `"${number}"` };
}

function byScript(person: Staff, method: string, path: string, body: unknown): Promise<Response> {
  const headers = { cookie: person.cookie, accept: "application/json", ...sameOrigin };
  return send(path, json(method, body, headers));
}

export const byForm = (act: string) => (person: Staff, content: ArticleContent) =>
  write(person, contentToValues(content), act);

/** Every request that saves a version. */
export const saves: Entrance[] = [
  { name: "form, save", table: "versions", send: byForm("save") },
  { name: "form, submit", table: "versions", send: byForm("submit") },
  {
    name: "form of a saved article, save",
    table: "versions",
    async send(person, content) {
      const path = `/toa-soan/bai/${await findDraft(person)}/sua`;
      const { action, fields } = await formIn(await person.open(path));
      return person.post(
        action,
        multipart({ ...fields, ...contentToValues(content), act: "save" }),
      );
    },
  },
  {
    name: "API, POST",
    table: "versions",
    send: (person, content) => person.send("/api/articles", json("POST", content)),
  },
  {
    name: "API, POST multipart",
    table: "versions",
    send: (person, content) =>
      person.send("/api/articles", multipartRequest([articlePart(content)])),
  },
  {
    name: "API, POST with submit",
    table: "versions",
    send: (person, content) => person.send("/api/articles?submit=true", json("POST", content)),
  },
  {
    name: "API, POST with submit, multipart",
    table: "versions",
    send: (person, content) =>
      person.send("/api/articles?submit=true", multipartRequest([articlePart(content)])),
  },
  {
    name: "API, PUT",
    table: "versions",
    async send(person, content) {
      const id = await findDraft(person);
      return person.send(`/api/articles/${id}`, json("PUT", content, await versionTag(id)));
    },
  },
  {
    name: "API, PUT multipart",
    table: "versions",
    async send(person, content) {
      const id = await findDraft(person);
      const init = multipartRequest([articlePart(content)]);
      const headers = { ...(init.headers as Record<string, string>), ...(await versionTag(id)) };
      return person.send(`/api/articles/${id}`, { ...init, method: "PUT", headers });
    },
  },
  {
    name: "API, POST with an importer's token",
    table: "versions",
    async send(person, content) {
      await env.DB.prepare("UPDATE tokens SET scope = 'import' WHERE person_id = ?1")
        .bind(person.id)
        .run();
      return person.send("/api/articles?submit=true", json("POST", content));
    },
  },
];

/** A working copy may be incomplete, so only its limits are checked. */
export const autosaves: Entrance[] = [
  {
    name: "autosave",
    table: "working_copies",
    async send(person, content) {
      const path = `/toa-soan/bai/${await findDraft(person)}/nhap`;
      return byScript(person, "PUT", path, { baseVersion: 1, content });
    },
  },
  {
    name: "autosave of a new article",
    table: "working_copies",
    async send(person, content) {
      const key = `${person.id}-${crypto.randomUUID()}`;
      return byScript(person, "POST", "/toa-soan/bai/nhap", { key, content });
    },
  },
];

/** The errors of an answer, in JSON or on a page. */
export async function readErrors(answer: Response): Promise<FieldError[]> {
  if (/json/.test(answer.headers.get("content-type") ?? "")) {
    const { errors } = await answer.json<{ errors: FieldError[] }>();
    // An autosave has the article in its field `content`.
    return errors.map(({ path, message }) => ({ path: path.replace(/^content\./, ""), message }));
  }
  const page = await answer.text();
  const [faults = ""] = /<div class="faults" role="alert">[^]*?<\/div>/.exec(page) ?? [];
  const lines = faults.matchAll(/<li>\s*(?:<a href="#o-([\w-]+)">)?([^<]+)/g);
  return [...lines].map(([, id = "", message = ""]) => ({
    path: id.replaceAll("-", "."),
    message: message.trim().replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  }));
}

/** A refusal as an answer of this type shows it. A form has one field for a list. */
export function showInForm({ path, message }: FieldError, answer: Response): FieldError {
  const isPage = /html/.test(answer.headers.get("content-type") ?? "");
  return { path: isPage ? findFieldName(path) : path, message };
}
