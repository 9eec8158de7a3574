/**
 * HTML as a tree of our own: what parse5 gives in Node and what a browser's DOM gives are both turned into it, so that
 * everything behind reads either. Web APIs only.
 */
export type Markup = MarkupElement | string;

export type MarkupElement = {
  /** Lower case; with a prefix where Word writes one: "o:p". */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Markup[];
};

export function makeElement(
  name: string,
  attributes: MarkupElement["attributes"],
  children: readonly Markup[],
): MarkupElement {
  return { name, attributes, children };
}

export function readAttribute({ attributes }: MarkupElement, name: string): string {
  return attributes[name] ?? "";
}

/** An element and everything under it, in the order of the text. */
export function* walkElements(root: MarkupElement): Generator<MarkupElement> {
  yield root;
  for (const child of root.children) if (typeof child !== "string") yield* walkElements(child);
}

/** The text under a node exactly as it is written, with its line ends. */
export function readRawText(node: Markup): string {
  return typeof node === "string" ? node : node.children.map(readRawText).join("");
}

/** The text under a node on one line; what stands in blocks of its own is parted by a space. */
export function readNodeText(node: Markup): string {
  return readPartedText(node).replace(/\s+/g, " ").trim();
}

function readPartedText(node: Markup): string {
  if (typeof node === "string") return node;
  const inside = node.children.map(readPartedText).join("");
  return isBlockElement(node) ? ` ${inside} ` : inside;
}

const blockNames = new Set(
  (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul"
  ).split(" "),
);

export function isBlockElement({ name }: MarkupElement): boolean {
  return blockNames.has(name);
}

/** Value of a property in the style attribute, lower case; "" without one. */
export function readStyle(node: MarkupElement, property: string): string {
  const declarations = readAttribute(node, "style").split(";");
  for (const declaration of declarations.reverse()) {
    const colon = declaration.indexOf(":");
    if (colon === -1 || declaration.slice(0, colon).trim().toLowerCase() !== property) continue;
    return declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
  }
  return "";
}

/** The words of its class names and id, lower case, between single spaces: "dnn_lblTitle" gives " dnn lbl title ". */
export function readNameWords(node: MarkupElement): string {
  const names = `${readAttribute(node, "class")} ${readAttribute(node, "id")} ${readAttribute(node, "itemprop")}`;
  const words = names
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[a-z]+/g);
  return ` ${(words ?? []).join(" ")} `;
}

/** The elements of one name right under an element. */
export function listChildren({ children }: MarkupElement, name: string): MarkupElement[] {
  return children
    .filter((child) => typeof child !== "string")
    .filter((child) => child.name === name);
}

/** The first element of that name right under an element; null without one. */
export function findChild(node: MarkupElement | null, name: string): MarkupElement | null {
  return node === null ? null : (listChildren(node, name)[0] ?? null);
}
