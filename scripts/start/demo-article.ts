import { readFile } from "node:fs/promises";
import { actOn, createArticle, readArticleState, uploadFile, uploadPhoto } from "./demo-api.ts";
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
  const article = await sendFiles(file, reporter);
  return createArticle(reporter, { key: `demo ${name}`, article, submit: true });
}

/** Uploads the photos and files of an article one by one, and returns the article JSON that names them by their ids. */
export async function sendFiles(
  { article, photos, files }: DemoFile,
  reporter: DemoCaller,
): Promise<string> {
  const ids = new Map<string, string>();
  for (const file of files) {
    ids.set(file, await uploadFile(reporter, file, await readFile(`demo/files/${file}`)));
  }
  for (const photo of photos) {
    ids.set(photo, await uploadPhoto(reporter, await readFile(`demo/photos/${photo}`)));
  }
  return nameStoredFiles(article, ids);
}
