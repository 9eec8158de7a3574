import { Schema } from "prosemirror-model";
import type { MarkSpec, NodeSpec } from "prosemirror-model";

import { isPlayable } from "../../addresses/recording.ts";
import { editorWords } from "../../vietnamese/words/editor.ts";
import { LeadAttribute, noLead } from "./lead-attribute.ts";
import { FactsAttribute } from "./photo-facts.ts";

/** The alignment of a table column. */
export type Align = "left" | "center" | "right" | null;

const videoTexts = ["href", "title", "photo", "alt"];

/**
 * The part of Markdown that the editor can show. Everything else becomes a `source`: a block that shows its own
 * Markdown and is written back unchanged.
 */
const nodes = {
  /** `lead` is what the form says about the lead photo, `facts` what the server has of photos. Undo takes back their changes. */
  doc: {
    content: "block+",
    attrs: {
      lead: { default: new LeadAttribute(noLead) },
      facts: { default: new FactsAttribute([]) },
    },
  },
  paragraph: {
    content: "inline*",
    group: "block",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  },
  /** `level` is that of the source, 1 to 6. */
  heading: {
    attrs: { level: { default: 2, validate: "number" } },
    content: "(text | footnoteReference)*",
    group: "block",
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.max(level, 2) },
    })),
    toDOM: ({ attrs }) => [`h${Math.max(Number(attrs["level"]), 2)}`, 0],
  },
  /** `tight`: the items are lines, not paragraphs. */
  bulletList: {
    attrs: { tight: { default: true, validate: "boolean" } },
    content: "listItem+",
    group: "block",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  orderedList: {
    attrs: {
      start: { default: 1, validate: "number" },
      tight: { default: true, validate: "boolean" },
    },
    content: "listItem+",
    group: "block",
    parseDOM: [{ tag: "ol", getAttrs: (list) => ({ start: listStart(list) }) }],
    toDOM: ({ attrs }) =>
      attrs["start"] === 1 ? ["ol", 0] : ["ol", { start: String(attrs["start"]) }, 0],
  },
  listItem: {
    content: "paragraph (paragraph | bulletList | orderedList)*",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  blockquote: {
    content: "(paragraph | heading | bulletList | orderedList)+",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },
  horizontalRule: {
    group: "block",
    parseDOM: [{ tag: "hr" }],
    toDOM: () => ["hr"],
  },
  /** `id` is what follows `photo:`. An empty caption means no caption. */
  photo: {
    attrs: {
      id: { default: "", validate: "string" },
      alt: { default: "", validate: "string" },
      caption: { default: "", validate: "string" },
    },
    group: "block",
    draggable: true,
    parseDOM: [{ tag: "figure[data-photo]", getAttrs: writePhotoAttributes }],
    toDOM: ({ attrs }) => [
      "figure",
      { "data-photo": attrs["id"], "data-alt": attrs["alt"], "data-caption": attrs["caption"] },
    ],
  },
  gallery: {
    content: "photo+",
    group: "block",
    parseDOM: [{ tag: "div.editor-gallery" }],
    toDOM: () => ["div", { class: "editor-gallery" }, 0],
  },
  /** The link of a video, alone in its paragraph. Empty texts for no title and no poster; `photo` is as in a photo. */
  video: {
    attrs: Object.fromEntries(
      videoTexts.map((name) => [name, { default: "", validate: "string" }]),
    ),
    group: "block",
    draggable: true,
    parseDOM: [{ tag: "figure[data-href]", getAttrs: videoAttributes }],
    toDOM: ({ attrs }) => [
      "figure",
      Object.fromEntries(videoTexts.map((name) => [`data-${name}`, attrs[name]])),
    ],
  },
  /** The text of a footnote, shown where the source has it. */
  footnote: {
    attrs: { label: { validate: "string" } },
    content: "inline*",
    group: "block",
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "p[data-footnote]", priority: 60, getAttrs: footnoteLabel }],
    toDOM: ({ attrs }) => ["p", { "data-footnote": attrs["label"] }, 0],
  },
  source: {
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "pre[data-source]", preserveWhitespace: "full" }],
    toDOM: () => ["pre", { "data-source": editorWords.source, spellcheck: "false" }, 0],
  },
  text: { group: "inline" },
  hardBreak: {
    inline: true,
    group: "inline",
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
  footnoteReference: {
    attrs: { label: { validate: "string" } },
    inline: true,
    group: "inline",
    atom: true,
    parseDOM: [{ tag: "sup[data-footnote]", getAttrs: footnoteLabel }],
    toDOM: ({ attrs }) => [
      "sup",
      { "data-footnote": attrs["label"] },
      `[${String(attrs["label"])}]`,
    ],
  },
  /** The first row is the head. All rows have the same length: see tidy-document.ts. */
  table: {
    content: "tableRow+",
    group: "block",
    isolating: true,
    allowGapCursor: false,
    parseDOM: [{ tag: "table" }],
    toDOM: () => ["div", { class: "editor-table" }, ["table", ["tbody", 0]]],
  },
  tableRow: {
    content: "(tableHeader | tableCell)+",
    allowGapCursor: false,
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },
  tableHeader: makeCellSpec("th"),
  tableCell: makeCellSpec("td"),
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { href: { validate: "string" }, title: { default: "", validate: "string" } },
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: linkAttributes }],
    toDOM: ({ attrs }) => ["a", { href: attrs["href"], title: attrs["title"] || null }],
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      { tag: "b", getAttrs: isNotNormal },
      { style: "font-weight=bold" },
    ],
    toDOM: () => ["strong", 0],
  },
  emphasis: {
    parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
    toDOM: () => ["em", 0],
  },
  deleted: { parseDOM: [{ tag: "del" }, { tag: "s" }], toDOM: () => ["del", 0] },
  code: { code: true, parseDOM: [{ tag: "code" }], toDOM: () => ["code", 0] },
} satisfies Record<string, MarkSpec>;

