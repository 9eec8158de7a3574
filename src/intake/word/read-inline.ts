import { readAttribute, findChild, listChildren, makeElement } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { findLegacyFont } from "../page/legacy-font.ts";
import { readFormField, findFieldLink, findLostField } from "./fields.ts";
import type { Field } from "./fields.ts";
import { writeMath } from "./math-text.ts";
import { chooseContent, readDrawing } from "./read-drawing.ts";
import { readFont, isSet, readValue } from "./styles.ts";
import { findSign, replaceSigns } from "../blocks/symbol-text.ts";
import { readWords } from "./word-context.ts";
import type { WordContext } from "./word-context.ts";

/** Elements around runs that change nothing of them. */
const transparent = new Set(
  "w:ins w:moveTo w:smartTag w:customXml w:dir w:bdo w:sdtContent w:r".split(" "),
);

/** How a run is set. */
type RunLook = {
  isHidden: boolean;
  isBold: boolean;
  isItalic: boolean;
  isStruck: boolean;
  raised: string;
  font: string;
};

/** The content of a paragraph as HTML has it. `style` is the paragraph's. */
export function readInline(
  nodes: readonly Markup[],
  style: string,
  context: WordContext,
): Markup[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [] : readNode(node, style, context)));
}

function readNode(node: MarkupElement, style: string, context: WordContext): Markup[] {
  if (node.name === "w:r") return readRun(node, style, context);
  if (transparent.has(node.name)) return readInline(node.children, style, context);
  switch (node.name) {
    case "w:hyperlink":
      return readLink(node, style, context);
    case "w:fldSimple":
      return readSimpleField(node, style, context);
    case "w:sdt":
      return readInline(readControl(node, context), style, context);
    case "w:del":
      context.leaveOut("deleted-text", readWords(node));
      return [];
    case "w:moveFrom":
      return [];
    case "m:oMath":
    case "m:oMathPara":
      return readMath(node, context);
    case "mc:AlternateContent":
      return readInline(chooseContent(node), style, context);
    default:
      reportUnknown(node, context);
      return [];
  }
}

/** What a content control holds; the hint that it shows while it is empty is left out. */
export function readControl(node: MarkupElement, context: WordContext): readonly Markup[] {
  const content = findChild(node, "w:sdtContent");
  if (content === null) return [];
  if (!isSet(findChild(findChild(node, "w:sdtPr"), "w:showingPlcHdr"))) return content.children;
  const words = readWords(content);
  if (words.trim() !== "") context.report("form", words);
  return [];
}

/** What is not known here is only reported if there is text in it. */
export function reportUnknown(node: MarkupElement, context: WordContext): void {
  const words = readWords(node).trim();
  if (words !== "") context.report("unknown", `${node.name}: ${words}`);
}

function readMath(node: MarkupElement, context: WordContext): Markup[] {
  const { text, isChanged } = writeMath(node);
  if (isChanged) context.report("formula", text);
  return [context.keep(text)];
}

function readLink(node: MarkupElement, style: string, context: WordContext): Markup[] {
  const target = context.part.relationships.get(readAttribute(node, "r:id"))?.target ?? "";
  const anchor = readAttribute(node, "w:anchor");
  const href = target === "" || anchor === "" ? target : `${target}#${anchor}`;
  const inside = readInline(node.children, style, context);
  return href === "" ? inside : [makeElement("a", { href }, inside)];
}

function readSimpleField(node: MarkupElement, style: string, context: WordContext): Markup[] {
  const instruction = readAttribute(node, "w:instr");
  const field: Field = { instruction, hasResult: true, data: findChild(node, "w:fldData") };
  const inside = readInline(node.children, style, context);
  if (inside.length === 0) return endField({ ...field, hasResult: false }, context);
  const href = findFieldLink(field);
  return href === null ? inside : [makeElement("a", { href }, inside)];
}

function readRun(node: MarkupElement, style: string, context: WordContext): Markup[] {
  const look = readLook(node, style, context);
  const made = node.children.flatMap((child) =>
    typeof child === "string" ? [] : readPart(child, look, style, context),
  );
  const link = context.fields.map(findFieldLink).find((address) => address !== null);
  return link === undefined || made.length === 0 ? made : [makeElement("a", { href: link }, made)];
}

