import { readAttribute, findChild, makeElement, walkElements } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { chooseContent } from "./read-drawing.ts";
import { readControl, isMarkDeleted, readInline, reportUnknown } from "./read-inline.ts";
import { readTable } from "./read-table.ts";
import { readValue } from "./styles.ts";
import { readWords } from "./word-context.ts";
import type { WordContext } from "./word-context.ts";

/** The class that marks a paragraph of the style Title. */
export const titleClass = "word-title";

/** Classes that recognition knows, by the names of styles. */
const classes: readonly [RegExp, string][] = [
  [/^subtitle$/, "sapo"],
  [/^(?:caption|image caption|figure|illustration|hình|hình ảnh)$/, "caption"],
];

/** Paragraphs and tables of a document as HTML has them. */
export function readBlocks(nodes: readonly Markup[], context: WordContext): MarkupElement[] {
  const reader = new BlockReader(context);
  reader.readAll(nodes);
  return reader.end();
}

class BlockReader {
  readonly #blocks: MarkupElement[] = [];
  readonly #context: WordContext;
  /** Content that goes on in the next paragraph: the mark between them was deleted, or it is a drop cap. */
  #carried: Markup[] = [];

  constructor(context: WordContext) {
    this.#context = context;
  }

  readAll(nodes: readonly Markup[]): void {
    for (const node of nodes) if (typeof node !== "string") this.#read(node);
  }

  end(): MarkupElement[] {
    if (this.#carried.length > 0) this.#blocks.push(makeElement("p", {}, this.#carried));
    return this.#blocks;
  }

  #read(node: MarkupElement): void {
    switch (node.name) {
      case "w:p":
        return this.#readParagraph(node);
      case "w:tbl":
        this.#blocks.push(readTable(node, this.#context), ...this.#takeBoxes());
        return;
      case "w:sdt":
        return this.readAll(readControl(node, this.#context));
      case "w:customXml":
      case "w:ins":
      case "w:moveTo":
      case "w:smartTag":
        return this.readAll(node.children);
      case "mc:AlternateContent":
        return this.readAll(chooseContent(node));
      case "m:oMath":
      case "m:oMathPara":
      case "w:r":
      case "w:hyperlink":
        this.#blocks.push(makeElement("p", {}, readInline([node], "", this.#context)));
        return;
      case "w:del":
        return this.#context.leaveOut("deleted-text", readWords(node));
      case "w:moveFrom":
        return;
      case "w:altChunk":
        return this.#context.report("object", "altChunk");
      default:
        return reportUnknown(node, this.#context);
    }
  }

  #readParagraph(node: MarkupElement): void {
    const properties = findChild(node, "w:pPr");
    const style = readValue(findChild(properties, "w:pStyle"));
    const content = [
      ...this.#carried,
      ...readInline(
        node.children.filter((child) => child !== properties),
        style,
        this.#context,
      ),
    ];
    this.#carried = [];
    if (isMarkDeleted(node) || isDropCap(properties)) {
      this.#carried = content;
      return;
    }
    const isEmpty = !content.some(hasContent);
    this.#context.endParagraph();
    if (!isEmpty) this.#blocks.push(this.#paragraph(properties, style, content));
    else if (readWords(node).trim() === "") this.#label(properties, style);
    this.#blocks.push(...this.#takeBoxes());
  }

  #paragraph(properties: MarkupElement | null, style: string, content: Markup[]): MarkupElement {
    const { styles } = this.#context;
    const names = styles.names(style);
    const label = this.#label(properties, style);
    const inside = label === null ? content : [ignoreElement(label.text), ...content];
    const css = label === null ? "" : `mso-list:l0 level${label.level + 1}`;
    if (names.includes("title"))
      return makeElement("h1", { class: titleClass, style: css }, inside);
    const level = findHeadingLevel(names, findChild(properties, "w:outlineLvl"));
    if (level !== null) return makeElement(`h${level}`, { style: css }, inside);
    const named = classes.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? "";
    const align =
      label === null
        ? readAlign(findChild(properties, "w:jc") ?? styles.paragraphProperty(style, "w:jc"))
        : "";
    return makeElement("p", { class: named, align, style: css }, inside);
  }

  /** The label that Word computes; null outside lists. */
  #label(properties: MarkupElement | null, style: string): { level: number; text: string } | null {
    const { styles, numbering } = this.#context;
    const own = findChild(properties, "w:numPr");
    const ofStyle = styles.paragraphProperty(style, "w:numPr");
    const id = readValue(findChild(own, "w:numId")) || readValue(findChild(ofStyle, "w:numId"));
    if (id === "" || id === "0") return null;
    const levelNode = findChild(own, "w:ilvl") ?? findChild(ofStyle, "w:ilvl");
    const level =
      levelNode === null ? numbering.findLevel(id, style) : Number(readValue(levelNode)) || 0;
    const text = numbering.next(id, level);
    return text === null || text === "" ? null : { level, text };
  }

  #takeBoxes(): MarkupElement[] {
    const { boxes } = this.#context;
    this.#context.boxes = [];
    return boxes;
  }
}

/** A label in the form in which Word puts it on clipboards. */
function ignoreElement(label: string): MarkupElement {
  return makeElement("span", { style: "mso-list:Ignore" }, [label]);
}

/** By the name of the style or one it is based on, else by the level that the paragraph itself has in the outline. */
function findHeadingLevel(names: readonly string[], outline: MarkupElement | null): number | null {
  const named = names.map((name) => /^heading ([1-9])$/.exec(name)?.[1]).find(Boolean);
  const level = named === undefined ? Number(readValue(outline) || 9) + 1 : Number(named);
  return level > 9 ? null : Math.min(6, level);
}

function readAlign(node: MarkupElement | null): string {
  const align = readValue(node);
  if (align === "center") return "center";
  return align === "right" || align === "end" ? "right" : "";
}

/** A large first letter that Word keeps in a paragraph of its own. */
function isDropCap(properties: MarkupElement | null): boolean {
  const frame = findChild(properties, "w:framePr");
  return frame !== null && /^(?:drop|margin)$/.test(readAttribute(frame, "w:dropCap"));
}

function hasContent(node: Markup): boolean {
  if (typeof node === "string") return node.trim() !== "";
  return [...walkElements(node)].some(
    ({ name, children }) =>
      name === "img" || children.some((child) => typeof child === "string" && child.trim() !== ""),
  );
}
