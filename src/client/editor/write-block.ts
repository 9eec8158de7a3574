import type { Node } from "prosemirror-model";
import { address, escapeText, oneLine, quoted, type Style } from "./escape-text.ts";
import { alignNamed } from "./schema.ts";
import { writeInline } from "./write-inline.ts";

/** Which of the two signs a list is written with. */
export type Marker = "first" | "other";

/** The Markdown of one block without line ends around it; empty for what has nothing in it. */
export function writeBlock(block: Node, style: Style, marker: Marker = "first"): string {
  const { attrs } = block;
  switch (block.type.name) {
    case "paragraph":
      return writeInline(block, { style, inCell: false });
    case "heading":
      return `${"#".repeat(Number(attrs["level"]))} ${oneLineOf(block, style, false)}`.trim();
    case "bulletList":
    case "orderedList":
      return writeList(block, style, marker);
    case "blockquote":
      return prefixed(writeBlocks(block, style, "\n\n"), "> ", "> ");
    case "horizontalRule":
      return "---";
    case "photo":
      return writePhoto(block, style);
    case "gallery":
      return children(block)
        .map((photo) => writePhoto(photo, style))
        .join("\n");
    case "footnote": {
      const label = `[^${String(attrs["label"])}]: `;
      return label + prefixed(writeInline(block, { style, inCell: false }), "", "    ");
    }
    case "table":
      return writeTable(block, style);
    default:
      return block.textContent;
  }
}

/** Two lists side by side would be one, had they the same marker. */
function writeBlocks(parent: Node, style: Style, between: string): string {
  let formerType = "";
  let marker: Marker = "first";
  const texts: string[] = [];
  for (const child of children(parent)) {
    const type = child.type.name;
    const next: Marker = formerType === type && marker === "first" ? "other" : "first";
    const text = writeBlock(child, style, next);
    if (text === "") continue;
    formerType = type;
    marker = next;
    texts.push(text);
  }
  return texts.join(between);
}

function writeList(list: Node, style: Style, marker: Marker): string {
  const tight = isTight(list);
  const ordered = list.type.name === "orderedList";
  const signs = ordered ? { first: ".", other: ")" } : { first: "-", other: "*" };
  const start = Number(list.attrs["start"] ?? 1);
  const items = children(list).map((item, index) => {
    const sign = `${ordered ? start + index : ""}${signs[marker]} `;
    const text = writeBlocks(item, style, tight ? "\n" : "\n\n");
    const isNested = children(item)[0]?.content.size === 0 && text !== "";
    const content = isNested ? `\n${text}` : text;
    return prefixed(content, sign, " ".repeat(sign.length)).trimEnd();
  });
  return items.join(tight ? "\n" : "\n\n");
}

/** Only a list without a second paragraph in an item, and with something for an empty line to stand between. */
export function isTight(list: Node): boolean {
  const items = children(list).map((item) => children(item).filter((child) => !isEmpty(child)));
  if (items.some((item) => item.filter(({ type }) => type.name === "paragraph").length > 1)) {
    return false;
  }
  return list.attrs["tight"] === true || (items.length === 1 && (items[0]?.length ?? 0) < 2);
}

export function isEmpty(block: Node): boolean {
  return block.type.name === "paragraph" && block.textContent.trim() === "" && !hasAtoms(block);
}

function hasAtoms(block: Node): boolean {
  return children(block).some(({ type }) => type.name === "footnoteReference");
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => (line === "" && index > 0 ? others : (index ? others : first) + line))
    .map((line) => (line.trim() === "" || line.endsWith("> ") ? line.trimEnd() : line))
    .join("\n");
}

function writePhoto({ attrs }: Node, style: Style): string {
  const place = { style, inCell: false, inBrackets: true };
  const alt = escapeText(oneLine(String(attrs["alt"])), place);
  const caption = oneLine(String(attrs["caption"]));
  const title = caption === "" ? "" : ` ${quoted(caption)}`;
  return `![${alt}](${address(`photo:${String(attrs["id"])}`)}${title})`;
}

/** The first row is the head. */
function writeTable(table: Node, style: Style): string {
  const width = Math.max(...table.children.map(({ childCount }) => childCount));
  const [head = [], ...rows] = table.children.map(({ children }) =>
    Array.from({ length: width }, (_, column) => {
      const cell = children[column];
      return cell === undefined ? "" : oneLineOf(cell, style, true);
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

function oneLineOf(block: Node, style: Style, inCell: boolean): string {
  return writeInline(block, { style, inCell }).replaceAll("\\\n", " ");
}

function children(node: Node): readonly Node[] {
  return node.children;
}
