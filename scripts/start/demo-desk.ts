import { actOn, createArticle, readArticleState, saveArticle } from "./demo-api.ts";
import type { DemoCaller, ArticleState } from "./demo-api.ts";
import { readEnteredArticle } from "./demo-article.ts";
import type { DemoStaff } from "./demo-article.ts";
import { readDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/**
 * Brings an article of demo/desk to where its file says it stands: what the newsroom's people find waiting for them. An act
 * that a start which was cut short has done already is refused now; what counts is where the article stands in the end.
 * Throws an Error with the API's own words when it does not stand there.
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

/** The draft itself, or the newer version of what readers see. */
async function createOrRevise(
  name: string,
  { notes, form }: DemoFile,
  reporter: DemoCaller,
): Promise<ArticleState> {
  if (notes.revises === null) {
    return createArticle(reporter, { key: `demo desk ${name}`, form, submit: false });
  }
  const published = await readEnteredArticle(notes.revises, reporter);
  return saveArticle(reporter, published, form).catch(() => published);
}

type Act = () => Promise<ArticleState>;

function listActs({ notes }: DemoFile, id: string, { reporter, editor }: DemoStaff): Act[] {
  const { standing, reason } = notes;
  const submit: Act = () => actOn(reporter, { id, method: "PUT", rest: "/submission", body: null });
  const giveBack: Act = () =>
    actOn(editor, { id, method: "DELETE", rest: "/submission", body: { reason } });
  const schedule: Act = () =>
    actOn(editor, { id, method: "PUT", rest: "/publication", body: { at: tomorrowMorning() } });
  if (standing === "returned") return [submit, giveBack];
  if (standing === "scheduled") return [submit, schedule];
  return standing === "submitted" ? [submit] : [];
}

/** Half past seven of the next day in Vietnam, in ISO 8601. */
function tomorrowMorning(): string {
  const inVietnam = new Date(Date.now() + (24 + 7) * 3_600_000);
  return `${inVietnam.toISOString().slice(0, 10)}T07:30:00+07:00`;
}
