import type { Node, Mark } from "prosemirror-model";
import {
  writeAddress,
  escapeText,
  joinLines,
  writeQuoted,
  type Style,
} from "../../markdown/escape-text.ts";
import { alignNamed } from "./schema.ts";
import { writeInline, writeSingleLine } from "../../markdown/write-inline.ts";
import { lineBreak, makeRegular, type InlineMark, type Run } from "../../markdown/inline-run.ts";

/** How each text block and photo is written. */
export type ChooseStyle = (block: Node) => Style;

/** Which of two markers a list uses: "-" or "*", "1." or "1)". Two lists in a row need different ones. */
export type Marker = "first" | "other";

/** The Markdown of one block without line ends around it; empty for an empty block. */
export function writeBlock(
  block: Node,
  chooseStyle: ChooseStyle,
  marker: Marker = "first",
): string {
  const { attrs } = block;
  switch (block.type.name) {
    case "paragraph":
      return writeInline(readRuns(block), { style: chooseStyle(block), inCell: false });
    case "heading":
      return `${"#".repeat(Number(attrs["level"]))} ${writeOneLine(block, chooseStyle, false)}`.trim();
    case "bulletList":
    case "orderedList":
      return writeList(block, chooseStyle, marker);
    case "blockquote":
      return writeQuotation(writeBlocks(block, chooseStyle, "\n\n"));
    case "horizontalRule":
      return "---";
    case "photo":
      return writePhoto(block, chooseStyle);
    case "video":
      return writeVideo(block, chooseStyle);
    case "gallery":
      return block.children.map((photo) => writePhoto(photo, chooseStyle)).join("\n");
    case "footnote": {
      const label = `[^${String(attrs["label"])}]: `;
      return (
        label +
        prefixLines(
          writeInline(readRuns(block), { style: chooseStyle(block), inCell: false }),
          "",
          "    ",
        )
      );
    }
    case "table":
      return writeTable(block, chooseStyle);
    default:
      return block.textContent;
  }
}

function writeQuotation(text: string): string {
  return text === "" ? "" : prefixLines(text, "> ", "> ");
}

/** Two lists side by side would be one, had they the same marker. */
function writeBlocks(parent: Node, chooseStyle: ChooseStyle, between: string): string {
  let formerType = "";
  let marker: Marker = "first";
  const texts: string[] = [];
  for (const child of parent.children) {
    const type = child.type.name;
    const next: Marker = formerType === type && marker === "first" ? "other" : "first";
    const text = writeBlock(child, chooseStyle, next);
    if (text === "") continue;
    formerType = type;
    marker = next;
    texts.push(text);
  }
  return texts.join(between);
}

function writeList(list: Node, chooseStyle: ChooseStyle, marker: Marker): string {
  const tight = isTight(list);
  const ordered = list.type.name === "orderedList";
  const signs = ordered ? { first: ".", other: ")" } : { first: "-", other: "*" };
  const start = Number(list.attrs["start"] ?? 1);
  const items = list.children.map((item, index) => {
    const sign = `${ordered ? start + index : ""}${signs[marker]} `;
    const text = writeBlocks(item, chooseStyle, tight ? "\n" : "\n\n");
    const isNested = item.children.find((child) => !isEmpty(child))?.type.name.endsWith("List");
    const content = isNested ? `\n${text}` : text;
    return prefixLines(content, sign, " ".repeat(sign.length)).trimEnd();
  });
  return items.join(tight ? "\n" : "\n\n");
}

/** Only a list without a second paragraph in an item, and with something for an empty line to stand between. */
export function isTight(list: Node): boolean {
  const items = list.children.map((item) => item.children.filter((child) => !isEmpty(child)));
  if (items.some(needsEmptyLines)) return false;
  const hasOneBlock = items.length === 1 && (items[0]?.length ?? 0) < 2;
  return list.attrs["tight"] === true || hasOneBlock || items.every((item) => item.length === 0);
}

