import type { ReadableStream } from "node:stream/web";
import {
  archivePath,
  atomPath,
  frontPath,
  iconPath,
  jsonFeedPath,
  mostReadPath,
  newsSitemapPath,
  robotsPath,
  rssPath,
  searchPath,
  sitemapPath,
  touchIconPath,
} from "../../src/addresses/public.ts";
import { takeFirstLine } from "../start/start-failure.ts";
import { renderRedirect } from "./redirects.ts";
import { notFoundFile, rewritePage } from "./rewrite-page.ts";
import { findImportedScripts, rewriteAbsoluteAddresses, rewriteManifest } from "./rewrite-text.ts";
import type { Rewritten } from "./rewrite-text.ts";
import type { CopyRecord, StaticFolder } from "./static-folder.ts";
import { findFile, findOwnKey, isLeftOut, isSafeFile, splitOnce } from "./static-path.ts";
import type { Place } from "./static-path.ts";

/** Asks the site for an address. Does not follow redirects. */
export type AskSite = (key: string, headers?: Record<string, string>) => Promise<Response>;

export type CopyResult = {
  /** Links that lead nowhere: the address, its status, and the page that has the link. */
  dead: { key: string; status: number; from: string }[];
  /** Addresses that the site could not answer. */
  failed: { key: string; problem: string }[];
};

/** Where a copy begins. All else is found by links, feeds and sitemaps. */
const starts = [
  frontPath,
  sitemapPath,
  newsSitemapPath,
  robotsPath,
  archivePath,
  mostReadPath,
  jsonFeedPath,
  rssPath,
  atomPath,
  iconPath,
  touchIconPath,
];

/** Pages that a site may be without. */
const optional = new Set([mostReadPath]);

const requestsAtOnce = 6;

/** Files that never change under their address. */
const immutable = /^\/(?:anh|tai-lieu|phim|js)\//;

/** Copies every public address of a site into a folder. */
export class SiteCopy {
  readonly #ask: AskSite;
  readonly #place: Place;
  readonly #folder: StaticFolder;
  readonly #films = new Map<string, string>();
  /** Each address that is copied, and the page that first named it. */
  readonly #from = new Map<string, string>();
  readonly #waiting: string[] = [];
  readonly #onProgress: (done: number, known: number) => void;
  /** The page of the archive as the site answered it. */
  archiveSource = "";
  readonly result: CopyResult = { dead: [], failed: [] };

  constructor(
    ask: AskSite,
    place: Place,
    folder: StaticFolder,
    onProgress: (done: number, known: number) => void,
  ) {
    this.#ask = ask;
    this.#place = place;
    this.#folder = folder;
    this.#onProgress = onProgress;
  }

  /** `others` are addresses that no page names, such as former ones. */
  async run(others: string[]): Promise<void> {
    this.#add([...starts, ...others], "");
    await this.#copyNotFound();
    await this.#write({ key: searchPath, etag: null, target: archivePath });
    let done = 0;
    const work = async (): Promise<void> => {
      for (let key = this.#waiting.pop(); key !== undefined; key = this.#waiting.pop()) {
        try {
          await this.#copy(key);
        } catch (error) {
          this.result.failed.push({ key, problem: takeFirstLine(error) });
        }
        this.#onProgress(++done, this.#from.size);
      }
    };
    // A worker ends when nothing waits, although another may still find addresses: so they go round until none do.
    while (this.#waiting.length > 0)
      await Promise.all(Array.from({ length: requestsAtOnce }, work));
  }

  #add(keys: string[], from: string): void {
    for (const key of keys) {
      const path = splitOnce(key, "?")[0];
      if (this.#from.has(key) || isLeftOut(path) || path === searchPath) continue;
      this.#from.set(key, from);
      this.#waiting.push(key);
    }
  }

  async #copy(key: string): Promise<void> {
    const former = await this.#folder.findCurrent(key);
    if (former !== null && immutable.test(key)) return this.#keep(former);
    const isArchive = key === archivePath;
    const etag = isArchive ? null : (former?.etag ?? null);
    const answer = await this.#ask(key, etag === null ? {} : { "if-none-match": etag });
    if (former !== null && answer.status === 304) return this.#keep(former);
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    const location = answer.headers.get("location");
    if (location !== null) {
      await answer.body?.cancel();
      return this.#copyRedirect(key, location);
    }
    if (!answer.ok) {
      await answer.body?.cancel();
      return this.#noteDead(key, answer.status);
    }
    await this.#copyAnswer(key, answer);
  }

