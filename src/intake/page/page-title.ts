import { fold } from "../../vietnamese/fold.ts";
import { fromTcvn3, fromVni } from "../../vietnamese/legacy-encodings.ts";

/** A title that the data of a page give. */
export type OwnTitle = {
  text: string;
  by: "json-ld" | "meta" | "document-title";
  /** Whether it names the article for sure: many sites give one title to all their pages. */
  isSure: boolean;
};

/** What parts the title of an article from the name of its site in `<title>`. All spaces of the title are single. */
const separator = / [-–—|»«›:/•·]+ | ?(?:\||::|»|›|_|<|>) ?/;

/** Titles of pages that name no article, folded. */
const nameless =
  /^(?:trang chu|home|homepage|index|untitled.*|chi tiet(?: tin| bai viet| tin tuc)?|tin tuc(?: su kien)?|bai viet|news|detail|no title)$/;

/** How names of sites begin, folded. */
const siteStart =
  /^(?:cong (?:thong tin|ttdt)|trang (?:thong tin|tin|web)|website|chao mung|ban tin|bao (?:dien tu )?\S+$|tap chi|so (?:khoa hoc|kh&cn|khcn)[^,:]{0,60}$|ubnd|uy ban nhan dan [^,:]{0,60}$|new page)/;

/** A title found only in `<title>` has at least so many words. A site's name has fewer. */
const minTitleWords = 6;

/** Two titles are the same if they have at least this share of their words in common. */
const minShared = 0.7;

/** Letters and digits of a title, for comparing. */
export function makeTitleKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A title as it stands and as text of old fonts. */
function listReadings(title: string): string[] {
  return [title, fromTcvn3(title, { capitals: false }), fromVni(title)];
}

/** How surely a heading shows a title: 0 not at all, 1 a part of it, 2 most of its words, 3 all of it. */
type Agreement = 0 | 1 | 2 | 3;

/** How surely a heading shows one of the titles that the page's data give. */
export function measureAgreement(heading: string, titles: readonly OwnTitle[]): Agreement {
  let best: Agreement = 0;
  for (const { text, isSure } of titles) {
    for (const reading of listReadings(text)) {
      const found = compareTitles(heading, reading, isSure);
      if (found > best) best = found;
    }
  }
  return best;
}

function compareTitles(heading: string, title: string, isSure: boolean): Agreement {
  const [key, whole] = [makeTitleKey(heading), makeTitleKey(title)];
  if (key === "") return 0;
  if (key === whole) return isSure ? 3 : 2;
  const isMost =
    isFirstPart(key, title) ||
    isLongPart(key, whole) ||
    countSharedWords(heading, title) >= minShared;
  if (isSure && isMost) return 2;
  return splitTitle(title).some((part) => makeTitleKey(part) === key) ? 1 : 0;
}

/** The title of a work before its chapter, author and site. */
function isFirstPart(key: string, title: string): boolean {
  const [first = ""] = splitTitle(title);
  const isTitle = splitWords(first).length >= 3 && !siteStart.test(fold(first).trim());
  return isTitle && makeTitleKey(first) === key;
}

/** Whether one form of a title begins or ends with the other. The name of a site beside the title is shorter. */
function isLongPart(key: string, title: string): boolean {
  const [short, long] = key.length < title.length ? [key, title] : [title, key];
  const isLong = short.length >= 15 && 2 * short.length >= long.length;
  return isLong && (long.startsWith(short) || long.endsWith(short));
}

/** The titles that name an article, and not only the site; `siteTexts` are texts that stand on every page of it. */
export function listArticleTitles(
  titles: readonly Omit<OwnTitle, "isSure">[],
  siteName: string,
  siteTexts: string,
): OwnTitle[] {
  const known = [siteName, siteTexts].map(makeTitleKey);
  return titles.flatMap((title) => {
    const key = makeTitleKey(title.text);
    const text = fold(title.text).trim();
    if (key.length < 3 || splitTitle(text).every((part) => nameless.test(part.trim()))) return [];
    if (key === known[0] || (known[1] ?? "").includes(key)) return [];
    if (siteStart.test(text)) return [];
    const isSure = title.by !== "document-title" || splitWords(text).length >= minTitleWords;
    return [{ ...title, isSure }];
  });
}

/** `<title>` without the name of the site before or behind it. */
export function removeSite(whole: string, siteName: string): string {
  const title = collapseSpaces(whole);
  const parts = title.split(separator).filter((part) => part.trim() !== "");
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  const site = makeTitleKey(siteName);
  const isFirstSite = site === "" ? last.length > 2 * first.length : makeTitleKey(first) === site;
  if (isFirstSite) return trimEnds(title.slice(title.indexOf(first) + first.length));
  // What stands behind sections and the site is never the title: "Title_Section_Site".
  return /[_|»]/.test(title) ? first.trim() : trimEnds(title.slice(0, title.lastIndexOf(last)));
}

/** A title that the data give, without the name of the site that it carries, if `siteName` or `<title>` tells that name. */
export function removeNamedSite(
  whole: string,
  siteName: string,
  wholeDocumentTitle: string,
): string {
  const [title, documentTitle] = [whole, wholeDocumentTitle].map(collapseSpaces) as [
    string,
    string,
  ];
  const parts = title.split(separator).filter((part) => part.trim() !== "");
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  const site = makeSiteKey(siteName);
  if (parts.length < 2) return title;
  if (site !== "" && makeSiteKey(last) === site)
    return trimEnds(title.slice(0, title.lastIndexOf(last)));
  if (site !== "" && makeSiteKey(first) === site)
    return trimEnds(title.slice(title.indexOf(first) + first.length));
  const rest = title.startsWith(documentTitle) ? title.slice(documentTitle.length) : "";
  const isRestSite = documentTitle !== "" && separator.exec(rest)?.index === 0;
  return isRestSite ? documentTitle : title;
}

/** The name of a site for comparing, without the end of its domain. */
function makeSiteKey(name: string): string {
  return makeTitleKey(
    collapseSpaces(name).replace(/(?:\.(?:com|net|org|gov|edu|vn|fr|de|uk|info))+\s*$/i, ""),
  );
}

/** Text without the spaces and separators at its ends. */
function trimEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSeparating(text[start])) start++;
  while (start < end && isSeparating(text[end - 1])) end--;
  return text.slice(start, end);
}

function isSeparating(letter: string | undefined): boolean {
  return letter !== undefined && /[\s\-–—|»«›:/•·_<>]/.test(letter);
}

/** The patterns of this file look for a separator from each space, which must not be many. */
function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, " ");
}

function splitTitle(title: string): string[] {
  return collapseSpaces(title)
    .split(separator)
    .filter((part) => makeTitleKey(part).length >= 3);
}

/** The share of words that two titles have in common, by Dice. */
function countSharedWords(a: string, b: string): number {
  const [left, right] = [splitWords(a), splitWords(b)];
  if (left.length < 3 || right.length < 3) return 0;
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

function splitWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
