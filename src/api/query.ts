import { articleKinds, articleStates } from "../article/article.ts";
import type { ArticleKind, ArticleState } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { parseMoment } from "../request/read-value.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** The cursor that `read` parses, or null without one. AppError invalid for anything else. */
export function readCursor<T>(c: AppContext, read: (cursor: string) => T | null): T | null {
  const cursor = c.req.query("cursor");
  if (cursor === undefined) return null;
  const place = read(cursor);
  if (place === null) throw makeQueryError("cursor", apiWords.wrongCursor);
  return place;
}

/** The state in `?status=`, or null without one. */
export function readState(c: AppContext): ArticleState | null {
  const asked = c.req.query("status");
  if (asked === undefined) return null;
  const state = articleStates.find((known) => known === asked);
  if (state === undefined)
    throw makeQueryError("status", apiWords.wrongState(articleStates.join(", ")));
  return state;
}

/** The kind in `?kind=`: "article" without one. */
export function readKind(c: AppContext): ArticleKind {
  const asked = c.req.query("kind") ?? "article";
  const kind = articleKinds.find((known) => known === asked);
  if (kind === undefined) throw makeQueryError("kind", requestWords.oneOf(articleKinds.join(", ")));
  return kind;
}

/** The time in `?since=`, in ms since the epoch, or null without one. */
export function readSince(c: AppContext): number | null {
  const asked = c.req.query("since");
  if (asked === undefined) return null;
  const moment = parseMoment(asked);
  if (moment === null) throw makeQueryError("since", requestWords.notTime);
  return moment;
}

/** Whether a parameter is `true`; false without it. */
export function readFlag(c: AppContext, name: string): boolean {
  const asked = c.req.query(name) ?? "false";
  if (asked !== "true" && asked !== "false")
    throw makeQueryError(name, requestWords.oneOf("true, false"));
  return asked === "true";
}

/** AppError invalid about a query parameter. */
export function makeQueryError(name: string, message: string): AppError {
  return new AppError("invalid", message, [{ path: name, message }]);
}

/** The article id in the path. */
export function readArticleId(c: AppContext): string {
  const id = c.req.param("id");
  if (id === undefined) throw new AppError("not-found", articleWords.notFound);
  return id;
}
