/** A place in the article: UTF-16 offsets in that field's text, or null for the field as a whole. */
export type Where = {
  /** "title", "lede", "body", "section", "leadPhoto.alt", "byline.authors", "byline.authors.0" … */
  readonly field: string;
  readonly start: number | null;
  readonly end: number | null;
};

/** What soát bài has to say about one place. */
export type Finding = {
  /** Name of the rule, kebab-case and stable: dismissals are stored under it. */
  readonly rule: string;
  /** "block" refuses submission; "warn" asks a person to look. */
  readonly severity: "block" | "warn";
  readonly where: Where;
  /** Vietnamese, for the reporter. */
  readonly message: string;
  /** Proposed text for [start, end). It is applied only when a person accepts it. */
  readonly suggestion: string | null;
};

export function block(
  rule: string,
  where: Where,
  message: string,
  suggestion: string | null = null,
): Finding {
  return { rule, severity: "block", where, message, suggestion };
}

export function warn(
  rule: string,
  where: Where,
  message: string,
  suggestion: string | null = null,
): Finding {
  return { rule, severity: "warn", where, message, suggestion };
}

/** The field as a whole. */
export function pointToField(field: string): Where {
  return { field, start: null, end: null };
}
