import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { Colleague } from "../support/newsroom.ts";

/** What a refusal must be: its status, and the fields it names, where it names any. */
export type Refusal = { status: number; paths?: string[] };

type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: { path: string; message: string }[];
};

const tables = [
  "articles",
  "versions",
  "slugs",
  "events",
  "photos",
  "published",
  "published_photos",
  "changes",
  "outbox",
  "idempotent_answers",
];

/** How much is stored: rows of every table that a request may write, and objects of R2. */
export async function stored(): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(SELECT COUNT(*) FROM ${table}) AS ${table}`).join(", ");
  const rows = await env.DB.prepare(`SELECT ${counts}`).first<Record<string, number>>();
  const { objects } = await env.PHOTOS.list();
  return { ...rows, objects: objects.length };
}

/** Sends a request that must be refused: by a whole problem in Vietnamese, with nothing stored. */
export async function expectRefusal(
  sends: Colleague["send"],
  [path, init]: readonly [path: string, init: RequestInit],
  { status, paths }: Refusal,
): Promise<void> {
  const before = await stored();
  const answer = await sends(path, init);
  const problem = await problemIn(answer);
  expect(answer.status, JSON.stringify(problem)).toBe(status);
  if (paths !== undefined) expect(problem.errors.map((error) => error.path)).toEqual(paths);
  expect(await stored(), "nothing is stored").toEqual(before);
}

/** Sends an article to be created and submitted, which must be refused. */
export function expectArticleRefusal(
  sends: Colleague["send"],
  init: RequestInit,
  refusal: Refusal,
): Promise<void> {
  return expectRefusal(sends, ["/api/articles?submit=true", init], refusal);
}

/** The problem of an answer, once it is sure to be one as RFC 9457 has it, that a Vietnamese reader understands. */
export async function problemIn(answer: Response): Promise<Problem> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const problem = await answer.json<Problem>();
  expect(Object.keys(problem)).toEqual(["type", "title", "status", "detail", "errors"]);
  expect(problem.type).toMatch(/^urn:ban-tin:problem:[a-z-]+$/);
  expect(problem.status).toBe(answer.status);
  const sentences = [
    problem.title,
    problem.detail,
    ...problem.errors.map(({ message }) => message),
  ];
  for (const sentence of sentences) expect(sentence).toMatch(vietnamese);
  return problem;
}

/** A sentence with at least one letter that only Vietnamese has, and none of an English error message. */
const vietnamese =
  /^(?!.*\b(Invalid|Expected|Error|undefined|null|object Object)\b).*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúý]/i;
