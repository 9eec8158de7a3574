import type { SourcePhoto } from "./block.ts";
import { attributeOf, namedOf, styleOf } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

/** Where pages that load their photos late keep the true address. */
const lateSources = ["data-original", "data-src", "data-lazy-src", "data-lazy", "data-cfsrc"];

/** What stands in its place until then. */
const standIn =
  /^data:image\/gif|(?:^|[/_-])(?:blank|spacer|pixel|loading|placeholder|lazy|1x1)[\w-]*\.(?:gif|png|svg)/i;

const pictureFile = /\.(?:jpe?g|png|webp|gif|heic)(?:[?#].*)?$/i;

/** The photo that an `<img>` shows; `href` is the address that it links to, or "". Web APIs only. */
export function photoOf(node: MarkupElement, href: string): SourcePhoto {
  return {
    source: sourceOf(node),
    larger: pictureFile.test(href) ? href : null,
    alt: attributeOf(node, "alt").trim(),
    caption: null,
    shownWidth: shownWidthOf(node),
  };
}

/** The character that an emoji picture stands for; null for a photo. */
export function emojiOf(node: MarkupElement): string | null {
  const alt = attributeOf(node, "alt").trim();
  const isEmoji =
    / emoji | emoticon /.test(namedOf(node)) || /^\p{Extended_Pictographic}/u.test(alt);
  return isEmoji && alt.length <= 16 ? alt : null;
}

function sourceOf(node: MarkupElement): string | null {
  const source = attributeOf(node, "src").trim();
  const late = lateSources.map((name) => attributeOf(node, name).trim()).find(Boolean);
  const fromSet = attributeOf(node, "srcset").trim().split(/\s/)[0];
  if (source !== "" && !standIn.test(source)) return source;
  return late ?? (fromSet || source || null);
}

function shownWidthOf(node: MarkupElement): number | null {
  const width = styleOf(node, "width") || attributeOf(node, "width");
  const pixels = /^(\d+)(?:\.\d+)?(?:px)?$/.exec(width.trim())?.[1];
  return pixels === undefined ? null : Number(pixels);
}
