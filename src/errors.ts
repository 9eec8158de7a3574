import { logFailure } from "./log.ts";

/** Every kind of expected failure, and its HTTP status. */
const statusOfCode = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  gone: 410,
  "length-required": 411,
  stale: 412,
  "too-large": 413,
  "unsupported-type": 415,
  misdirected: 421,
  invalid: 422,
  "precondition-required": 428,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOfCode;

/** One thing wrong with a request: the path of the field, such as `byline.authors.0`, and a Vietnamese sentence. */
export type FieldError = { path: string; message: string };

/** An expected failure. `detail` is a Vietnamese sentence for the person who sent the request. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[];

  constructor(code: ErrorCode, detail: string, errors: FieldError[] = []) {
    super(detail);
    this.name = "AppError";
    this.code = code;
    this.errors = errors;
  }

  get status(): (typeof statusOfCode)[ErrorCode] {
    return statusOfCode[this.code];
  }
}

/**
 * Whether a D1 statement failed because of this constraint: its columns as SQLite names them ("slugs.slug"), or the message
 * of a trigger.
 */
export function isConstraintError(error: unknown, constraint: string): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes("SQLITE_CONSTRAINT") && message.includes(constraint);
}

/** Acts on each item, also after one failed. Then throws the first failure. */
export async function actOnEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      logFailure("one of several failed", error);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** D1's messages for a failure of the platform, not of the statement. Retrying is then right. */
const passingFailure =
  /Network connection lost|storage caused object to be reset|Cannot resolve D1 DB|reset because its code was updated/;

const maxAttempts = 3;

/** Runs a query again after a failure of the platform. The query must have the same effect if it has already succeeded. */
export async function retryPassingFailures<T>(query: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await query();
    } catch (error) {
      if (!passingFailure.test(String(error)) || attempt === maxAttempts) throw error;
    }
  }
}
