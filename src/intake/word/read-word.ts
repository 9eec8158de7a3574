import mammoth from "mammoth";
import { blocksOfMarkup } from "../blocks/blocks-of-markup.ts";
import { attributeOf, element } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { pageLinks } from "../page/page-links.ts";
import { parseHtml } from "../page/parse-html.ts";
import { withoutDocumentHead } from "../recognition/document-head.ts";
import { fromLegacy } from "../recognition/legacy-text.ts";
import { intakeReport } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import { ReadFailure } from "../recognition/read-failure.ts";
import { recognise } from "../recognition/recognise.ts";
import { noHints } from "../recognition/recognised.ts";
import type { ReadFile, Recognised } from "../recognition/recognised.ts";
import type { ReadOptions } from "../text/read-text.ts";
import { alignmentStyles, convertDocument } from "./convert-document.ts";
import { styleFontsOf } from "./style-fonts.ts";
import { zipEntries, zipText } from "./zip-entries.ts";

/** A picture in a document; its type is the one that the document claims, "image/jpeg". */
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

/** Bytes of a document, and of all in it once unpacked. */
const [largest, largestUnpacked] = [100_000_000, 500_000_000];

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.sapo:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  `p[style-name='${alignmentStyles.center}'] => p.${alignmentStyles.center}:fresh`,
  `p[style-name='${alignmentStyles.right}'] => p.${alignmentStyles.right}:fresh`,
];

/** What Word writes as an alt when nobody does. */
const machineAlt =
  /automatically generated|được tạo tự động|^(?:picture|image|graphic|hình ảnh|ảnh) ?\d*$/i;

/**
 * The article in a .docx: title, lede, text, tables, photos with what stands under them, and the signature at the end. Web
 * APIs only. ReadFailures as recognise, broken-word and too-large.
 */
export async function readWord(bytes: Uint8Array, options: ReadOptions): Promise<ReadWord> {
  refuseUnfit(bytes);
  const photos = new Map<string, WordPhoto>();
  const fonts = new Set<string>();
  const html = await htmlOf(bytes, photos, fonts);
  const reports: IntakeReport[] = [];
  const link = pageLinks(null, (lost) => reports.push(intakeReport("link", lost)));
  const blocks = blocksOfMarkup(aligned(parseHtml(html)), {
    link,
    report: (one) => reports.push(one),
  });
  const read = options.legacy === null ? blocks : fromLegacy(blocks, options.legacy);
  return { article: recognise(fileOf(read), options), photos, reports, fonts: [...fonts] };
}

function refuseUnfit(bytes: Uint8Array): void {
  if (bytes.length > largest) throw new ReadFailure("too-large", String(bytes.length));
  const entries = zipEntries(bytes);
  if (entries === null || !entries.some(({ name }) => name === "word/document.xml")) {
    throw new ReadFailure("broken-word");
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > largestUnpacked) throw new ReadFailure("too-large", String(unpacked));
}

async function htmlOf(
  bytes: Uint8Array,
  photos: Map<string, WordPhoto>,
  heard: Set<string>,
): Promise<string> {
  const arrayBuffer = new Uint8Array(bytes).buffer;
  // The one is read by mammoth in the browser, the other in Node.
  const input = { arrayBuffer, buffer: arrayBuffer };
  try {
    const fonts = styleFontsOf(await zipText(bytes, "word/styles.xml"));
    const { value } = await mammoth.convertToHtml(input, {
      styleMap,
      transformDocument: convertDocument(fonts, heard),
      convertImage: mammoth.images.imgElement(async (image) => {
        const src = `docx:${photos.size + 1}`;
        const content = await image.readAsArrayBuffer().catch(() => new ArrayBuffer(0));
        photos.set(src, { bytes: new Uint8Array(content), type: image.contentType });
        return { src };
      }),
    });
    return value;
  } catch (error) {
    throw new ReadFailure("broken-word", error instanceof Error ? error.message : String(error));
  }
}

/** With alignment where blocks look for it, and without the alts that nobody wrote. */
function aligned(node: MarkupElement): MarkupElement {
  const children = node.children.map((child): Markup =>
    typeof child === "string" ? child : aligned(child),
  );
  const name = attributeOf(node, "class");
  const attributes = { ...node.attributes };
  if (name === alignmentStyles.center) attributes["align"] = "center";
  if (name === alignmentStyles.right) attributes["align"] = "right";
  if (machineAlt.test(attributes["alt"] ?? "")) attributes["alt"] = "";
  return element(node.name, attributes, children);
}

/** A title set as one stands first, whatever stands above it. */
function fileOf(all: ReadFile["blocks"]): ReadFile {
  const { head, rest } = withoutDocumentHead(all);
  const at = rest.slice(0, 8).findIndex((block) => block.kind === "heading" && block.level === 1);
  const start = Math.max(0, at);
  const before = [...head, ...rest.slice(0, start)];
  return { before, blocks: rest.slice(start), after: [], hints: noHints };
}
