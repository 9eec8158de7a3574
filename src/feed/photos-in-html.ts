import { decodeCharacterReferences } from "../markdown/character-references.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { absoluteUrl } from "./address.ts";
import type { FeedPhoto } from "./feed-photo.ts";

/**
 * The photos of an article's body, in their order, read back from the HTML that our own renderer made at publication
 * (attributes in double quotes, `<` only in tags, figures not nested): each with the widest of its files.
 */
export function photosInHtml(site: Site, html: string): FeedPhoto[] {
  return [...html.matchAll(photoMarkup)].flatMap(([markup]) => photoOf(site, markup) ?? []);
}

/** A figure, or a picture or an image that stands amid text. */
const photoMarkup =
  /<figure\b[^]*?<\/figure>|<picture\b[^]*?<\/picture>|<img\b(?:[^"<>]|"[^"]*")*>/g;

function photoOf(site: Site, markup: string): FeedPhoto | null {
  const tag = /<img\b(?:[^"<>]|"[^"]*")*>/.exec(markup)?.[0];
  if (tag === undefined) return null;
  const attributes = [...tag.matchAll(/\s([^\s"=<>]+)="([^"]*)"/g)];
  const image = new Map(
    attributes.map(([, name, value]) => [name, decodeCharacterReferences(value ?? "")]),
  );
  const whole = { width: Number(image.get("width")), height: Number(image.get("height")) };
  const words = /<figcaption\b[^>]*>([^]*?)<\/figcaption>/.exec(markup)?.[1] ?? "";
  const credit = creditSpan.exec(words)?.[1] ?? "";
  return {
    ...widestFile(site, [image.get("src") ?? "", ...filesInSets(markup)], whole),
    alt: image.get("alt") ?? "",
    caption: textOf(words.replace(creditSpan, "")),
    credit: textOf(credit.replace(readingWords.photoBy(""), "")),
  };
}

/** The addresses in every `srcset`. */
function filesInSets(markup: string): string[] {
  const sets = [...markup.matchAll(/\ssrcset="([^"]*)"/g)].map(([, set]) => set ?? "");
  return sets.flatMap((set) =>
    set.split(",").map((candidate) => candidate.trim().split(" ")[0] ?? ""),
  );
}

type Size = { width: number; height: number };

/** Of equally wide files the first. `whole` is the size of the whole photo. */
function widestFile(site: Site, paths: string[], whole: Size): Size & { url: string } {
  const files = paths.map((path) => ({
    url: absoluteUrl(site, path),
    width: widthOf(path, whole),
  }));
  const widest = files.reduce((best, file) => (file.width > best.width ? file : best));
  return { ...widest, height: Math.round((whole.height * widest.width) / whole.width) };
}

/** A variant's name tells its width, "960.webp", unless the photo itself is narrower; "goc" is the whole photo. */
function widthOf(path: string, whole: Size): number {
  const named = /\/(\d+)\.[a-z]+$/.exec(path)?.[1];
  return named === undefined ? whole.width : Math.min(whole.width, Number(named));
}

const creditSpan = /<span class="credit">([^]*?)<\/span>/;

/** The words of inline markup, or null where there are none. */
function textOf(markup: string): string | null {
  const text = decodeCharacterReferences(markup.replace(/<(?:[^"<>]|"[^"]*")*>/g, "")).trim();
  return text === "" ? null : text;
}
