import { ArticleInput, maxPhotoWords } from "../../src/article/article-input.ts";
import type { ArticleContent } from "../../src/article/article.ts";
import { genres } from "../../src/article/article.ts";
import type { FieldError } from "../../src/errors.ts";
import { articleWords } from "../../src/vietnamese/words/article.ts";
import { checkWords } from "../../src/vietnamese/words/check.ts";
import { requestWords } from "../../src/vietnamese/words/request.ts";

/** A text that breaks one rule, and the expected refusal. */
export type Rule = { name: string; change: Partial<ArticleContent>; error: FieldError };

const longCaption = "chữ".concat(" nhỏ".repeat(maxPhotoWords.caption / 4));
const unknownPhoto = "0".repeat(64);

/** A complete article with every optional part. */
export function wholeArticle(photo: string, change: Partial<ArticleContent> = {}): ArticleContent {
  return {
    title: "Bài đủ mọi phần",
    lede: "Sapo của bài.",
    body: "Đoạn mở đầu của bài.",
    section: "tin-tuc",
    tags: ["chuyển đổi số"],
    genre: "tin",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    source: { name: "Báo Lào Cai", url: "https://example.com/bai" },
    leadPhoto: { photo, alt: "Lớp học", caption: "Buổi đầu", credit: "Đỗ Vân" },
    english: { title: "A class", summary: "It opened." },
    madeByAi: "altered",
    documents: [],
    ...change,
  };
}

type SchemaParts = {
  type: string;
  requirement?: unknown;
  pipe?: readonly SchemaParts[];
  wrapped?: SchemaParts;
  entries?: Readonly<Record<string, SchemaParts>>;
  item?: SchemaParts;
};

type Bound = { path: string; max: number; isList: boolean };

/** Every bound of the article's schema, so that a new one cannot be missing in the table. */
function boundsIn(schema: SchemaParts, path: string): Bound[] {
  const { type, pipe = [], wrapped, entries = {}, item } = schema;
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  return [
    ...pipe.flatMap((part) => {
      const max = part.requirement;
      if (part.type === "max_length" && typeof max === "number") {
        return [{ path, max, isList: type === "array" }];
      }
      return part.pipe === undefined ? [] : boundsIn(part, path);
    }),
    ...(wrapped === undefined ? [] : boundsIn(wrapped, path)),
    ...Object.entries(entries).flatMap(([name, entry]) => boundsIn(entry, at(name))),
    ...(item === undefined ? [] : boundsIn(item, at("0"))),
  ];
}

/** The bounds are checked before its file is looked for. */
const document = {
  file: "0".repeat(64),
  name: "Kế hoạch",
  number: "",
  date: "",
  signer: "",
  kind: "",
};

function longRule({ path, max, isList }: Bound, photo: string): Rule {
  const start = path.endsWith(".url") ? "https://a.vn/" : "";
  const value = isList
    ? Array.from({ length: max + 1 }, (_, n) => (path === "documents" ? document : `mục ${n}`))
    : start.padEnd(max + 1, "x");
  const message = isList ? requestWords.tooManyItems(max) : requestWords.tooLong(max);
  const [top = "", ...inner] = path.split(".");
  const before =
    top === "documents" ? [document] : wholeArticle(photo)[top as keyof ArticleContent];
  return {
    name: `${path} beyond ${max}`,
    change: { [top]: replaceAt(before, inner, value) },
    error: { path, message },
  };
}

function replaceAt(before: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(before)) return [replaceAt(before[0] ?? null, rest, value)];
  const parts = before as Record<string, unknown>;
  return { ...parts, [name]: replaceAt(parts[name], rest, value) };
}

/** The limits and the choices of every field. */
export const boundRules = (photo: string): Rule[] => [
  ...boundsIn(ArticleInput, "").map((bound) => longRule(bound, photo)),
  {
    name: "an unknown genre",
    change: { genre: "thơ" as "tin" },
    error: { path: "genre", message: requestWords.oneOf(genres.join(" | ")) },
  },
];

/** The other rules for a version. */
export const versionRules = (photo: string): Rule[] => [
  {
    name: "an unknown section",
    change: { section: "khong-co" },
    error: { path: "section", message: articleWords.unknownSection("khong-co") },
  },
  {
    name: "an unknown lead photo",
    change: { leadPhoto: { photo: unknownPhoto, alt: "Ảnh", caption: null, credit: null } },
    error: { path: "leadPhoto.photo", message: articleWords.unknownPhoto(unknownPhoto) },
  },
  {
    name: "an unknown photo in the body",
    change: { body: `![Ảnh](photo:${unknownPhoto})` },
    error: { path: "body", message: articleWords.unknownPhoto(unknownPhoto) },
  },
  {
    name: "a long alt text in the body",
    change: { body: `![${"x".repeat(maxPhotoWords.alt + 1)}](photo:${photo})` },
    error: {
      path: "body",
      message: articleWords.photoWordsTooLong("x".repeat(60), maxPhotoWords.alt),
    },
  },
  {
    name: "a long caption in the body",
    change: { body: `![Lớp](photo:${photo} "${longCaption}")` },
    error: {
      path: "body",
      message: articleWords.photoWordsTooLong(longCaption.slice(0, 60), maxPhotoWords.caption),
    },
  },
  {
    name: "a source at no web address",
    change: { source: { name: "Báo", url: "ftp://example.com" } },
    error: { path: "source.url", message: requestWords.notWebAddress },
  },
  {
    name: "an English title without a summary",
    change: { english: { title: "A class", summary: "" } },
    error: { path: "english.summary", message: requestWords.empty },
  },
];

/** The rules that block a submission and a publication. */
export const blockingRules: Rule[] = [
  {
    name: "no lede",
    change: { lede: "" },
    error: { path: "lede", message: checkWords.missingLede },
  },
  {
    name: "a citizen-ID number",
    change: { body: "Ông A (010190004321) nhận quà." },
    error: { path: "body", message: checkWords.citizenId },
  },
  {
    name: "an impossible date",
    change: { body: "Lớp học mở ngày 31/02/2026 tại xã." },
    error: { path: "body", message: checkWords.impossibleDate("31/02/2026") },
  },
];
