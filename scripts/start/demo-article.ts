import { actOn, createArticle, readStanding } from "./demo-api.ts";
import type { DemoCaller, Standing } from "./demo-api.ts";
import { readDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/** The two who bring a demo article before readers. */
export type DemoHands = { reporter: DemoCaller; editor: DemoCaller };

/**
 * Hands an article of demo/articles in and publishes it under its own date. Entering it again changes nothing. Throws an
 * Error with the API's own words when it is refused.
 */
export async function enterArticle(name: string, { reporter, editor }: DemoHands): Promise<void> {
  const file = await readDemoFile(`articles/${name}`);
  const { id } = await handIn(name, file, reporter);
  const publication = { method: "PUT", rest: "/publication", body: { at: file.notes.publishedAt } };
  try {
    await actOn(editor, { id, ...publication });
  } catch (refusal) {
    // A start that was cut short may have published it already.
    const { status } = await readStanding(editor, id);
    if (status !== "published") throw refusal;
  }
}

/** The article of a file in demo/articles, entered before. */
export async function enteredArticle(name: string, reporter: DemoCaller): Promise<Standing> {
  return handIn(name, await readDemoFile(`articles/${name}`), reporter);
}

function handIn(name: string, { form }: DemoFile, reporter: DemoCaller): Promise<Standing> {
  return createArticle(reporter, { key: `demo ${name}`, form, submit: true });
}
