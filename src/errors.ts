/** Every kind of expected failure, and its HTTP status. */
const statusOfCode = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  gone: 410,
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
