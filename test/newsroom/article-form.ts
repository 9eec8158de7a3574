import { env } from "cloudflare:workers";
import type { Staff } from "../support/staff.ts";

/** A form as a browser would send it: its address, and each field's value on the page. */
export type ShownForm = { action: string; fields: Record<string, string> };

/** An article in which soát bài finds nothing to block, as the form's fields. */
export function typeArticle(
  title: string,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    title,
    lede: `Sapo của bài ${title}.`,
    body: "Đoạn mở đầu của bài.\n\nĐoạn thứ hai của bài.",
    section: "tin-tuc",
    "byline.authors": "Thế Bằng",
    "byline.unit": "TT Phát triển KH&CN",
    ...more,
  };
}

/** Reads the article's form from a page. */
export async function formIn(answer: Response): Promise<ShownForm> {
  const fields: Record<string, string> = {};
  let action = "";
  let textarea = "";
  let select = "";
  const page = new HTMLRewriter()
    .on("form.article-form", {
      element: (form) => void (action = form.getAttribute("action") ?? ""),
    })
    .on("form.article-form input", {
      element(input) {
        const type = input.getAttribute("type");
        if (type === "file" || type === "checkbox") return;
        if (type === "radio" && !input.hasAttribute("checked")) return;
        fields[input.getAttribute("name") ?? ""] = decodeEntities(
          input.getAttribute("value") ?? "",
        );
      },
    })
    .on("form.article-form select", {
      element: (element) => void (select = element.getAttribute("name") ?? ""),
    })
    .on("form.article-form option[selected]", {
      element: (option) => void (fields[select] = option.getAttribute("value") ?? ""),
    })
    .on("form.article-form textarea", {
      element: (element) => {
        textarea = element.getAttribute("name") ?? "";
        fields[textarea] = "";
      },
      text: (chunk) => void (fields[textarea] += chunk.text),
    })
    .transform(answer);
  await page.text();
  // A browser takes away the line break that a textarea begins with.
  const values = Object.entries(fields).map(([name, value]) => [
    name,
    decodeEntities(value.replace(/^\n/, "")),
  ]);
  return { action, fields: Object.fromEntries(values) as Record<string, string> };
}

/** A multipart form, as browsers send it: files that were not chosen are empty parts. */
export function multipart(
  fields: Record<string, string>,
  files: Record<string, File[]> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const name of ["leadPhoto.file", "photos"]) {
    for (const file of files[name] ?? [new File([], "")]) form.append(name, file);
  }
  return form;
}

/** Opens the form of a new article, as a browser does that follows the redirect to its key. */
export async function openNewForm(person: Staff): Promise<Response> {
  const answer = await person.open("/toa-soan/bai/moi");
  return person.open(answer.headers.get("location") ?? "");
}

/** Opens an empty form, types into it and presses a button. */
export async function write(
  person: Staff,
  fields: Record<string, string>,
  act = "save",
): Promise<Response> {
  const shown = await formIn(await openNewForm(person));
  return person.post(shown.action, multipart({ ...shown.fields, ...fields, act }));
}

/** Writes and saves a new article, and returns its id. */
export async function saveArticle(person: Staff, fields: Record<string, string>): Promise<string> {
  return idIn((await write(person, fields)).headers.get("location"));
}

/** The content of each version of an article, oldest first. */
export async function readContents(id: string): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare(
    "SELECT content FROM versions WHERE article_id = ?1 ORDER BY number",
  )
    .bind(id)
    .all<{ content: string }>();
  return results.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
}

/** The id in an article's newsroom URL. */
export function idIn(address: string | null): string {
  const id = /^\/toa-soan\/bai\/([0-9a-z]{16})(?:[/?]|$)/.exec(address ?? "")?.[1];
  if (id === undefined) throw new Error(`no article in ${String(address)}`);
  return id;
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
