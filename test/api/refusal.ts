import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { Colleague } from "../support/newsroom.ts";

/** An expected refusal: its status and the fields that it names, if any. */
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

/** The number of rows in each table that a request may write, and of objects in R2. */
export async function countStored(): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(SELECT COUNT(*) FROM ${table}) AS ${table}`).join(", ");
  const rows = await env.DB.prepare(`SELECT ${counts}`).first<Record<string, number>>();
  const { objects } = await env.PHOTOS.list();
  return { ...rows, objects: objects.length };
}

/** Sends a request that must be refused with a complete problem in Vietnamese, and must store nothing. */
export async function expectRefusal(
  sends: Colleague["send"],
  [path, init]: readonly [path: string, init: RequestInit],
  { status, paths }: Refusal,
): Promise<void> {
  const before = await countStored();
  const answer = await sends(path, init);
  const problem = await problemIn(answer);
  expect(answer.status, JSON.stringify(problem)).toBe(status);
  if (paths !== undefined) expect(problem.errors.map((error) => error.path)).toEqual(paths);
  expect(await countStored(), "nothing is stored").toEqual(before);
}

/** Sends an article to be created and submitted, which must be refused. */
export function expectArticleRefusal(
  sends: Colleague["send"],
  init: RequestInit,
  refusal: Refusal,
): Promise<void> {
  return expectRefusal(sends, ["/api/articles?submit=true", init], refusal);
}

/** Checks that an answer is a problem of RFC 9457 in Vietnamese, and returns it. */
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
