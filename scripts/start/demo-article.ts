import { actOn, createArticle, readArticleState } from "./demo-api.ts";
import type { DemoCaller, ArticleState } from "./demo-api.ts";
import { readDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/** Who submits and who publishes a demo article. */
export type DemoStaff = { reporter: DemoCaller; editor: DemoCaller };

/**
 * Submits an article of demo/articles and publishes it under its own date. A second time it changes nothing. Throws an
 * Error with the API's message when a call fails.
 */
export async function enterArticle(name: string, { reporter, editor }: DemoStaff): Promise<void> {
  const file = await readDemoFile(`articles/${name}`);
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

function submitFile(name: string, { form }: DemoFile, reporter: DemoCaller): Promise<ArticleState> {
  return createArticle(reporter, { key: `demo ${name}`, form, submit: true });
}
