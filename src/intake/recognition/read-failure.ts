/** Why a file gives no article. The sentences are in src/vietnamese/words/import.ts. Web APIs only. */
export type ReadFailureCode =
  | "unknown-charset"
  | "wrong-charset"
  | "legacy-text"
  | "garbled-text"
  | "not-article"
  | "no-title"
  | "title-contradicts"
  | "text-left-out"
  | "broken-word"
  | "old-word"
  | "too-large"
  | "unsupported";

/** A file that cannot be brought in as it is. `about` says more: a charset, a few words, a size. */
export class ReadFailure extends Error {
  readonly code: ReadFailureCode;
  readonly about: string;

  constructor(code: ReadFailureCode, about = "") {
    super(`${code} ${about}`.trim());
    this.name = "ReadFailure";
    this.code = code;
    this.about = about;
  }
}
