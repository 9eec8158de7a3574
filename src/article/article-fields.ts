import type { ArticleContent, Byline } from "./article.ts";

/** The fields of the form, named as the article JSON names what they hold. */
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
] as const;

export type FieldName = (typeof fieldNames)[number];

/** What stands in each field, as it was typed. */
export type FormValues = Record<FieldName, string>;

/** The fields of a form that was sent, with line ends made plain; empty where one was not sent. */
export function readFormValues(form: FormData, prefix = ""): FormValues {
  const entries = fieldNames.map((name) => {
    const value = form.get(prefix + name);
    return [name, typeof value === "string" ? value.replaceAll("\r\n", "\n") : ""];
  });
  return Object.fromEntries(entries) as FormValues;
}

/** The fields that show a text. */
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
  };
}

/** The fields of a new form: all empty, but signed as its writer usually signs. */
export function emptyValues(byline: Byline): FormValues {
  const empty = Object.fromEntries(fieldNames.map((name) => [name, ""])) as FormValues;
  const { authors, unit } = byline;
  return { ...empty, genre: "tin", "byline.authors": authors.join(", "), "byline.unit": unit };
}

/** The article JSON that the fields spell, not checked yet. Parts of which every field is blank are absent. */
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
  };
}

/** The field in which to mend what is wrong at a path of the article JSON: "byline.authors.1" is typed in "byline.authors". */
export function findFieldName(path: string): string {
  return path.replace(/\.\d+$/, "");
}

/** Several in one field: by commas, semicolons or lines. Each once. */
function splitList(text: string): string[] {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== "");
}
