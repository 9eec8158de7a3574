import { posix } from "node:path";
import { isApiPath } from "../../src/addresses/api.ts";
import { isNewsroomPath } from "../../src/addresses/newsroom.ts";
import {
  archivePath,
  healthPath,
  measurementPath,
  searchPath,
} from "../../src/addresses/public.ts";

/** The copied site: where it is asked, where its pages say it is, and where its copy will be. */
export type Place = {
  /** The origin in the site's own absolute addresses. */
  origin: string;
  /** Where the copy will be, without a slash at its end: "https://tin.example" or "https://tin.example/luu-tru-2026". */
  address: string;
};

/** The ending of each film's file by its path, "/phim/0f…" → ".mp4". Servers choose the media type by it. */
export type FilmEndings = ReadonlyMap<string, string>;

/** "/the?chu=b#x" on the site is "the/chu=b/index.html" in the folder. `key` is path and query. */
export function findFile(key: string, films: FilmEndings = new Map()): string {
  const [path, query] = splitOnce(key, "?");
  const file = safeDecode(path).slice(1) + (films.get(path) ?? "");
  const part = query.replace(/[^\w=.-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16)}`);
  const { dir, name, ext } = posix.parse(file);
  if (hasEnding(file)) return part === "" ? file : posix.join(dir, `${name}.${part}${ext}`);
  return posix.join(file, part, "index.html");
}

/** The address of a file on a web server: "the/chu=b/index.html" is served at "the/chu=b/". */
export function findAddress(file: string): string {
  const path = file.replace(/(^|\/)index\.html$/, "$1");
  return path.split("/").map(encodeURIComponent).join("/").replaceAll("%3D", "=");
}

/** The address of one file as a link in another one. Relative, so that the folder works below every path. */
export function linkFiles(from: string, to: string): string {
  const target = posix.relative(posix.dirname(from), to);
  const address = findAddress(target);
  return address === "" ? "./" : address;
}

/** Whether a path names a file: "/feed.json". A page's last part has no ending. */
function hasEnding(path: string): boolean {
  return /[^/]\.[a-z][a-z0-9]{0,11}$/i.test(path);
}

/** Whether the answers of this path need the site's server, or only repeat other files. */
export function isLeftOut(path: string): boolean {
  return (
    isNewsroomPath(path) ||
    isApiPath(path) ||
    path === measurementPath ||
    path === healthPath ||
    /^\/bai-viet\/[^/]+\/(?:bao-loi|tai-ve)(?:\/|$)/.test(path)
  );
}

/** The address that the copy uses for this one. A search becomes the archive; every other address stays. */
export function replaceKey(key: string): string {
  return splitOnce(key, "?")[0] === searchPath ? archivePath : key;
}

/** Path and query of an address that a file of the site names; null if it is elsewhere. */
export function findOwnKey(value: string, base: string, { origin }: Place): string | null {
  if (!URL.canParse(value, origin + base)) return null;
  const url = new URL(value, origin + base);
  return url.origin === origin ? url.pathname + url.search : null;
}

/** Whether a file can be written at this path: nothing above the folder, nothing that a file system refuses. */
export function isSafeFile(file: string): boolean {
  const parts = file.split("/");
  return parts.every((part) => /^[^\\:*?"<>|\p{Cc}]{1,200}$/u.test(part) && !/^\.+$/.test(part));
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function splitOnce(text: string, sign: string): [string, string] {
  const place = text.indexOf(sign);
  return place === -1 ? [text, ""] : [text.slice(0, place), text.slice(place + sign.length)];
}
