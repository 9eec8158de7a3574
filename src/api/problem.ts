import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";

/** An expected failure as RFC 9457 `application/problem+json`. */
export function answerProblem(error: AppError): Response {
  const { code, status, message, errors } = error;
  const response = buildProblem(code, status, apiWords.titles[code], message, errors);
  if (code === "unauthenticated") response.headers.set("www-authenticate", "Bearer");
  return response;
}

/** 405: the path exists, but not with this method. `allowed` are its methods. */
export function answerWrongMethod(allowed: string[]): Response {
  const methods = allowed.join(", ");
  const response = answerProblem(new AppError("method-not-allowed", apiWords.wrongMethod(methods)));
  response.headers.set("allow", methods);
  return response;
}

/** 500 for an unexpected failure. The log has its cause under the same `errorId`, the answer does not. */
export function answerInternalProblem(errorId?: string): Response {
  const { title, detail } = apiWords.internal;
  return buildProblem("internal", 500, title, detail, [], { errorId });
}

function buildProblem(
  code: string,
  status: number,
  title: string,
  detail: string,
  errors: FieldError[],
  more: object = {},
): Response {
  const body = { type: `urn:ban-tin:problem:${code}`, title, status, detail, errors, ...more };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
