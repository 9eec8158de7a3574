import { readBlocksFromMarkup } from "../blocks/read-markup.ts";
import { readAttribute, listChildren, makeElement } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { convertFonts } from "../page/convert-fonts.ts";
import { makePageLinks } from "../page/page-links.ts";
import { convertLegacy } from "../recognition/legacy-text.ts";
import { ReadFailure } from "../recognition/read-failure.ts";
import { recognise } from "../recognition/recognise.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { reportIntake } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import type { ReadOptions } from "../text/read-text.ts";
import { readArticleFile } from "./article-file.ts";
import { WordNumbering } from "./numbering.ts";
import { readBlocks } from "./read-blocks.ts";
import { WordStyles } from "./styles.ts";
import { WordContext, readWords } from "./word-context.ts";
import type { Referred } from "./word-context.ts";
import { WordPackage } from "./word-package.ts";
import type { WordPart } from "./word-package.ts";

/** A picture in a document. Its type is taken from its name: "image/jpeg". */
type WordPhoto = { bytes: Uint8Array<ArrayBuffer>; type: string };

/** What a document gives: its article, and its photos by the name that the article has for them. */
export type ReadWord = {
  article: Recognised;
  photos: Map<string, WordPhoto>;
  /** What was left out or changed. */
  reports: IntakeReport[];
  /** Fonts before Unicode whose text was converted. */
  fonts: string[];
};

/** How files of Word before 2007 begin, and so does a .docx with a password. */
const oldWord = [0xd0, 0xcf, 0x11, 0xe0];

/** Bytes of a document. */
const maxBytes = 100_000_000;

/**
 * The article in a .docx: title, lede, text, tables, photos with what stands under them, and the signature at the end. Web
 * APIs only. ReadFailures as recognise, broken-word, old-word and too-large.
 */
export function readWord(bytes: Uint8Array, options: ReadOptions): ReadWord {
  if (bytes.length > maxBytes) throw new ReadFailure("too-large", String(bytes.length));
  if (oldWord.every((byte, at) => bytes[at] === byte)) throw new ReadFailure("old-word");
  const files = new WordPackage(bytes);
  const document = files.document();
  const context = readContext(files, document);
  const fonts = new Set<string>();
  const markup = convertFonts(readDocument(document, context), fonts);
  const { reports } = context;
  reportMargins(files, document, reports);
  const link = makePageLinks(
    null,
    (lost) => reports.push(reportIntake("link", lost)),
    options.keepsDocumentLinks,
  );
  const blocks = readBlocksFromMarkup(markup, { link, report: (one) => reports.push(one) });
  const read = options.legacy === null ? blocks : convertLegacy(blocks, options.legacy);
  const article = recognise(
    readArticleFile(read, (one) => reports.push(one)),
    options,
  );
  reports.push(...article.leftOut);
  return { article, photos: readPhotos(files, context), reports, fonts: [...fonts] };
}

function readContext(files: WordPackage, document: WordPart): WordContext {
  const readRoot = (type: string): MarkupElement | null =>
    files.partsOfType(document, type)[0]?.root ?? null;
  const styles = new WordStyles(readRoot("styles"));
  const numbering = new WordNumbering(readRoot("numbering"), styles);
  const referred: Referred = {
    footnotes: indexById(readRoot("footnotes"), "w:footnote"),
    endnotes: indexById(readRoot("endnotes"), "w:endnote"),
    comments: new Map(
      [...indexById(readRoot("comments"), "w:comment")].map(([id, node]) => [
        id,
        readWords(node).trim(),
      ]),
    ),
    drawings: readDrawingWords(files, document),
  };
  return new WordContext(document, styles, numbering, referred, readBlocks);
}

function indexById(root: MarkupElement | null, name: string): Map<string, MarkupElement> {
  const nodes = root === null ? [] : listChildren(root, name);
  return new Map(nodes.map((node) => [readAttribute(node, "w:id"), node]));
}

function readDrawingWords(files: WordPackage, document: WordPart): Map<string, string> {
  const words = new Map<string, string>();
  for (const [id, { type, target, isExternal }] of document.relationships) {
    if (isExternal || !/^(?:chart|chartEx|diagramData)$/.test(type)) continue;
    const part = files.part(target);
    if (part !== null) words.set(id, readWords(part.root).trim());
  }
  return words;
}

/** The document as HTML, its notes at the end. */
function readDocument(document: WordPart, context: WordContext): MarkupElement {
  const body = listChildren(document.root, "w:body").flatMap(({ children }) => children);
  const blocks = readBlocks(body, context);
  const notes: MarkupElement[] = [];
  // A note may refer to another.
  for (let at = 0; at < context.notes.length; at++) {
    const note = context.notes[at];
    const node = note === undefined ? undefined : context.referred[`${note.kind}s`].get(note.id);
    if (note === undefined || node === undefined) continue;
    const number = context.noteNumber(note.kind, note.id);
    const lines = readBlocks(node.children, context);
    const back = makeElement("a", { href: `#${note.kind}-ref-${number}` }, ["↑"]);
    notes.push(makeElement("p", {}, [...joinLines(lines), back]));
  }
  context.flush();
  return makeElement("body", {}, [...blocks, ...notes]);
}

/** The paragraphs of a note as lines of one. */
function joinLines(blocks: readonly MarkupElement[]): Markup[] {
  return blocks.flatMap((block, at) => [
    ...(at === 0 ? [] : [makeElement("br", {}, [])]),
    makeElement("span", {}, block.children),
  ]);
}

/** Reports what stands in headers and footers, less the numbers of pages. */
function reportMargins(files: WordPackage, document: WordPart, reports: IntakeReport[]): void {
  for (const type of ["header", "footer"]) {
    for (const { root } of files.partsOfType(document, type)) {
      const words = readWords(root).replace(/\s+/g, " ").trim();
      const isKnown = reports.some(({ code, about }) => code === "header" && about === words);
      if (/\p{L}{2}/u.test(words) && !isKnown) reports.push(reportIntake("header", words));
    }
  }
}

function readPhotos(files: WordPackage, { pictures }: WordContext): Map<string, WordPhoto> {
  const photos = new Map<string, WordPhoto>();
  const known = new Map<string, WordPhoto>();
  for (const [source, name] of pictures) {
    const bytes = known.get(name)?.bytes ?? files.archive.picture(name) ?? new Uint8Array();
    const photo = { bytes, type: findType(name) };
    known.set(name, photo);
    photos.set(source, photo);
  }
  return photos;
}

function findType(name: string): string {
  const end = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^(?:jpe?g|jfif)$/.test(end)) return "image/jpeg";
  return /^(?:emf|wmf)$/.test(end)
    ? `image/x-${end}`
    : `image/${end.replace("tif", "tiff").replace("tifff", "tiff")}`;
}
