import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { archivePath } from "../../src/addresses/public.ts";
import { frameWords } from "../../src/vietnamese/words/frame.ts";
import { staticWords } from "../../src/vietnamese/words/static.ts";
import { rewriteAbsoluteAddresses } from "./rewrite-text.ts";
import type { Rewritten } from "./rewrite-text.ts";
import {
  findFile,
  findOwnKey,
  isLeftOut,
  linkFiles,
  replaceKey,
  splitOnce,
} from "./static-path.ts";
import type { FilmEndings, Place } from "./static-path.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** A part of the page's source that is replaced. */
type Edit = { start: number; end: number; text: string };

/** A page that is being rewritten. */
type Page = {
  /** Its path and query on the site, and its file in the copy. */
  key: string;
  file: string;
  source: string;
  place: Place;
  films: FilmEndings;
  /** The department's links for mail and telephone. */
  contacts: string[];
  language: keyof typeof frameWords;
  edits: Edit[];
  /** The edits that replace whole elements: nothing within them is edited. */
  replaced: Edit[];
  keys: string[];
};

/**
 * Rewrites a page for a server that has only files: its links become relative, and what needs the site's own server goes. All
 * else stays byte by byte. `links` says how the page refers to others: 404.html is served at every depth, so its links are absolute.
 */
export function rewritePage(
  source: string,
  { key, file }: { key: string; file: string },
  place: Place,
  films: FilmEndings,
): Rewritten {
  const elements = listElements(
    parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
  );
  const page: Page = {
    key,
    file,
    source,
    place,
    films,
    contacts: findContacts(elements, source),
    language: elements.some((one) => one.tagName === "html" && readAttribute(one, "lang") === "en")
      ? "en"
      : "vi",
    edits: [],
    replaced: [],
    keys: [],
  };
  for (const element of elements) if (!isReplaced(page, element)) rewriteElement(page, element);
  const moved = rewriteAbsoluteAddresses(applyEdits(source, page.edits), place, films);
  return { text: moved.text, keys: [...page.keys, ...moved.keys] };
}

function rewriteElement(page: Page, element: Element): void {
  const { tagName } = element;
  if (tagName === "form") return replaceElement(page, element, renderInsteadOfForm(page, element));
  if (tagName === "iframe") return replaceElement(page, element, "");
  if (readAttribute(element, "class") === "report-link")
    return replaceElement(page, element, renderReportContact(page.contacts));
  if (tagName === "a" && namesLeftOut(page, element)) return removeLink(page, element);
  if (readAttribute(element, "data-views") !== null)
    editAttribute(page, element, "data-views", null);
  if (page.key === archivePath && readAttribute(element, "class") === "block-title")
    linkYear(page, element);
  for (const name of ["href", "src", "poster"]) {
    const value = readAttribute(element, name);
    // A <link> with an absolute address names the page for search engines.
    if (value === null || (tagName === "link" && /^https?:/.test(value))) continue;
    const moved = moveAddress(page, value);
    if (moved !== value) editAttribute(page, element, name, moved);
  }
  const srcset = readAttribute(element, "srcset");
  if (srcset !== null) editAttribute(page, element, "srcset", moveSrcset(page, srcset));
}

/** A relative address of the copy's file, for an address of the site. Any other stays as it is. */
function moveAddress(page: Page, value: string): string {
  const key = findOwnKey(value, page.key, page.place);
  if (key === null || value.startsWith("#")) return value;
  const target = replaceKey(key);
  if (isLeftOut(splitOnce(target, "?")[0])) return value;
  page.keys.push(target);
  const fragment = splitOnce(value, "#")[1];
  return linkPage(page, findFile(target, page.films)) + (fragment === "" ? "" : `#${fragment}`);
}

function linkPage({ file, place }: Page, target: string): string {
  const link = linkFiles(file, target);
  if (file !== notFoundFile) return link;
  return `${new URL(place.address).pathname.replace(/\/$/, "")}/${link.replace(/^\.\//, "")}`;
}

/** Servers show this file at every unknown address. */
export const notFoundFile = "404.html";

function moveSrcset(page: Page, srcset: string): string {
  const candidates = srcset.split(",").map((one) => one.trim().split(/\s+/));
  return candidates
    .map(([address = "", ...size]) => [moveAddress(page, address), ...size].join(" "))
    .join(", ");
}

