import { actOn, createArticle, readArticleState } from "./demo-api.ts";
import type { DemoCaller, ArticleState } from "./demo-api.ts";
import { readDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/** The two who bring a demo article before readers. */
export type DemoStaff = { reporter: DemoCaller; editor: DemoCaller };

/**
 * Hands an article of demo/articles in and publishes it under its own date. Entering it again changes nothing. Throws an
 * Error with the API's own words when it is refused.
 */
export async function enterArticle(name: string, { reporter, editor }: DemoStaff): Promise<void> {
  const file = await readDemoFile(`articles/${name}`);
  const { id } = await submitFile(name, file, reporter);
  const publication = { method: "PUT", rest: "/publication", body: { at: file.notes.publishedAt } };
  try {
    await actOn(editor, { id, ...publication });
  } catch (refusal) {
    // A start that was cut short may have published it already.
    const { status } = await readArticleState(editor, id);
    if (status !== "published") throw refusal;
  }
}

/** The article of a file in demo/articles, entered before. */
export async function readEnteredArticle(
  name: string,
  reporter: DemoCaller,
): Promise<ArticleState> {
  return submitFile(name, await readDemoFile(`articles/${name}`), reporter);
}

function submitFile(name: string, { form }: DemoFile, reporter: DemoCaller): Promise<ArticleState> {
  return createArticle(reporter, { key: `demo ${name}`, form, submit: true });
}
