import { realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { documentName } from "../../src/intake/page/page-links.ts";
import { FolderListing } from "./folder-listing.ts";
import type { SourceFile } from "./source-files.ts";

const picture = /\.(?:jpe?g|jfif|png|webp|gif|heic)$/i;

/** Finds the photos and documents of articles in the folder that is brought in, and never outside it. */
export class PhotoFiles {
  readonly #root: string;
  readonly #listing = new FolderListing();

  constructor(root: string) {
    this.#root = resolve(root);
  }

  /**
   * The file behind an address on a page: beside the page, below the root as on the server, below the root in a
   * folder named for the host (as wget mirrors), or by its name in the folder that a browser saved beside the page.
   * `base` is the page's own address. Null when there is none.
   */
  async find(source: string, file: SourceFile, base: string | null): Promise<string | null> {
    for (const candidate of this.#candidates(source, file, base)) {
      const found = await this.#existing(candidate);
      if (found !== null) return found;
    }
    return null;
  }

  /** The path of a file below the folder, with "/" between its parts. */
  readName(path: string): string {
    return relative(this.#root, path).split(sep).join("/");
  }

  /**
   * The photos that lie beside a text that only tells their places: in a folder of its name, else files whose names begin
   * with its name, else all pictures of a folder in which it is the only text. In the order of their numbers.
   */
  async beside({ path }: SourceFile): Promise<string[]> {
    const folder = dirname(path);
    const stem = basename(path, extname(path));
    for (const own of [stem, `${stem}_files`, `${stem}.files`]) {
      const pictures = await this.#pictures(join(folder, own));
      if (pictures.length > 0) return pictures;
    }
    const names = await this.#listing.listNames(folder);
    const named = names.filter((name) => picture.test(name) && isNamedAfter(name, stem));
    if (named.length > 0) return this.#inside(named.map((name) => join(folder, name)));
    const texts = names.filter((name) => /\.(?:txt|html?|docx)$/i.test(name));
    return texts.length === 1 ? this.#pictures(folder) : [];
  }

  /** The documents in a folder named after a text or Word file. Beside a page a browser saves none. */
  async documentsBeside({ path, kind }: SourceFile): Promise<string[]> {
    if (kind === "page") return [];
    const folder = join(dirname(path), basename(path, extname(path)));
    const names = await this.#listing.listNames(folder);
    return this.#inside(
      names.filter((name) => documentName.test(name)).map((name) => join(folder, name)),
    );
  }

  async #pictures(folder: string): Promise<string[]> {
    const names = await this.#listing.listNames(folder);
    return this.#inside(
      names.filter((name) => picture.test(name)).map((name) => join(folder, name)),
    );
  }

  async #inside(paths: readonly string[]): Promise<string[]> {
    const areInside = await Promise.all(paths.map((path) => this.#isFileInside(path)));
    return paths.filter((_, at) => areInside[at]);
  }

  #candidates(source: string, { path }: SourceFile, base: string | null): string[] {
    const folder = dirname(path);
    const stem = basename(path, extname(path));
    const bare = decode(source.replace(/[?#].*$/s, ""));
    const name = basename(bare);
    const beside = [join(folder, `${stem}_files`, name), join(folder, `${stem}.files`, name)];
    const address = readAddress(source, base);
    const served = address === null ? [] : this.#served(address);
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(source)) {
      return [...served, ...(source.startsWith("/") ? [join(this.#root, bare)] : []), ...beside];
    }
    return [join(folder, bare), ...served, ...beside];
  }

  #served({ host, pathname }: URL): string[] {
    const path = decode(pathname);
    return [join(this.#root, path), join(this.#root, host, path)];
  }

  /** As it is written, or by a name that differs in case only: the old servers minded none. */
  async #existing(path: string): Promise<string | null> {
    const below = relative(this.#root, resolve(path));
    if (below.startsWith("..") || below === "") return null;
    if (await this.#isFileInside(path)) return path;
    let at = this.#root;
    for (const part of below.split(sep)) {
      const names = await this.#listing.listNames(at);
      const name = names.find((one) => one.toLowerCase() === part.toLowerCase());
      if (name === undefined) return null;
      at = join(at, name);
    }
    return (await this.#isFileInside(at)) ? at : null;
  }

  /** Whether a file is in the folder. A symbolic link may lead out of it. */
  async #isFileInside(path: string): Promise<boolean> {
    if (!(await stat(path).catch(() => null))?.isFile()) return false;
    const below = relative(await realpath(this.#root), await realpath(path));
    return !below.startsWith("..") && !isAbsolute(below);
  }
}

function isNamedAfter(name: string, stem: string): boolean {
  // "bai-10.jpg" is not the first photo of "bai-1".
  const number = /\d$/.test(stem) ? /^(?:[-_ .(]+\d*\)?)?\.\w+$/ : /^[-_ .(]*\d*\)?\.\w+$/;
  return name.startsWith(stem) && number.test(name.slice(stem.length));
}

function readAddress(source: string, base: string | null): URL | null {
  const from = base ?? undefined;
  if (!URL.canParse(source, from)) return null;
  const address = new URL(source, from);
  return /^https?:$/.test(address.protocol) ? address : null;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
