import { readAttribute, findChild, listChildren } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";

/** Styles on styles on styles: Word itself stops at eleven. */
const maxDepth = 12;

/** What the styles of a document say of paragraphs and runs (ECMA-376 17.7). */
export class WordStyles {
  readonly #styles = new Map<string, MarkupElement>();
  readonly #defaults: MarkupElement | null;
  #normal = "";

  constructor(root: MarkupElement | null) {
    this.#defaults = findChild(root, "w:docDefaults");
    for (const style of root === null ? [] : listChildren(root, "w:style")) {
      const id = readAttribute(style, "w:styleId");
      this.#styles.set(id, style);
      const isDefault = isOn(readAttribute(style, "w:default") || "0");
      if (isDefault && readAttribute(style, "w:type") === "paragraph") this.#normal = id;
    }
  }

  /** Its names and those of the styles it is based on, lower case: "heading 1". */
  names(id: string): string[] {
    return this.#chain(id).map((style) => readValue(findChild(style, "w:name")).toLowerCase());
  }

  /** A property of paragraphs, by the style or those it is based on. */
  paragraphProperty(id: string, name: string): MarkupElement | null {
    return this.#find(id, "w:pPr", name);
  }

  /** A property of runs, by the run's style, else by that of the paragraph, else by the defaults of the document. */
  runProperty(runStyle: string, paragraphStyle: string, name: string): MarkupElement | null {
    const ofRun = runStyle === "" ? null : this.#find(runStyle, "w:rPr", name);
    const ofParagraph = this.#find(paragraphStyle || this.#normal, "w:rPr", name);
    const defaults = findChild(findChild(this.#defaults, "w:rPrDefault"), "w:rPr");
    return ofRun ?? ofParagraph ?? findChild(defaults, name);
  }

  /** The font of a run that names none itself; "" if the document names none. */
  font(runStyle: string, paragraphStyle: string): string {
    const ofRun = runStyle === "" ? [] : this.#chain(runStyle);
    const defaults = findChild(this.#defaults, "w:rPrDefault");
    for (const style of [...ofRun, ...this.#chain(paragraphStyle), defaults]) {
      const font = readFont(findChild(style, "w:rPr"));
      if (font !== "") return font;
    }
    return "";
  }

  #find(id: string, properties: string, name: string): MarkupElement | null {
    for (const style of this.#chain(id)) {
      const found = findChild(findChild(style, properties), name);
      if (found !== null) return found;
    }
    return null;
  }

  #chain(id: string): MarkupElement[] {
    const chain: MarkupElement[] = [];
    let style = this.#styles.get(id || this.#normal);
    while (style !== undefined && chain.length < maxDepth) {
      chain.push(style);
      style = this.#styles.get(readValue(findChild(style, "w:basedOn")));
    }
    return chain;
  }
}

/** The `w:val` of an element; "" without one. */
export function readValue(node: MarkupElement | null): string {
  return node === null ? "" : readAttribute(node, "w:val");
}

/** Whether a property such as `<w:b/>` holds; false without the element. */
export function isSet(node: MarkupElement | null): boolean {
  return node !== null && isOn(readValue(node) || "1");
}

/** The font that properties of a run name for Latin letters. */
export function readFont(properties: MarkupElement | null): string {
  const fonts = findChild(properties, "w:rFonts");
  return fonts === null ? "" : readAttribute(fonts, "w:ascii") || readAttribute(fonts, "w:hAnsi");
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off|none)$/.test(value);
}