/** Right below a line of text only a list begins whose first item has text, and whose first number is 1. */
function needsEmptyLines(item: readonly Node[]): boolean {
  return item.some((child, place) => {
    if (place === 0) return false;
    if (child.type.name === "paragraph") return true;
    const first = child.firstChild?.firstChild;
    return Number(child.attrs["start"] ?? 1) !== 1 || !first || isEmpty(first);
  });
}

export function isEmpty(block: Node): boolean {
  return block.type.name === "paragraph" && block.textContent.trim() === "" && !hasAtoms(block);
}

function hasAtoms(block: Node): boolean {
  return block.children.some(({ type }) => type.name === "footnoteReference");
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => (line === "" && index > 0 ? others : (index ? others : first) + line))
    .map((line) => (line.trim() === "" || line.endsWith("> ") ? line.trimEnd() : line))
    .join("\n");
}

function writePhoto(photo: Node, chooseStyle: ChooseStyle): string {
  const { attrs } = photo;
  const place = { style: chooseStyle(photo), inCell: false, inBrackets: true };
  const alt = escapeText(joinLines(String(attrs["alt"])), place);
  const caption = joinLines(String(attrs["caption"]));
  const title = caption === "" ? "" : ` ${writeQuoted(caption)}`;
  return `![${alt}](${writeAddress(`photo:${String(attrs["id"])}`)}${title})`;
}

function writeVideo(video: Node, chooseStyle: ChooseStyle): string {
  const { attrs } = video;
  const style = chooseStyle(video);
  const href = String(attrs["href"]);
  const place = { style, inCell: false, inBrackets: true };
  const title = escapeText(joinLines(String(attrs["title"])), place);
  // Within a link, marked reads no image whose text has a bracket or a backslash before one.
  const alt = escapeText(joinLines(String(attrs["alt"])), place).replace(
    /\\([[\]\\])/g,
    (_, char: string) => `&#${char.charCodeAt(0)};`,
  );
  const photo = String(attrs["photo"]);
  const poster = photo === "" ? "" : `![${alt}](${writeAddress(`photo:${photo}`)})`;
  const words = [poster, title].filter((part) => part !== "").join(" ");
  if (words === "") return style === "plain" ? href : `<${href}>`;
  return `[${words}](${writeAddress(href)})`;
}

/** The first row is the head. */
function writeTable(table: Node, chooseStyle: ChooseStyle): string {
  const width = Math.max(...table.children.map(({ childCount }) => childCount));
  const [head = [], ...rows] = table.children.map(({ children }) =>
    Array.from({ length: width }, (_, column) => {
      const cell = children[column];
      return cell === undefined ? "" : writeOneLine(cell, chooseStyle, true);
    }),
  );
  const rule = { left: ":--", center: ":-:", right: "--:" };
  const aligns = head.map((_, column) =>
    alignNamed(table.firstChild?.maybeChild(column)?.attrs["align"]),
  );
  const rules = aligns.map((align) => (align === null ? "---" : rule[align]));
  return [head, rules, ...rows].map(writeRow).join("\n");
}

function writeRow(cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function writeOneLine(block: Node, chooseStyle: ChooseStyle, inCell: boolean): string {
  return writeSingleLine(readRuns(block), { style: chooseStyle(block), inCell });
}

/** The content of a text block, as far as Markdown can express it. */
export function readRuns(block: Node): Run[] {
  return makeRegular(block.children.map(run));
}

function run(node: Node): Run {
  const marks = node.marks.map(readInlineMark);
  return node.isText
    ? { text: node.text ?? "", atom: null, marks }
    : { text: "", atom: writeAtom(node), marks };
}

function writeAtom({ type, attrs }: Node): string {
  return type.name === "hardBreak" ? lineBreak : `[^${String(attrs["label"])}]`;
}

function readInlineMark({ type, attrs }: Mark): InlineMark {
  const kind = type.name as InlineMark["kind"];
  return { kind, href: String(attrs["href"] ?? ""), title: String(attrs["title"] ?? "") };
}
