import type { CheckedArticle } from "../../src/check/checked-article.ts";
import type { Finding, Where } from "../../src/check/finding.ts";

/** A short article without a fault, changed where a test says. */
export function articleWith(changes: Partial<CheckedArticle>): CheckedArticle {
  return {
    kind: "article",
    title: "Tập huấn kỹ năng số cho cán bộ xã",
    lede: "Sở Khoa học và Công nghệ mở lớp tập huấn kỹ năng số cho cán bộ các xã vùng cao.",
    body: "Lớp học kéo dài hai ngày.",
    section: "chuyen-doi-so",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    leadPhoto: {
      photo: "lead",
      alt: "Học viên ngồi quanh hai dãy bàn, mỗi người một máy tính",
      caption: null,
      credit: null,
    },
    photos: new Map(),
    documents: [],
    files: new Map(),
    publishedTitles: [],
    knownLabels: [],
    handbook: [],
    tags: [],
    normalised: [],
    today: new Date("2026-11-22T09:00:00+07:00"),
    ...changes,
  };
}

/** The text a finding points at; null where it points at a field as a whole. */
export function markedText(article: CheckedArticle, { where }: Finding): string | null {
  const { start, end } = where;
  if (start === null || end === null) return null;
  return fieldText(article, where).slice(start, end);
}

function fieldText(article: CheckedArticle, { field }: Where): string {
  const { leadPhoto, byline } = article;
  const fields: Record<string, string | null | undefined> = {
    title: article.title,
    lede: article.lede,
    body: article.body,
    "leadPhoto.alt": leadPhoto?.alt,
    "leadPhoto.caption": leadPhoto?.caption,
    "leadPhoto.credit": leadPhoto?.credit,
    "byline.unit": byline.unit,
    ...Object.fromEntries(article.tags.map((tag, i) => [`tags.${i}`, tag])),
    ...Object.fromEntries(byline.authors.map((author, i) => [`byline.authors.${i}`, author])),
  };
  const text = fields[field];
  if (text === undefined || text === null) throw new Error(`no text in field ${field}`);
  return text;
}
