import type { ArticleContent, Byline } from "./article.ts";
import { parseDocuments, readDocumentRows, writeDocuments } from "./document-rows.ts";

/** The fields of the article form. A name is the field's path in the article JSON. */
export const fieldNames = [
  "title",
  "lede",
  "body",
  "section",
  "genre",
  "tags",
  "byline.authors",
  "byline.unit",
  "source.name",
  "source.url",
  "leadPhoto.photo",
  "leadPhoto.alt",
  "leadPhoto.caption",
  "leadPhoto.credit",
  "english.title",
  "english.summary",
  "madeByAi",
  "documents",
] as const;

export type FieldName = (typeof fieldNames)[number];

/** The text in each field, as it was typed. */
export type FormValues = Record<FieldName, string>;

/** Reads the fields of a sent form, with plain line ends; a missing field is empty. */
export function readFormValues(form: FormData, prefix = ""): FormValues {
  const entries = fieldNames.map((name) => {
    const value = form.get(prefix + name);
    return [name, typeof value === "string" ? value.replaceAll("\r\n", "\n") : ""];
  });
  const values = Object.fromEntries(entries) as FormValues;
  const documents = readDocumentRows(form, prefix);
  return documents === null ? values : { ...values, documents };
}

/** The form fields for a content. */
export function contentToValues(content: ArticleContent): FormValues {
  const { title, lede, body, section, genre, tags, byline, source, leadPhoto, english } = content;
  return {
    title,
    lede,
    body,
    section: section ?? "",
    genre,
    tags: tags.join(", "),
    "byline.authors": byline.authors.join(", "),
    "byline.unit": byline.unit,
    "source.name": source?.name ?? "",
    "source.url": source?.url ?? "",
    "leadPhoto.photo": leadPhoto?.photo ?? "",
    "leadPhoto.alt": leadPhoto?.alt ?? "",
    "leadPhoto.caption": leadPhoto?.caption ?? "",
    "leadPhoto.credit": leadPhoto?.credit ?? "",
    "english.title": english?.title ?? "",
    "english.summary": english?.summary ?? "",
    madeByAi: content.madeByAi ?? "",
    documents: writeDocuments(content.documents),
  };
}

/** The fields of a new form: empty, except the writer's usual byline. */
export function emptyValues(byline: Byline): FormValues {
  const empty = Object.fromEntries(fieldNames.map((name) => [name, ""])) as FormValues;
  const { authors, unit } = byline;
  return { ...empty, genre: "tin", "byline.authors": authors.join(", "), "byline.unit": unit };
}

/** The article JSON for the fields, not checked yet. An optional part is null when all its fields are blank. */
export function valuesToJson(values: FormValues): Record<string, unknown> {
  const isBlank = (...names: FieldName[]) => names.every((name) => values[name].trim() === "");
  return {
    title: values.title,
    lede: values.lede,
    body: values.body,
    section: isBlank("section") ? null : values.section,
    genre: values.genre === "" ? "tin" : values.genre,
    tags: splitList(values.tags),
    byline: {
      authors: splitList(values["byline.authors"]),
      unit: values["byline.unit"],
    },
    source: isBlank("source.name", "source.url")
      ? null
      : {
          name: values["source.name"],
          url: isBlank("source.url") ? null : values["source.url"].trim(),
        },
    leadPhoto: isBlank("leadPhoto.photo")
      ? null
      : {
          photo: values["leadPhoto.photo"],
          alt: values["leadPhoto.alt"],
          caption: values["leadPhoto.caption"],
          credit: values["leadPhoto.credit"],
        },
    english: isBlank("english.title", "english.summary")
      ? null
      : {
          title: values["english.title"],
          summary: values["english.summary"],
        },
    madeByAi: isBlank("madeByAi") ? null : values.madeByAi,
    documents: parseDocuments(values.documents),
  };
}

/** Whether anything was typed that is worth saving. A new form has a byline and a genre from the start. */
export function hasText(values: FormValues): boolean {
  const filledIn = ["genre", "byline.authors", "byline.unit"];
  return fieldNames.some((name) => !filledIn.includes(name) && values[name].trim() !== "");
}

/** The form field for a path of the article JSON: "byline.authors.1" belongs to "byline.authors". */
export function findFieldName(path: string): string {
  return path.startsWith("documents.") ? "documents" : path.replace(/\.\d+$/, "");
}

/** Splits a list at commas, semicolons and line ends; drops blanks and repetitions. */
export function splitList(text: string): string[] {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== "");
}
