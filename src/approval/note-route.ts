import { newsroomArticlePath, reviewPath } from "../addresses/newsroom.ts";
import { readNotes } from "../article/note-store.ts";
import { readShownVersion } from "../article/version-view-store.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { html } from "../html/template.ts";
import { seeOther } from "../newsroom/answer.ts";
import { reviewFields } from "../newsroom/article/act-input.ts";
import { readLine, readRaw, readText } from "../newsroom/form-data.ts";
import { idParam, startAct, wantsJson } from "../newsroom/guard.ts";
import { tickNote, writeNote } from "../publishing/notes.ts";
import { readForm } from "../request/read-body.ts";
import { parseWholeNumber } from "../request/read-value.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { notedFields } from "./note-form.ts";
import { readReview } from "./read-review.ts";
import { noteRemark } from "./remarks.ts";
import { reviewPage } from "./review-page.ts";

/** The text fields of the form of a note. */
export const noteFields = /^(?:key|version|field|at|photo|quote|note)$/;

/**
 * POST /toa-soan/bai/:id/ghi-chu: writes a note. Fields `key` (random, of the form), `version`, `field`, `at`, `quote`,
 * `photo` and `note`. Leads back to its place; scripts get `{html}`, the note as the page shows it.
 */
export async function postNote(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const id = idParam(c);
  const form = await readForm(c);
  const key = readLine(form, "key");
  const field = readLine(form, "field");
  const at = parseWholeNumber(readLine(form, "at")) ?? 0;
  const version = parseWholeNumber(readLine(form, "version")) ?? 0;
  const photoId = readLine(form, "photo") || null;
  const [quote, text] = [readRaw(form, "quote"), readText(form, "note")];
  let note: string;
  try {
    if (!/^[\w-]{20,64}$/.test(key) || !notedFields.includes(field)) {
      throw new AppError("malformed", requestWords.required);
    }
    note = await writeNote(by, id, { key, version, chosen: { field, at, quote, photoId }, text });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid" || wantsJson(c)) throw error;
    const composer = { field, at, quote, text, error };
    return reviewPage(c, await readReview(by, id, true), { refused: null, composer, now: by.now });
  }
  if (wantsJson(c)) return answerNote(c, id, note);
  return seeOther(`${reviewPath(id)}#${placeId(field, at)}`);
}

/**
 * POST /toa-soan/bai/:id/ghi-chu/:note: ticks a note off, or opens it again with `done=0`. Leads back to where it was pressed;
 * scripts get 204.
 */
export async function postNoteTick(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const articleId = idParam(c);
  const form = await readForm(c);
  const isDone = readLine(form, "done") !== "0";
  await tickNote(by, { articleId, id: c.req.param("note") ?? "" }, isDone);
  if (wantsJson(c)) return new Response(null, { status: 204 });
  const isReview = form.has(reviewFields.page);
  return seeOther(isReview ? reviewPath(articleId) : `${newsroomArticlePath(articleId)}#ghi-chu`);
}

async function answerNote(c: AppContext, articleId: string, id: string): Promise<Response> {
  const [notes, shown] = await Promise.all([
    readNotes(c.env.DB, articleId),
    readShownVersion(c.env.DB, articleId),
  ]);
  const note = notes.find((one) => one.id === id);
  if (note === undefined || shown === null) return c.json({ html: "" }, 201);
  // Numbers name the marks of the page, and this note has none yet.
  const remark = noteRemark(note, Date.now(), { articleId, content: shown.content });
  return c.json({ html: html`${remark.element}`.toString() }, 201);
}

/** The id of the block at a place of a field. */
function placeId(field: string, at: number): string {
  const names: Record<string, string> = {
    title: "dau-bai",
    lede: "sapo",
    leadPhoto: "anh-dai-dien",
  };
  return names[field] ?? `doan-${at}`;
}