export const schema = new Schema({ nodes, marks });

function makeCellSpec(tag: "th" | "td"): NodeSpec {
  return {
    attrs: { align: { default: null } },
    content: "(text | footnoteReference)*",
    isolating: true,
    parseDOM: [
      { tag, getAttrs: (cell) => ({ align: alignNamed(cell.getAttribute("data-align")) }) },
    ],
    toDOM: ({ attrs }) => [tag, { "data-align": alignNamed(attrs["align"]) }, 0],
  };
}

export function alignNamed(name: unknown): Align {
  return name === "left" || name === "center" || name === "right" ? name : null;
}

function listStart(list: HTMLElement): number {
  const start = Number(list.getAttribute("start") ?? 1);
  return Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1;
}

function writePhotoAttributes(figure: HTMLElement): Record<string, string> {
  return {
    id: figure.getAttribute("data-photo") ?? "",
    alt: figure.getAttribute("data-alt") ?? "",
    caption: figure.getAttribute("data-caption") ?? "",
  };
}

function videoAttributes({ dataset }: HTMLElement): Record<string, string> | false {
  const isVideo = isPlayable(dataset["href"] ?? "");
  return isVideo && Object.fromEntries(videoTexts.map((name) => [name, dataset[name] ?? ""]));
}

function footnoteLabel(element: HTMLElement): Record<string, string> {
  return { label: element.getAttribute("data-footnote") ?? "" };
}

function linkAttributes(link: HTMLElement): Record<string, string> | false {
  const href = link.getAttribute("href") ?? "";
  return isAllowedAddress(href) ? { href, title: link.getAttribute("title") ?? "" } : false;
}

/** True for addresses that the site shows as links. src/html/safe-link.ts decides in the end. */
export function isAllowedAddress(href: string): boolean {
  return /^(?:https?:\/\/\S|mailto:\S|tel:\S|\/(?!\/))[^\u0000-\u001f\u007f-\u009f\\]*$/i.test(
    href,
  );
}

/** Google Docs wraps all copied text in a `<b>` that is not bold. */
function isNotNormal(element: HTMLElement): false | null {
  return element.style.fontWeight === "normal" ? false : null;
}