/** One part of a run: text, a break, a sign, a field's mark, a picture. */
function readPart(
  node: MarkupElement,
  look: RunLook,
  style: string,
  context: WordContext,
): Markup[] {
  if (/^w:(?:fldChar|instrText)$/.test(node.name)) return readFieldMark(node, context);
  if (context.fields.some(({ hasResult }) => !hasResult)) return [];
  if (look.isHidden) {
    if (/^w:(?:t|tab|br)$/.test(node.name)) context.leaveOut("hidden-text", readWords(node));
    else if (readWords(node) !== "") context.leaveOut("hidden-text", ` ${readWords(node)} `);
    return [];
  }
  switch (node.name) {
    case "w:t":
      return makePiece(readRunText(node, look, context), look, context);
    case "w:tab":
    case "w:ptab":
      return makePiece(" ", look, context);
    case "w:br":
    case "w:cr":
      return [makeElement("br", {}, [])];
    case "w:noBreakHyphen":
      return makePiece("-", look, context);
    case "w:softHyphen":
      // In the fonts of TCVN3 its character is the letter ư.
      return findLegacyFont(look.font)?.startsWith("tcvn3")
        ? makePiece("\u00ad", look, context)
        : [];
    case "w:sym":
      return makePiece(readSymbol(node, context), look, context);
    case "w:footnoteReference":
    case "w:endnoteReference":
      return readReference(node, context);
    case "w:commentReference": {
      const text = context.referred.comments.get(readAttribute(node, "w:id")) ?? "";
      if (text !== "") context.report("comment", text);
      return [];
    }
    case "w:ruby":
      return readRuby(node, style, context);
    case "w:drawing":
    case "w:pict":
    case "w:object":
      return readDrawing(node, context);
    case "mc:AlternateContent":
      return chooseContent(node).flatMap((child) =>
        typeof child === "string" ? [] : readPart(child, look, style, context),
      );
    case "w:del":
    case "w:delText":
      context.leaveOut("deleted-text", readWords(node));
      return [];
    default:
      reportUnknown(node, context);
      return [];
  }
}

function readRunText(node: MarkupElement, look: RunLook, context: WordContext): string {
  return replaceSigns(readWords(node), look.font, (sign) => context.report("symbol", sign));
}

function readFieldMark(node: MarkupElement, context: WordContext): Markup[] {
  const field = context.fields.at(-1);
  if (node.name === "w:instrText") {
    const text = node.children.filter((child) => typeof child === "string").join("");
    if (field !== undefined) field.instruction += text;
    return [];
  }
  switch (readAttribute(node, "w:fldCharType")) {
    case "begin":
      context.fields.push({
        instruction: "",
        hasResult: false,
        data: findChild(node, "w:ffData"),
      });
      return [];
    case "separate":
      if (field !== undefined) field.hasResult = true;
      return [];
    case "end":
      context.fields.pop();
      return field === undefined ? [] : endField(field, context);
    default:
      return [];
  }
}

/** What a field shows that has no result: Word computes it, and the document does not say what. */
function endField(field: Field, context: WordContext): Markup[] {
  const text = readFormField(field);
  if (text !== null) return [context.keep(text)];
  const lost = field.hasResult ? null : findLostField(field);
  if (lost !== null && !context.fields.some(({ hasResult }) => !hasResult)) {
    context.report("field", lost);
  }
  return [];
}

function readSymbol(node: MarkupElement, context: WordContext): string {
  const [font, code] = [readAttribute(node, "w:font"), readAttribute(node, "w:char")];
  const sign = findSign(font, Number.parseInt(code, 16));
  if (sign === null) context.report("symbol", `${font} ${code}`);
  return sign ?? "";
}

function readReference(node: MarkupElement, context: WordContext): Markup[] {
  const kind = node.name === "w:footnoteReference" ? "footnote" : "endnote";
  const id = readAttribute(node, "w:id");
  if (!context.referred[`${kind}s`].has(id)) return [];
  const number = context.noteNumber(kind, id);
  return [makeElement("a", { href: `#${kind}-${number}` }, [`[${number}]`])];
}

/** Ruby text stands in brackets behind its base. */
function readRuby(node: MarkupElement, style: string, context: WordContext): Markup[] {
  const makePart = (name: string): Markup[] =>
    readInline(findChild(node, name)?.children ?? [], style, context);
  const base = makePart("w:rubyBase");
  const above = makePart("w:rt");
  return above.length === 0 ? base : [...base, " (", ...above, ")"];
}

function makePiece(text: string, look: RunLook, context: WordContext): Markup[] {
  if (text === "") return [];
  let made: Markup = context.keep(text);
  const { raised, font } = look;
  if (raised !== "") made = makeElement(raised === "superscript" ? "sup" : "sub", {}, [made]);
  if (findLegacyFont(font) !== null)
    made = makeElement("span", { style: `font-family:${font}` }, [made]);
  if (look.isBold) made = makeElement("b", {}, [made]);
  if (look.isItalic) made = makeElement("i", {}, [made]);
  if (look.isStruck) made = makeElement("s", {}, [made]);
  return [made];
}

function readLook(node: MarkupElement, style: string, { styles }: WordContext): RunLook {
  const own = findChild(node, "w:rPr");
  const runStyle = readValue(findChild(own, "w:rStyle"));
  const findProperty = (name: string): MarkupElement | null =>
    findChild(own, name) ?? styles.runProperty(runStyle, style, name);
  const raised = readValue(findProperty("w:vertAlign"));
  return {
    isHidden: isSet(findProperty("w:vanish")),
    isBold: isSet(findProperty("w:b")),
    isItalic: isSet(findProperty("w:i")),
    isStruck: isSet(findProperty("w:strike")) || isSet(findProperty("w:dstrike")),
    raised: raised === "superscript" || raised === "subscript" ? raised : "",
    font: readFont(own) || styles.font(runStyle, style),
  };
}

/** Whether a tracked change joins a paragraph with the next one. */
export function isMarkDeleted(paragraph: MarkupElement): boolean {
  const mark = findChild(findChild(paragraph, "w:pPr"), "w:rPr");
  return mark !== null && listChildren(mark, "w:del").length > 0;
}
