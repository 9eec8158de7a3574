import {
  readAttribute,
  findChild,
  listChildren,
  makeElement,
  walkElements,
} from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { readWords } from "./word-context.ts";
import type { WordContext } from "./word-context.ts";

/** The namespace prefixes that this reader knows. A choice that requires others is skipped. */
const known = new Set("w14 w15 w16se w16cid wps wpg wpc wp14 a14 pic14 cx1 am3d".split(" "));

/** Shapes that show nothing but a line. */
const lineName = /line|connector|đường/i;

/** What Word writes as an alt when nobody does. */
const machineAlt =
  /automatically generated|được tạo tự động|^(?:picture|image|graphic|hình ảnh|ảnh) ?\d*$/i;

/** The content of `mc:AlternateContent` for this reader (ECMA-376 part 3): the first choice it knows, else the fallback. */
export function chooseContent(node: MarkupElement): readonly Markup[] {
  const choice = listChildren(node, "mc:Choice").find((one) =>
    readAttribute(one, "Requires")
      .split(/\s+/)
      .every((prefix) => known.has(prefix)),
  );
  return (choice ?? findChild(node, "mc:Fallback"))?.children ?? [];
}

/** The pictures of a drawing or embedded object; its text boxes are kept for behind the paragraph, the rest is reported. */
export function readDrawing(node: MarkupElement, context: WordContext): Markup[] {
  const drawing = new Drawing(context, readAlt(node));
  drawing.walk(node);
  if (drawing.isEmpty && !lineName.test(drawing.name))
    context.report("drawing", drawing.name || "?");
  return drawing.made;
}

class Drawing {
  readonly made: Markup[] = [];
  /** Whether nothing of it was kept or reported yet. */
  isEmpty = true;
  name = "";
  readonly #context: WordContext;
  readonly #alt: string;

  constructor(context: WordContext, alt: string) {
    this.#context = context;
    this.#alt = alt;
  }

  walk(node: MarkupElement): void {
    switch (node.name) {
      case "wp:docPr":
        this.name = readAttribute(node, "name");
        return;
      case "mc:AlternateContent":
        return this.#walkAll(chooseContent(node));
      case "a:blip":
        return this.#addPicture(readAttribute(node, "r:embed") || readAttribute(node, "r:link"));
      case "v:imagedata":
        return this.#addPicture(readAttribute(node, "r:id") || readAttribute(node, "o:relid"));
      case "w:txbxContent":
        return this.#addBox(node);
      case "v:textpath":
        return this.#addText(readAttribute(node, "string"));
      case "c:chart":
        return this.#report(
          "chart",
          this.#context.referred.drawings.get(readAttribute(node, "r:id")),
        );
      case "dgm:relIds":
        return this.#report(
          "drawing",
          this.#context.referred.drawings.get(readAttribute(node, "r:dm")),
        );
      case "o:OLEObject":
        return this.#report("object", readAttribute(node, "ProgID"));
      case "w:control":
        return this.#report("form", readAttribute(node, "w:name"));
    }
    this.#walkAll(node.children);
  }

  #walkAll(nodes: readonly Markup[]): void {
    for (const node of nodes) if (typeof node !== "string") this.walk(node);
  }

  #addPicture(id: string): void {
    const { pictures, part } = this.#context;
    if (id === "") return;
    const found = part.relationships.get(id);
    if (found === undefined) return this.#report("picture", this.#alt || this.name);
    this.isEmpty = false;
    const src = found.isExternal ? found.target : `docx:${pictures.size + 1}`;
    if (!found.isExternal) pictures.set(src, found.target);
    this.made.push(makeElement("img", { src, alt: this.#alt }, []));
  }

  #addBox(node: MarkupElement): void {
    this.isEmpty = false;
    const outer = this.#context.boxes;
    this.#context.boxes = [];
    const blocks = [...this.#context.readBlocks(node.children), ...this.#context.boxes];
    this.#context.boxes = outer;
    if (blocks.length === 0) return;
    const hasPicture = blocks.some((block) =>
      [...walkElements(block)].some(({ name }) => name === "img"),
    );
    if (!hasPicture) this.#context.report("text-box", readWords(node));
    this.#context.boxes.push(makeElement("div", {}, blocks));
  }

  #addText(text: string): void {
    if (text.trim() === "") return;
    this.isEmpty = false;
    this.made.push(this.#context.keep(text));
  }

  #report(code: "chart" | "drawing" | "object" | "form" | "picture", about = ""): void {
    this.isEmpty = false;
    this.#context.report(code, about || this.name || "?");
  }
}

/** The description that its author gave, else its title. */
function readAlt(node: MarkupElement): string {
  for (const one of walkElements(node)) {
    const alt =
      one.name === "wp:docPr"
        ? readAttribute(one, "descr") || readAttribute(one, "title")
        : one.name === "v:shape"
          ? readAttribute(one, "alt")
          : null;
    if (alt !== null) return machineAlt.test(alt) ? "" : alt;
  }
  return "";
}
