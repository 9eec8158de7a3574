import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { staff } from "./authenticate.ts";
import { deleteAnswers, keepAnswer, readAnswer } from "./idempotency-store.ts";
import type { KeptAnswer } from "./idempotency-store.ts";

/** Gives the statement that keeps an answer, to be committed together with what the answer tells; none without a key. */
export type Remember = (answer: KeptAnswer) => D1PreparedStatement[];

const week = 7 * 24 * 60 * 60 * 1000;

/**
 * Runs a POST once for each Idempotency-Key: the same key with the same request gives the first answer again, with another
 * request 422. `request` is what makes requests the same; a multipart boundary, for one, is not.
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
    // The same request came twice at once: the other one was first, and nothing of this one was saved.
    const theirs = await findKeptAnswer(c.env.DB, personId, key, requestHash);
    if (theirs === null) throw error;
    return toResponse(theirs);
  }
}

/** Forgets answers of over a week ago: nobody repeats a request after that. */
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
