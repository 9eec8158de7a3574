import { readParts } from "./part-reader.ts";
import { findBoundary, readForm } from "./read-body.ts";
import type { BodyContext } from "./body-bound.ts";

/** The text fields of a form, each name once, and whether the form had files too. */
export type TextFields = { fields: Map<string, string>; hasFiles: boolean };

export type TextFieldsWanted = {
  isKnown: (name: string) => boolean;
  /** The most bytes of the known fields together. */
  maxBytes: number;
  maxParts: number;
};

/**
 * Reads the known text fields of a form. Files and unknown fields are skipped while they arrive, so memory holds no more than
 * `maxBytes` and a block. AppErrors: too-large, malformed, unsupported-type.
 */
export async function readTextFields(
  c: BodyContext,
  wanted: TextFieldsWanted,
): Promise<TextFields> {
  const { raw } = c.req;
  if (findBoundary(raw.headers.get("content-type") ?? "") === null) {
    return readUrlencoded(c, wanted);
  }
  const fields = new Map<string, string>();
  const { maxBytes: maxTextBytes, maxParts } = wanted;
  const isKnown = (name: string) =>
    wanted.isKnown(name) && !fields.has(name) && fields.set(name, "") !== undefined;
  const sent = await readParts(raw, {
    isKnown,
    maxTextBytes,
    maxParts,
    maxFileBytes: 0,
    tooHeavy: null,
  });
  return { fields: new Map(sent.fields), hasFiles: sent.hasFiles };
}

async function readUrlencoded(
  c: BodyContext,
  { isKnown, maxBytes, maxParts }: TextFieldsWanted,
): Promise<TextFields> {
  const bodyBound = { bytes: maxBytes, parts: maxParts };
  const form = await readForm({ req: c.req, var: { bodyBound } });
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value === "string" && isKnown(name) && !fields.has(name)) fields.set(name, value);
  }
  return { fields, hasFiles: false };
}