  #keep(record: CopyRecord): void {
    this.#folder.keep(record);
    this.#add(record.keys, record.key);
  }

  #noteDead(key: string, status: number): void {
    const from = this.#from.get(key) ?? "";
    if (from !== "") this.result.dead.push({ key, status, from });
    else if (starts.includes(key) && !optional.has(key)) throw new Error(String(status));
  }

  /** A page that moved becomes a page that leads on; a photo or a file becomes a copy of what it leads to. */
  async #copyRedirect(key: string, location: string): Promise<void> {
    const target = findOwnKey(location, key, this.#place);
    if (target === null || !immutable.test(key)) {
      if (target !== null) this.#add([target], key);
      return this.#write({ key, etag: null, target: target ?? location });
    }
    const answer = await this.#ask(target);
    if (!answer.ok) return this.#noteDead(key, answer.status);
    const record = { key, file: findFile(key), etag: null, keys: [] };
    return this.#folder.writeStream(record, answer.body as ReadableStream | null);
  }

  async #write(moved: { key: string; etag: null; target: string }): Promise<void> {
    const file = findFile(moved.key);
    // An address with a query, or with an ending that servers run, is only in the lists of redirects.
    const canBeFile = isSafeFile(file) && !moved.key.includes("?") && /\.html?$/.test(file);
    const text = renderRedirect(file, moved.target, this.#place);
    const keys = findOwnKey(moved.target, "/", this.#place) === null ? [] : [moved.target];
    if (canBeFile) await this.#folder.write({ ...moved, file, keys }, text);
    else this.#folder.keep({ ...moved, file: "_redirects", keys, bytes: -1 });
  }

  async #copyAnswer(key: string, answer: Response): Promise<void> {
    const type = answer.headers.get("content-type") ?? "";
    const etag = answer.headers.get("etag");
    if (!/^text\/|[/+](?:xml|json|javascript)\b/.test(type) || type.startsWith("image/")) {
      const file = findFile(key, await this.#learnFilms(key));
      const record = { key, file, etag, keys: [] };
      return this.#folder.writeStream(record, answer.body as ReadableStream | null);
    }
    const text = await answer.text();
    await this.#learnFilms(text);
    const file = findFile(key, this.#films);
    const { text: rewritten, keys } = this.#rewrite(key, file, type, text);
    const article = type.startsWith("text/html") ? describeArticle(text) : {};
    await this.#folder.write({ key, file, etag, keys, ...article }, rewritten);
    this.#add(keys, key);
    if (key === archivePath) this.archiveSource = text;
  }

  #rewrite(key: string, file: string, type: string, text: string): Rewritten {
    if (type.startsWith("text/html"))
      return rewritePage(text, { key, file }, this.#place, this.#films);
    if (type.startsWith("application/manifest+json")) return rewriteManifest(text);
    if (type.startsWith("text/javascript")) return { text, keys: findImportedScripts(text) };
    return rewriteAbsoluteAddresses(text, this.#place, this.#films);
  }

  /** A film has no ending in its address, so the site is asked for its type before a page names its file. */
  async #learnFilms(text: string): Promise<ReadonlyMap<string, string>> {
    for (const [path] of text.matchAll(/\/phim\/[0-9a-f]{16,}/g)) {
      if (this.#films.has(path)) continue;
      const known = this.#folder.former.get(path)?.file;
      this.#films.set(
        path,
        known === undefined ? await this.#askEnding(path) : known.slice(path.length - 1),
      );
    }
    return this.#films;
  }

  async #askEnding(path: string): Promise<string> {
    const answer = await this.#ask(path, { range: "bytes=0-0" });
    await answer.body?.cancel();
    return filmEndings[answer.headers.get("content-type") ?? ""] ?? "";
  }

  /** What servers show where there is no file. */
  async #copyNotFound(): Promise<void> {
    const answer = await this.#ask("/404");
    const page = { key: "/404", file: notFoundFile };
    const { text, keys } = rewritePage(await answer.text(), page, this.#place, this.#films);
    await this.#folder.write({ ...page, etag: null, keys }, text);
    this.#add(keys, page.key);
  }
}

const filmEndings: Record<string, string> = {
  "video/mp4": ".mp4",
  "audio/mpeg": ".mp3",
  "audio/mp4": ".m4a",
  "text/vtt; charset=utf-8": ".vtt",
  "text/vtt": ".vtt",
};

/** What the archive says of an article. */
function describeArticle(page: string): Pick<CopyRecord, "title" | "publishedAt"> {
  const publishedAt = /property="article:published_time" content="([^"]+)"/.exec(page)?.[1];
  const title = /property="og:title" content="([^"]+)"/.exec(page)?.[1];
  return publishedAt === undefined || title === undefined ? {} : { title, publishedAt };
}
