import type { SourcePhoto } from "./block.ts";
import { readAttribute, readNameWords, readStyle } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

/** Where pages that load their photos late keep the true address. */
const lateSources = ["data-original", "data-src", "data-lazy-src", "data-lazy", "data-cfsrc"];

/** What stands in its place until then. */
const standIn =
  /^data:image\/gif|(?:^|[/_-])(?:blank|spacer|pixel|loading|placeholder|lazy|1x1)[\w-]*\.(?:gif|png|svg)/i;

const pictureFile = /\.(?:jpe?g|png|webp|gif|heic)(?:[?#].*)?$/i;

/** The photo that an `<img>` shows; `href` is the address that it links to, or "". Web APIs only. */
export function readPhoto(node: MarkupElement, href: string): SourcePhoto {
  return {
    source: findSource(node),
    larger: pictureFile.test(href) ? href : null,
    alt: readAttribute(node, "alt").trim(),
    caption: null,
    shownWidth: readShownWidth(node),
  };
}

/** Nothing but emoji, flags and keycaps. */
const onlyEmoji =
  /^(?:\p{Regional_Indicator}{2}|[#*\d]\ufe0f?\u20e3|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\u{e0020}-\u{e007f}]))+$/u;

/** Pictures of emoji are named by code points: `emoji/72x72/1f1fb-1f1f3.png`. */
const emojiFile =
  /(?:emoji|emoticon)[^?#]*\/(?:emoji_u|u)?([\da-f]{4,6}(?:[-_][\da-f]{2,6})*)\.(?:png|svg|gif|webp)/i;

/** The characters that an emoji picture stands for; null for a photo. */
export function readEmoji(node: MarkupElement): string | null {
  const alt = readAttribute(node, "alt").trim();
  if (onlyEmoji.test(alt)) return alt;
  const codes = emojiFile.exec(readAttribute(node, "src"))?.[1]?.split(/[-_]/) ?? [];
  const named = codes.map((code) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)));
  if (onlyEmoji.test(named.join(""))) return named.join("");
  return / emoji | emoticon /.test(readNameWords(node)) && alt !== "" && alt.length <= 16
    ? alt
    : null;
}

function findSource(node: MarkupElement): string | null {
  const source = readAttribute(node, "src").trim();
  const late = lateSources.map((name) => readAttribute(node, name).trim()).find(Boolean);
  const fromSet = readAttribute(node, "srcset").trim().split(/\s/)[0];
  if (source !== "" && !standIn.test(source)) return source;
  return late ?? (fromSet || source || null);
}

function readShownWidth(node: MarkupElement): number | null {
  const width = readStyle(node, "width") || readAttribute(node, "width");
  const pixels = /^(\d+)(?:\.\d+)?(?:px)?$/.exec(width.trim())?.[1];
  return pixels === undefined ? null : Number(pixels);
}
