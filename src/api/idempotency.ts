import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { staff } from "./authenticate.ts";
import { deleteAnswers, keepAnswer, readAnswer } from "./idempotency-store.ts";
import type { KeptAnswer } from "./idempotency-store.ts";

/** Returns the statement that stores an answer, to commit together with the act; none without a key. */
export type Remember = (answer: KeptAnswer) => D1PreparedStatement[];

const week = 7 * 24 * 60 * 60 * 1000;

/**
 * Runs a POST once per Idempotency-Key. The same key with the same request repeats the first answer; with another
 * request it answers 422. `request` is what is compared, without a multipart boundary for example.
 */
export async function withIdempotencyKey(
  c: AppContext,
  request: unknown,
  act: (remember: Remember) => Promise<KeptAnswer>,
): Promise<Response> {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return toResponse(await act(() => []));
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw new AppError("malformed", apiWords.keyMalformed);
  const personId = staff(c).id;
  const requestHash = hashRequest([c.req.path, c.req.query(), request]);
  const kept = await findKeptAnswer(c.env.DB, personId, key, requestHash);
  if (kept !== null) return toResponse(kept);
  const remember: Remember = (answer) => [
    keepAnswer(c.env.DB, { personId, key, requestHash, answer, now: Date.now() }),
  ];
  try {
    return toResponse(await act(remember));
  } catch (error) {
    // The same request was running at the same time and finished first. Nothing of this one was saved.
    const theirs = await findKeptAnswer(c.env.DB, personId, key, requestHash);
    if (theirs === null) throw error;
    return toResponse(theirs);
  }
}

/** Deletes answers older than a week: no client repeats a request after that. */
export async function deleteOldAnswers(db: D1Database, now: number): Promise<void> {
  await deleteAnswers(db, now - week);
}

async function findKeptAnswer(
  db: D1Database,
  personId: string,
  key: string,
  requestHash: string,
): Promise<KeptAnswer | null> {
  const kept = await readAnswer(db, personId, key);
  if (kept === null) return null;
  if (kept.requestHash === requestHash) return kept.answer;
  throw new AppError("invalid", apiWords.keyReused, [
    { path: "Idempotency-Key", message: apiWords.keyReused },
  ]);
}

function toResponse({ status, headers, body }: KeptAnswer): Response {
  return Response.json(body, { status, headers });
}

function hashRequest(request: unknown): string {
  return sha256Hex(JSON.stringify(request));
}
