import * as v from "valibot";
import { normaliseLine } from "../vietnamese/normalise.ts";

/** One line of text, normalised (NFC, plain spaces, trimmed), up to `maxLength` characters. */
export const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.transform((raw) => normaliseLine(raw).text),
    v.maxLength(maxLength),
  );

/** An optional line; a blank one is null. */
export const optionalLine = (maxLength: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        line(maxLength),
        v.transform((value) => (value === "" ? null : value)),
      ),
    ),
    null,
  );
