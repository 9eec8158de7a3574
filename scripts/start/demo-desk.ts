import { actOn, createArticle, readArticleState, saveArticle } from "./demo-api.ts";
import type { DemoCaller, ArticleState } from "./demo-api.ts";
import { readEnteredArticle, sendFiles } from "./demo-article.ts";
import type { DemoStaff } from "./demo-article.ts";
import { readDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/**
 * Brings an article of demo/desk to the status that its file names, so that the desks of the demo are not empty. If a killed
 * start did some of the acts, they are refused now; only the status at the end counts. Throws an Error with the API's
 * message when it is another one.
 */
export async function enterDeskArticle(name: string, hands: DemoStaff): Promise<void> {
  const file = await readDemoFile(`desk/${name}`);
  const { id } = await createOrRevise(name, file, hands.reporter);
  let refusal: unknown = null;
  for (const act of listActs(file, id, hands)) {
    await act().catch((error: unknown) => (refusal ??= error));
  }
  const { status } = await readArticleState(hands.editor, id);
  if (status !== file.notes.standing) throw refusal ?? new Error(`${name}: ${status}`);
}

/** Creates the draft, or saves a new version of the published article that the file revises. */
async function createOrRevise(
  name: string,
  file: DemoFile,
  reporter: DemoCaller,
): Promise<ArticleState> {
  const { notes } = file;
  const article = await sendFiles(file, reporter);
  if (notes.revises === null) {
    return createArticle(reporter, { key: `demo desk ${name}`, article, submit: false });
  }
  const published = await readEnteredArticle(notes.revises, reporter);
  return saveArticle(reporter, published, article).catch(() => published);
}

type Act = () => Promise<ArticleState>;

function listActs({ notes }: DemoFile, id: string, { reporter, editor }: DemoStaff): Act[] {
  const { standing, reason } = notes;
  const submit: Act = () => actOn(reporter, { id, method: "PUT", rest: "/submission", body: null });
  const giveBack: Act = () =>
    actOn(editor, { id, method: "DELETE", rest: "/submission", body: { reason } });
  const schedule: Act = () =>
    actOn(editor, {
      id,
      method: "PUT",
      rest: "/publication",
      body: { at: `${findMorning(1)}:00+07:00` },
    });
  if (standing === "returned") return [submit, giveBack];
  if (standing === "scheduled") return [submit, schedule];
  return standing === "submitted" ? [submit] : [];
}

/** 07:30 some days from now, as a clock in Vietnam shows it: "2026-11-30T07:30". */
export function findMorning(days: number): string {
  const inVietnam = new Date(Date.now() + (days * 24 + 7) * 3_600_000);
  return `${inVietnam.toISOString().slice(0, 10)}T07:30`;
}
