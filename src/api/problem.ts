import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";

/** An expected failure as RFC 9457 `application/problem+json`. */
export function problemOf(error: AppError): Response {
  const { code, status, message, errors } = error;
  const response = problem(code, status, apiWords.titles[code], message, errors);
  if (code === "unauthenticated") response.headers.set("www-authenticate", "Bearer");
  if (code === "too-many") response.headers.set("retry-after", "60");
  return response;
}

/** The address is known, but not with this method. `allowed` are those it has. */
export function wrongMethod(allowed: string[]): Response {
  const methods = allowed.join(", ");
  const response = problemOf(new AppError("method-not-allowed", apiWords.wrongMethod(methods)));
  response.headers.set("allow", methods);
  return response;
}

/** A failure nobody expected. What it was stands in the log, not in the answer. */
export function internalProblem(): Response {
  return problem("internal", 500, apiWords.internal.title, apiWords.internal.detail, []);
}

function problem(
  code: string,
  status: number,
  title: string,
  detail: string,
  errors: FieldError[],
): Response {
  const body = { type: `urn:ban-tin:problem:${code}`, title, status, detail, errors };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
