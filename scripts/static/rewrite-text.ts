import { findAddress, findFile, isLeftOut, replaceKey } from "./static-path.ts";
import type { FilmEndings, Place } from "./static-path.ts";

/** A file of the copy, and the addresses of the site that it names. */
export type Rewritten = { text: string; keys: string[] };

/**
 * Rewrites the absolute addresses of the site in a file of text: pages, feeds, sitemaps. They stay absolute, begin with the address
 * of the copy, and name the file that the copy has. In running text only their beginning changes.
 */
export function rewriteAbsoluteAddresses(
  text: string,
  place: Place,
  films: FilmEndings,
): Rewritten {
  const keys: string[] = [];
  const pattern = new RegExp(
    `${place.origin.replaceAll(".", "\\.")}(?![\\w.:-])((?:/[^\\s"'<>\\\\)\\]&#]*)?)`,
    "g",
  );
  const moved = text.replace(pattern, (whole, key: string, at: number) => {
    const isWhole =
      /["'>;]/.test(text[at - 1] ?? "") && /["'<&\\#]/.test(text[at + whole.length] ?? "");
    // With a slash at its end it names no page, but the scheme of a category in Atom.
    if (!isWhole || !/^\/$|[^/]$/.test(key)) return place.address + key;
    keys.push(key);
    return place.address + moveKey(key, films);
  });
  return { text: moveShareLinks(moved, place, films), keys };
}

function moveKey(key: string, films: FilmEndings): string {
  const target = replaceKey(key);
  return isLeftOut(target) ? target : `/${findAddress(findFile(target, films))}`;
}

/** The links that share a page have its address in an encoding of their own: that of a query, and Base64 for Zalo. */
function moveShareLinks(text: string, { origin, address }: Place, films: FilmEndings): string {
  const moveUrl = (url: string): string =>
    url.startsWith(`${origin}/`) ? address + moveKey(url.slice(origin.length), films) : url;
  return text
    .replace(/(sharer\.php\?u=)([\w%.~-]+)/g, (_, start: string, data: string) => {
      return start + encodeURIComponent(moveUrl(decodeURIComponent(data)));
    })
    .replace(/(share_external\?d=)([\w%]+)/g, (_, start: string, data: string) => {
      const shared = JSON.parse(Buffer.from(decodeURIComponent(data), "base64").toString()) as {
        url: string;
      };
      const moved = JSON.stringify({ ...shared, url: moveUrl(shared.url) });
      return start + encodeURIComponent(Buffer.from(moved).toString("base64"));
    });
}

/** Makes the addresses of a web app manifest relative: start_url and those of its icons. */
export function rewriteManifest(text: string): Rewritten {
  const keys: string[] = [];
  const manifest = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== "string" || !value.startsWith("/")) return value;
    keys.push(value);
    return `.${value}`;
  }) as unknown;
  return { text: JSON.stringify(manifest), keys };
}

/** The other scripts that a script of the site loads: "./listen-0F1E2D3C.js". */
export function findImportedScripts(text: string): string[] {
  return [...text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => `/js/${name}`);
}
