import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { maxArticleBytes } from "../../publishing/incoming-photos.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { rawOf, readFormData } from "../form-data.ts";
import { readFormValues } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { createHmac } from "node:crypto";
import type { Person } from "../../people/person.ts";

/** What the form was sent for. */
type FormAct =
  | { name: "save" | "submit" | "preview" | "discard" }
  /** Lets the finding of this number stand. */
  | { name: "dismiss"; finding: string };

/** The form as it was sent. */
export type TypedForm = {
  act: FormAct;
  values: FormValues;
  /** The version it was opened over; 0 for a new article. */
  baseVersion: number;
  /** Name of a new article; empty for one that has an id. */
  key: string;
  /** Files of the form's own fields; browsers send an empty one where none was chosen. */
  leadFile: File | null;
  files: File[];
  /** Everything else that was sent. */
  sent: FormData;
};

/** Reads the form. AppErrors: too-large, malformed, unsupported-type. */
export async function readTypedForm(c: AppContext): Promise<TypedForm> {
  const sent = await readFormData(c.req.raw, maxArticleBytes).catch((error: unknown) => {
    const isTooLarge = error instanceof AppError && error.code === "too-large";
    throw isTooLarge ? new AppError("too-large", formWords.tooHeavy) : error;
  });
  const values = chosenValues(sent);
  if (sent.has("leadPhoto.remove")) values["leadPhoto.photo"] = "";
  return {
    act: actOf(rawOf(sent, "act")),
    values,
    baseVersion: Number(/^\d{1,9}$/.exec(rawOf(sent, "version"))?.[0] ?? 0),
    key: rawOf(sent, "key"),
    leadFile: filesOf(sent, "leadPhoto.file")[0] ?? null,
    files: filesOf(sent, "photos"),
    sent,
  };
}

/** The fields; where two texts stood side by side, those that were chosen. `choose.<field>` is then "theirs" for theirs. */
function chosenValues(sent: FormData): FormValues {
  const mine = readFormValues(sent);
  const theirs = readFormValues(sent, "theirs.");
  const chosen = Object.entries(mine).map(([name, value]) => {
    const takesTheirs =
      sent.get(`choose.${groupOf(name)}`) === "theirs" && sent.has(`theirs.${name}`);
    return [name, takesTheirs ? theirs[name as keyof FormValues] : value];
  });
  return Object.fromEntries(chosen) as FormValues;
}

/** Fields that are chosen together: "leadPhoto.alt" belongs to "leadPhoto". */
export function groupOf(field: string): string {
  return field.split(".", 1)[0] ?? field;
}

function actOf(value: string): FormAct {
  const finding = /^dismiss\.(\d{1,4})$/.exec(value)?.[1];
  if (finding !== undefined) return { name: "dismiss", finding };
  switch (value) {
    case "submit":
      return { name: "submit" };
    case "preview":
      return { name: "preview" };
    case "discard":
      return { name: "discard" };
    case "save":
    case "":
      return { name: "save" };
    default:
      throw new AppError("malformed", formWords.noAct);
  }
}

function filesOf(sent: FormData, name: string): File[] {
  return sent.getAll(name).filter((part) => typeof part !== "string" && part.size > 0) as File[];
}

/** A random name for an article that has no id yet: a form that is sent twice makes one article. */
export function newDraftKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, "-");
}

/**
 * The id of the article that a person's form makes. An HMAC: nobody can choose the id of an article, nor find out
 * another person's. AppError malformed for what is no key.
 */
export function articleIdOfKey(key: string, person: Person, secret: string): string {
  if (!/^[\w-]{20,64}$/.test(key)) throw new AppError("malformed", formWords.noKey);
  const digest = createHmac("sha256", secret).update(`article ${person.id} ${key}`).digest();
  return Array.from(
    digest.subarray(0, 16),
    (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32],
  ).join("");
}
