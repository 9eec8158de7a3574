import { raiseText } from "../blocks/inline-text.ts";
import { readAttribute, findChild, listChildren } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";

/** A formula as a line of text, and whether it lost its shape on the way: a fraction, a root, a matrix. */
export type MathText = { text: string; isChanged: boolean };

/** A formula of Word (ECMA-376 22.1) as a line of text: "S=πr²", "(a+b)/2", "√(x)". */
export function writeMath(node: MarkupElement): MathText {
  const writer = new MathWriter();
  return { text: writer.all(node), isChanged: writer.isChanged };
}

class MathWriter {
  isChanged = false;

  all(node: MarkupElement): string {
    return node.children
      .map((child) => (typeof child === "string" ? "" : this.#one(child)))
      .join("");
  }

  #one(node: MarkupElement): string {
    const part = (name: string): string => {
      const found = findChild(node, name);
      return found === null ? "" : this.all(found);
    };
    switch (node.name) {
      case "m:t":
      case "w:t":
        return node.children.filter((child) => typeof child === "string").join("");
      case "m:rPr":
      case "w:rPr":
      case "w:del":
        return "";
      case "m:f":
        this.isChanged = true;
        return `${addBrackets(part("m:num"))}/${addBrackets(part("m:den"))}`;
      case "m:sSup":
        return part("m:e") + this.#placed(part("m:sup"), "sup");
      case "m:sSub":
        return part("m:e") + this.#placed(part("m:sub"), "sub");
      case "m:sSubSup":
        return (
          part("m:e") + this.#placed(part("m:sub"), "sub") + this.#placed(part("m:sup"), "sup")
        );
      case "m:sPre":
        return (
          this.#placed(part("m:sub"), "sub") + this.#placed(part("m:sup"), "sup") + part("m:e")
        );
      case "m:rad":
        return this.#root(part("m:deg"), part("m:e"));
      case "m:nary":
        return this.#sum(node, part("m:sub"), part("m:sup"), part("m:e"));
      case "m:d":
        return this.#delimited(node);
      case "m:func":
        return `${part("m:fName")} ${part("m:e")}`;
      case "m:limLow":
        this.isChanged = true;
        return `${part("m:e")}_${addBrackets(part("m:lim"))}`;
      case "m:limUpp":
        this.isChanged = true;
        return `${part("m:e")}^${addBrackets(part("m:lim"))}`;
      case "m:m":
        this.isChanged = true;
        return `[${listChildren(node, "m:mr")
          .map((row) => this.#listed(row, ", "))
          .join("; ")}]`;
      case "m:eqArr":
        this.isChanged = true;
        return this.#listed(node, "; ");
      case "m:acc":
      case "m:bar":
      case "m:groupChr":
        this.isChanged = true;
        return this.all(node);
      default:
        return this.all(node);
    }
  }

  #root(degree: string, inside: string): string {
    this.isChanged = true;
    if (degree === "3") return `∛(${inside})`;
    if (degree === "4") return `∜(${inside})`;
    return `${this.#placed(degree, "sup")}√(${inside})`;
  }

  /** A sum, a product, an integral. */
  #sum(node: MarkupElement, from: string, to: string, inside: string): string {
    this.isChanged = true;
    const sign = readProperty(node, "m:naryPr", "m:chr") ?? "∫";
    const [below, above] = [from && `_${addBrackets(from)}`, to && `^${addBrackets(to)}`];
    return `${sign}${below}${above} ${inside}`;
  }

  #delimited(node: MarkupElement): string {
    const begin = readProperty(node, "m:dPr", "m:begChr") ?? "(";
    const end = readProperty(node, "m:dPr", "m:endChr") ?? ")";
    return begin + this.#listed(node, readProperty(node, "m:dPr", "m:sepChr") ?? "|") + end;
  }

  #listed(node: MarkupElement, between: string): string {
    return listChildren(node, "m:e")
      .map((part) => this.all(part))
      .join(between);
  }

  #placed(text: string, place: "sup" | "sub"): string {
    if (text === "") return "";
    const sign = raiseText(text, place);
    if (sign !== null) return sign;
    this.isChanged = true;
    return (place === "sup" ? "^" : "_") + addBrackets(text);
  }
}

function readProperty(node: MarkupElement, properties: string, name: string): string | null {
  const found = findChild(findChild(node, properties), name);
  return found === null ? null : readAttribute(found, "m:val");
}

function addBrackets(text: string): string {
  return [...text].length <= 1 || /^[\d.,]+$/.test(text) ? text : `(${text})`;
}
