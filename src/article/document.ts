import * as v from "valibot";
import { line, optionalLine } from "./line-input.ts";

/** A document of an article or page. `name` is what readers see. */
export type ArticleDocument = {
  /** Id of a stored file. */
  file: string;
  name: string;
  /** Such as "05/QĐ-SKHCN". */
  number: string | null;
  /** The day on which it was signed, as "2021-01-28". */
  date: string | null;
  signer: string | null;
  /** What it is, such as "Quyết định". */
  kind: string | null;
};

/** The most documents of one text. */
export const maxDocuments = 30;

/** A day as people write it, or by ISO 8601: "28/01/2021" and "2021-01-28" are the same. Blank is null. */
const day = v.pipe(
  line(20),
  v.transform((typed) => (typed === "" ? null : writeIsoDay(typed))),
  v.nullable(v.pipe(v.string(), v.isoDate())),
);

/** An incomplete day is null. */
const dayBeingTyped = v.optional(
  v.nullable(
    v.pipe(
      line(20),
      v.transform((typed) => writeIsoDay(typed) || null),
    ),
  ),
  null,
);

function writeIsoDay(typed: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const [, dayOfMonth = "", month = "", year = ""] = parts ?? [];
  const iso = parts === null ? typed : [year, month, dayOfMonth].map(twoDigits).join("-");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return "";
  const time = Date.parse(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return exists ? iso : "";
}

function twoDigits(number: string): string {
  return number.padStart(2, "0");
}

/** A document in the article JSON. Without a name it has that of its file. */
const DocumentInput = v.strictObject({
  file: v.pipe(line(64), v.nonEmpty()),
  name: v.optional(line(300), ""),
  number: optionalLine(60),
  date: v.optional(v.nullable(day), null),
  signer: optionalLine(120),
  kind: optionalLine(60),
});

export const DocumentsInput = v.pipe(v.array(DocumentInput), v.maxLength(maxDocuments));

/** Documents while they are typed, in the same bounds. */
export const WorkingDocuments = v.pipe(
  v.array(
    v.strictObject({
      ...DocumentInput.entries,
      date: dayBeingTyped,
    }),
  ),
  v.maxLength(maxDocuments),
);
