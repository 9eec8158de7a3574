import { readFile } from "node:fs/promises";
import { actOn, createArticle, readArticleState, uploadFile } from "./demo-api.ts";
import type { DemoCaller, ArticleState } from "./demo-api.ts";
import { nameStoredFiles, readDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/** Who submits and who publishes a demo article. */
export type DemoStaff = { reporter: DemoCaller; editor: DemoCaller };

/**
 * Submits an article or a page, by its path in demo/, and publishes it under its own date. A second time it changes nothing.
 * Throws an Error with the API's message when a call fails.
 */
export async function enterText(
  folder: "articles" | "pages",
  name: string,
  { reporter, editor }: DemoStaff,
): Promise<void> {
  const file = await readDemoFile(`${folder}/${name}`);
  const { id } = await submitFile(name, file, reporter);
  const publication = { method: "PUT", rest: "/publication", body: { at: file.notes.publishedAt } };
  try {
    await actOn(editor, { id, ...publication });
  } catch (refusal) {
    // A start that was killed may have published it already.
    const { status } = await readArticleState(editor, id);
    if (status !== "published") throw refusal;
  }
}

/** Reads an article of demo/articles that was entered before. */
export async function readEnteredArticle(
  name: string,
  reporter: DemoCaller,
): Promise<ArticleState> {
  return submitFile(name, await readDemoFile(`articles/${name}`), reporter);
}

async function submitFile(
  name: string,
  file: DemoFile,
  reporter: DemoCaller,
): Promise<ArticleState> {
  const form = await makeArticleForm(file, reporter);
  return createArticle(reporter, { key: `demo ${name}`, form, submit: true });
}

/** Uploads the files of an article, and returns the body of POST and PUT /api/articles. */
export async function makeArticleForm(
  { article, photos, files }: DemoFile,
  reporter: DemoCaller,
): Promise<FormData> {
  const ids = new Map<string, string>();
  for (const file of files) {
    ids.set(file, await uploadFile(reporter, file, await readFile(`demo/files/${file}`)));
  }
  const form = new FormData();
  form.set("article", new Blob([nameStoredFiles(article, ids)], { type: "application/json" }));
  for (const photo of photos) {
    form.append("photo", new Blob([await readFile(`demo/photos/${photo}`)]), photo);
  }
  return form;
}
