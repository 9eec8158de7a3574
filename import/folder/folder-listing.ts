import { readdir } from "node:fs/promises";

const inOrder = new Intl.Collator("vi", { numeric: true });

/**
 * The names in a folder, in the order of their numbers ("anh-2" before "anh-10"). Only the last few folders are kept: a run
 * of ten thousand files must not remember them all.
 */
export class FolderListing {
  readonly #kept = new Map<string, Promise<string[]>>();

  listNames(folder: string): Promise<string[]> {
    const known = this.#kept.get(folder);
    if (known !== undefined) return known;
    const names = readdir(folder).then(
      (found) => found.sort(inOrder.compare),
      () => [],
    );
    this.#kept.set(folder, names);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > 4 && oldest !== undefined) this.#kept.delete(oldest);
    return names;
  }
}
