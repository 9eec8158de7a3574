import type { Node } from "prosemirror-model";
import { address, escapeText, oneLine, quoted, type Style } from "../../markdown/escape-text.ts";
import { alignNamed } from "./schema.ts";
import { runsOf } from "./runs-of-block.ts";
import { writeInline } from "../../markdown/write-inline.ts";

/** How each text block and photo is written. */
export type StyleOf = (block: Node) => Style;

/** Which of the two signs a list is written with. */
export type Marker = "first" | "other";

/** The Markdown of one block without line ends around it; empty for what has nothing in it. */
export function writeBlock(block: Node, styleOf: StyleOf, marker: Marker = "first"): string {
  const { attrs } = block;
  switch (block.type.name) {
    case "paragraph":
      return writeInline(runsOf(block), { style: styleOf(block), inCell: false });
    case "heading":
      return `${"#".repeat(Number(attrs["level"]))} ${oneLineOf(block, styleOf, false)}`.trim();
    case "bulletList":
    case "orderedList":
      return writeList(block, styleOf, marker);
    case "blockquote":
      return quotation(writeBlocks(block, styleOf, "\n\n"));
    case "horizontalRule":
      return "---";
    case "photo":
      return writePhoto(block, styleOf);
    case "gallery":
      return block.children.map((photo) => writePhoto(photo, styleOf)).join("\n");
    case "footnote": {
      const label = `[^${String(attrs["label"])}]: `;
      return (
        label +
        prefixed(writeInline(runsOf(block), { style: styleOf(block), inCell: false }), "", "    ")
      );
    }
    case "table":
      return writeTable(block, styleOf);
    default:
      return block.textContent;
  }
}

function quotation(text: string): string {
  return text === "" ? "" : prefixed(text, "> ", "> ");
}

/** Two lists side by side would be one, had they the same marker. */
function writeBlocks(parent: Node, styleOf: StyleOf, between: string): string {
  let formerType = "";
  let marker: Marker = "first";
  const texts: string[] = [];
  for (const child of parent.children) {
    const type = child.type.name;
    const next: Marker = formerType === type && marker === "first" ? "other" : "first";
    const text = writeBlock(child, styleOf, next);
    if (text === "") continue;
    formerType = type;
    marker = next;
    texts.push(text);
  }
  return texts.join(between);
}

function writeList(list: Node, styleOf: StyleOf, marker: Marker): string {
  const tight = isTight(list);
  const ordered = list.type.name === "orderedList";
  const signs = ordered ? { first: ".", other: ")" } : { first: "-", other: "*" };
  const start = Number(list.attrs["start"] ?? 1);
  const items = list.children.map((item, index) => {
    const sign = `${ordered ? start + index : ""}${signs[marker]} `;
    const text = writeBlocks(item, styleOf, tight ? "\n" : "\n\n");
    const isNested = item.children.find((child) => !isEmpty(child))?.type.name.endsWith("List");
    const content = isNested ? `\n${text}` : text;
    return prefixed(content, sign, " ".repeat(sign.length)).trimEnd();
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

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => (line === "" && index > 0 ? others : (index ? others : first) + line))
    .map((line) => (line.trim() === "" || line.endsWith("> ") ? line.trimEnd() : line))
    .join("\n");
}

function writePhoto(photo: Node, styleOf: StyleOf): string {
  const { attrs } = photo;
  const place = { style: styleOf(photo), inCell: false, inBrackets: true };
  const alt = escapeText(oneLine(String(attrs["alt"])), place);
  const caption = oneLine(String(attrs["caption"]));
  const title = caption === "" ? "" : ` ${quoted(caption)}`;
  return `![${alt}](${address(`photo:${String(attrs["id"])}`)}${title})`;
}

/** The first row is the head. */
function writeTable(table: Node, styleOf: StyleOf): string {
  const width = Math.max(...table.children.map(({ childCount }) => childCount));
  const [head = [], ...rows] = table.children.map(({ children }) =>
    Array.from({ length: width }, (_, column) => {
      const cell = children[column];
      return cell === undefined ? "" : oneLineOf(cell, styleOf, true);
    }),
  );
  const rule = { left: ":--", center: ":-:", right: "--:" };
  const aligns = head.map((_, column) =>
    alignNamed(table.firstChild?.maybeChild(column)?.attrs["align"]),
  );
  const rules = aligns.map((align) => (align === null ? "---" : rule[align]));
  return [head, rules, ...rows].map(line).join("\n");
}

function line(cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function oneLineOf(block: Node, styleOf: StyleOf, inCell: boolean): string {
  return writeInline(runsOf(block), { style: styleOf(block), inCell }).replaceAll("\\\n", " ");
}