function namesLeftOut(page: Page, link: Element): boolean {
  const key = findOwnKey(readAttribute(link, "href") ?? "https:", page.key, page.place);
  return key !== null && isLeftOut(splitOnce(key, "?")[0]);
}

/** Removes a link with the item of the list that holds nothing else. In a text its words stay. */
function removeLink(page: Page, link: Element): void {
  const parent = link.parentNode;
  if (
    parent !== null &&
    tree.isElementNode(parent) &&
    parent.tagName === "li" &&
    hasOneElement(parent)
  )
    return replaceElement(page, parent, "");
  const { startTag, endTag } = link.sourceCodeLocation ?? {};
  if (startTag && endTag)
    replaceElement(page, link, page.source.slice(startTag.endOffset, endTag.startOffset));
}

function hasOneElement(item: Element): boolean {
  const content = item.childNodes.filter(
    (node) => !tree.isTextNode(node) || node.value.trim() !== "",
  );
  return content.length === 1;
}

/** The search of the header becomes a link in its place; any other form becomes a sentence. */
function renderInsteadOfForm(page: Page, form: Element): string {
  page.keys.push(archivePath);
  const href = linkPage(page, findFile(archivePath));
  if (readAttribute(form, "class") === "search")
    return `<a class="search" style="padding: 0.45rem 1.1rem" href="${href}">${frameWords[page.language].archive}</a>`;
  return `<p>${staticWords.noServer(`<a href="${href}">${staticWords.allArticles}</a>`)}</p>`;
}

function renderReportContact(contacts: string[]): string {
  const words =
    contacts.length === 0
      ? staticWords.reportToDepartment
      : staticWords.reportTo(contacts.join(", "));
  return `<p class="report-link">${words}</p>`;
}

/** The mail and telephone links of the page's footer. */
function findContacts(elements: Element[], source: string): string[] {
  const links = elements.filter((one) => /^(?:mailto|tel):/.test(readAttribute(one, "href") ?? ""));
  const inFooter = links.filter(
    (link) => findAncestor(link, "dl") !== null && findAncestor(link, "footer") !== null,
  );
  return inFooter.map(({ sourceCodeLocation: at }) =>
    at ? source.slice(at.startOffset, at.endOffset) : "",
  );
}

/** On the page of the archive each year leads to the list of all its articles: see archive-pages.ts. */
function linkYear(page: Page, heading: Element): void {
  const year = /\d{4}/.exec(readAttribute(heading, "id") ?? "")?.[0];
  const { startTag, endTag } = heading.sourceCodeLocation ?? {};
  if (year === undefined || !startTag || !endTag) return;
  const href = linkFiles(page.file, findFile(`${archivePath}/${year}`));
  page.edits.push({
    start: startTag.endOffset,
    end: startTag.endOffset,
    text: `<a href="${href}">`,
  });
  page.edits.push({ start: endTag.startOffset, end: endTag.startOffset, text: "</a>" });
}

function replaceElement(page: Page, element: Element, text: string): void {
  const at = element.sourceCodeLocation;
  if (!at) return;
  const edit = { start: at.startOffset, end: at.endOffset, text };
  page.edits.push(edit);
  page.replaced.push(edit);
}

function editAttribute(page: Page, element: Element, name: string, value: string | null): void {
  const at = element.sourceCodeLocation?.attrs?.[name];
  if (!at) return;
  const text =
    value === null ? "" : `${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  page.edits.push({ start: at.startOffset, end: at.endOffset, text });
}

function isReplaced({ replaced }: Page, { sourceCodeLocation: at }: Element): boolean {
  return !at || replaced.some(({ start, end }) => start <= at.startOffset && at.endOffset <= end);
}

function applyEdits(source: string, edits: Edit[]): string {
  let text = "";
  let place = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += source.slice(place, edit.start) + edit.text;
    place = edit.end;
  }
  return text + source.slice(place);
}

function listElements(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes
    .filter((child) => tree.isElementNode(child))
    .flatMap((child) => [child, ...listElements(child)]);
}

function findAncestor(element: Element, tagName: string): Element | null {
  const parent = element.parentNode;
  if (parent === null || !tree.isElementNode(parent)) return null;
  return parent.tagName === tagName ? parent : findAncestor(parent, tagName);
}

function readAttribute(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
