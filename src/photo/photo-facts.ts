import * as v from "valibot";
import { aiLabels } from "../ai-label.ts";
import type { AiLabel } from "../ai-label.ts";
import { AppError } from "../errors.ts";
import { formatIsoDay } from "../vietnamese/dates.ts";
import { normaliseLine } from "../vietnamese/normalise.ts";
import { photoWords } from "../vietnamese/words/photo.ts";

/** Where a photo comes from: our own people, a news agency, a reader, or elsewhere under the terms of `license`. */
export const photoOrigins = ["own", "agency", "reader", "other"] as const;

export type PhotoOrigin = (typeof photoOrigins)[number];

/** What people have entered about a photo. Null: nobody has entered it. */
export type PhotoFacts = {
  /** The photographer. */
  credit: string | null;
  source: PhotoOrigin | null;
  /** The terms under which it may be used. */
  license: string | null;
  /** The last day on which it may be used, as "2026-12-31" in Vietnam's calendar. */
  usableUntil: string | null;
  madeByAi: AiLabel | null;
};

export const noFacts: PhotoFacts = {
  credit: null,
  source: null,
  license: null,
  usableUntil: null,
  madeByAi: null,
};

/** The most characters of a credit. */
export const maxCreditLength = 200;

const maxLicenseLength = 500;

const optionalLine = (maxLength: number) =>
  v.pipe(
    v.nullable(v.string()),
    v.transform((typed) => (typed === null ? "" : normaliseLine(typed).text)),
    v.maxLength(maxLength),
    v.transform((line) => (line === "" ? null : line)),
  );

/** The facts that a request states; those that it leaves out stay as they are. `madeByAi: true` means that AI made it. */
export const PhotoFactsInput = v.strictObject({
  credit: v.exactOptional(optionalLine(maxCreditLength)),
  source: v.exactOptional(v.nullable(v.picklist(photoOrigins))),
  license: v.exactOptional(optionalLine(maxLicenseLength)),
  usableUntil: v.exactOptional(v.nullable(v.pipe(v.string(), v.isoDate(), v.check(isDay)))),
  madeByAi: v.exactOptional(
    v.pipe(
      v.nullable(v.union([v.picklist(aiLabels), v.boolean()])),
      v.transform((label) => (label === true ? "generated" : label === false ? null : label)),
    ),
  ),
});

/** The names of the facts. */
export const factNames = ["credit", "source", "license", "usableUntil", "madeByAi"] as const;

/** The facts in the text fields of a form, for PhotoFactsInput: a field that is there and empty means none. */
export function readFactFields(form: FormData): Record<string, unknown> {
  const flags: Record<string, boolean> = { true: true, false: false };
  return Object.fromEntries(
    factNames.flatMap((name) => {
      const value = form.get(name);
      if (typeof value !== "string") return [];
      const typed = value.trim() === "" ? null : value;
      return [[name, name === "madeByAi" ? (flags[value] ?? typed) : typed]];
    }),
  );
}

/** Whether a date exists: "2026-02-31" does not. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a photo comes from elsewhere and its terms are not known. */
export function lacksTerms({ source, license }: PhotoFacts): boolean {
  return source === "other" && license === null;
}

/** AppError invalid for facts that need another, unless they were so before: a photo from elsewhere needs its terms. */
export function refuseIncompleteFacts(facts: PhotoFacts, before: PhotoFacts = noFacts): void {
  if (!lacksTerms(facts) || lacksTerms(before)) return;
  const message = photoWords.licenseNeeded;
  throw new AppError("invalid", message, [{ path: "license", message }]);
}

/** The newest ones of these facts: `changed` over `known`. */
export function mergeFacts(known: PhotoFacts, changed: Partial<PhotoFacts>): PhotoFacts {
  const { credit, source, license, usableUntil, madeByAi } = { ...known, ...changed };
  return { credit, source, license, usableUntil, madeByAi };
}

/** Whether a sender said something else about a photo that was stored already, and keeps the facts that it had. */
export function wereFactsIgnored(
  stored: { photo: PhotoFacts; created: boolean },
  said: Partial<PhotoFacts>,
): boolean {
  const isOther = (name: keyof PhotoFacts) =>
    (said[name] ?? null) !== null && said[name] !== stored.photo[name];
  return !stored.created && factNames.some(isOther);
}

/** Whether the last day of use is over at a time. */
export function isExpired({ usableUntil }: Pick<PhotoFacts, "usableUntil">, now: number): boolean {
  return usableUntil !== null && usableUntil < formatIsoDay(new Date(now));
}
