import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { maxArticleBytes, maxArticleJsonBytes } from "../../article/article-input.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { readRaw, readText } from "../form-data.ts";
import { correctionField } from "./approve-form.ts";
import { readSentForm } from "../../request/sent-form.ts";
import type { SentFile } from "../../request/part-reader.ts";
import { fieldNames, readFormValues } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { documentFields } from "../../article/document-rows.ts";
import { readTypedPhotos, textPhotoFields, writePhotoWords } from "./typed-photos.ts";
import type { ArticleKind } from "../../article/article.ts";
import type { FieldError } from "../../errors.ts";
import { createHmac } from "node:crypto";
import type { Person } from "../../people/person.ts";

/** A text with its photos, both versions of it after a conflict, and its findings. */
export const articleFormBody = { bytes: maxArticleBytes, parts: 2000 };

/** What is kept of the form if it is refused: its text without its files. */
export const keptArticleForm = { bytes: maxArticleJsonBytes, parts: articleFormBody.parts };

const tooHeavyMessage = formWords.tooHeavy(maxArticleBytes / 1_000_000);

/** The text fields of the form. */
export const articleFormFields = new RegExp(
  `^(?:(?:theirs\\.)?(?:${fieldNames.join("|").replaceAll(".", "\\.")})` +
    `|document\\.\\d{1,3}\\.(?:${documentFields.join("|")}|place|remove)` +
    `|version|key|person|act|correction|leadPhoto\\.remove|${textPhotoFields.source}|choose\\.\\w+|(?:finding|reason)\\.\\d{1,4})$`,
);

/** The button that was pressed. */
export type FormAct =
  | { name: "save" | "submit" | "approve" | "preview" | "discard" }
  /** Dismisses the finding with this number. */
  | { name: "dismiss"; finding: string }
  /** Ticks a note off, or opens it again. */
  | { name: "note"; note: string };

/** The form as it was sent. */
export type TypedForm = {
  act: FormAct;
  values: FormValues;
  /** What readers are told of a mistake, if an editor publishes the text again. */
  correction: string;
  /** The version that the form was opened with; 0 for a new article. */
  baseVersion: number;
  /** Random key of an article that is not saved yet, else empty. */
  key: string;
  /** The id of the user who opened the form; empty if it does not say. */
  person: string;
  /** Files of the form's own fields. None if they were too heavy, which `errors` says. */
  leadFile: SentFile | null;
  files: SentFile[];
  documentFiles: SentFile[];
  recordingFiles: SentFile[];
  /** The photos of the body, and what could not be written into the body of what was typed about them. */
  photos: ReturnType<typeof readTypedPhotos>;
  errors: FieldError[];
  isTooHeavy: boolean;
  /** All fields as they were sent. */
  sent: FormData;
};

/**
 * Reads the form. If its files are too heavy, its text is read without them. AppErrors: too-large, malformed, unsupported-type.
 */
export async function readTypedForm(c: AppContext): Promise<TypedForm> {
  const { fields: sent, files: sentFiles, isTooHeavy } = await readSentForm(c, null);
  const readFiles = (field: string) =>
    sentFiles.filter((file) => file.field === field && file.bytes.length > 0);
  const values = readChosenValues(sent);
  const chosenLead = readRaw(sent, "leadPhoto.choose");
  if (chosenLead !== "") values["leadPhoto.photo"] = chosenLead;
  if (sent.has("leadPhoto.remove")) values["leadPhoto.photo"] = "";
  const photos = readTypedPhotos(sent);
  const { body, errors } = writePhotoWords(values.body, photos);
  return {
    act: parseAct(readRaw(sent, "act")),
    values: { ...values, body },
    correction: readText(sent, correctionField),
    photos,
    errors: isTooHeavy ? [...errors, { path: "photos", message: tooHeavyMessage }] : errors,
    isTooHeavy,
    baseVersion: Number(/^\d{1,9}$/.exec(readRaw(sent, "version"))?.[0] ?? 0),
    key: readRaw(sent, "key"),
    person: readRaw(sent, "person"),
    leadFile: readFiles("leadPhoto.file")[0] ?? null,
    files: readFiles("photos"),
    documentFiles: readFiles("documents.file"),
    recordingFiles: readFiles("recordings.file"),
    sent,
  };
}

/**
 * The fields. After a conflict the form has two texts of each field, and `choose.<field>` tells which one was chosen: "mine" or
 * "theirs".
 */
function readChosenValues(sent: FormData): FormValues {
  const mine = readFormValues(sent);
  const theirs = readFormValues(sent, "theirs.");
  const chosen = Object.entries(mine).map(([name, value]) => {
    const takesTheirs =
      sent.get(`choose.${chooseFieldGroup(name)}`) === "theirs" && sent.has(`theirs.${name}`);
    return [name, takesTheirs ? theirs[name as keyof FormValues] : value];
  });
  return Object.fromEntries(chosen) as FormValues;
}

/** The group of a field; its fields are chosen together. "leadPhoto" for "leadPhoto.alt". */
export function chooseFieldGroup(field: string): string {
  return field.split(".", 1)[0] ?? field;
}

function parseAct(value: string): FormAct {
  const finding = /^dismiss\.(\d{1,4})$/.exec(value)?.[1];
  if (finding !== undefined) return { name: "dismiss", finding };
  const note = /^note\.([\w-]{20,64})$/.exec(value)?.[1];
  if (note !== undefined) return { name: "note", note };
  switch (value) {
    case "save":
    case "submit":
    case "approve":
    case "preview":
    case "discard":
      return { name: value };
    case "":
      return { name: "save" };
    default:
      throw new AppError("malformed", formWords.noAct);
  }
}

/** The key of a new page begins with this, so that its form knows its kind until it is saved. */
const pageKeyStart = "trang.";

/** A random key for a new article or page: if its form is sent twice, that makes one. */
export function makeDraftKey(kind: ArticleKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  const random = btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, "-");
  return kind === "page" ? pageKeyStart + random : random;
}

export function isDraftKey(text: string): boolean {
  return /^(?:trang\.)?[\w-]{20,64}$/.test(text);
}

/** The kind of text that a form with this key creates. */
export function kindOfKey(key: string): ArticleKind {
  return key.startsWith(pageKeyStart) ? "page" : "article";
}

/**
 * The id of the article that a form with this key creates. It is an HMAC, so that nobody can choose an id or guess the id of
 * another person's article. AppError malformed if the key is invalid.
 */
export function makeArticleId(key: string, person: Person, secret: string): string {
  if (!isDraftKey(key)) throw new AppError("malformed", formWords.noKey);
  const digest = createHmac("sha256", secret).update(`article ${person.id} ${key}`).digest();
  return Array.from(
    digest.subarray(0, 16),
    (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32],
  ).join("");
}
