import { readBlockText } from "./block.ts";
import type { Block, Inline, ListBlock, Look, SourcePhoto } from "./block.ts";
import { splitAtBreaks, tidyInlines } from "./inline-text.ts";

/** A line that ends a sentence, so that what follows a line break is a paragraph of its own. */
const endsSentence = /[.!?…:;”"»)]$/;

/** Collects blocks while a page is walked. Web APIs only. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  #line: Inline[] = [];
  /** Whether a photo has stood in this block already: more photos join it, text is beside it. */
  #withPhoto = false;
  /** The label of the note that the paragraph so far is. */
  #note: string | null = null;
  #openList: { list: ListBlock; levels: ListBlock[] } | null = null;

  /** The words before what comes next: where a report says that something was. */
  get textBefore(): string {
    const line = this.#line.map(({ text }) => text).join("");
    const last = this.blocks.at(-1);
    return line.trim() !== "" || last === undefined ? line : readBlockText(last);
  }

  addText(piece: Inline): void {
    this.#line.push(piece);
  }

  /** Says that the paragraph so far, and all of it to come, is a note. */
  beNote(label: string): void {
    this.#note = label;
  }

  /** Ends the paragraph: what comes next stands in a block of its own. */
  endBlock(look: Look): void {
    this.#flush(look);
    this.#withPhoto = false;
  }

  addHeading(level: number, look: Look): void {
    const text = tidyInlines(this.#line).map((piece) => ({ ...piece, bold: false }));
    this.#line = [];
    if (text.length > 0) this.push({ kind: "heading", level, text, look });
    this.#withPhoto = false;
  }

  addPhoto(photo: SourcePhoto, look: Look): void {
    const isAlone = tidyInlines(this.#line).length === 0;
    const last = this.blocks.at(-1);
    if (this.#withPhoto && isAlone && last?.kind === "photos") {
      this.#line = [];
      last.photos.push(photo);
      return;
    }
    this.#flush(look);
    this.push({ kind: "photos", photos: [photo], look });
    this.#withPhoto = true;
  }

  /**
   * Adds the paragraph so far as an item of a list that is no element, as Word writes it; level 1 and up. `number` is null
   * for a bullet.
   */
  addListItem(level: number, number: number | null, look: Look): void {
    const text = tidyInlines(this.#line);
    this.#line = [];
    if (text.length === 0) return;
    const item: Block[] = [{ kind: "paragraph", text, look }];
    const levels = this.#openList?.levels.slice(0, level) ?? [];
    const open = levels[level - 1];
    if (open !== undefined && goesOn(open, number) && this.#openList !== null) {
      open.items.push(item);
      this.#openList = { ...this.#openList, levels };
      return;
    }
    const ordered = number !== null;
    const list: ListBlock = { kind: "list", ordered, start: number ?? 1, items: [item], look };
    const outer = levels.slice(0, level - 1);
    const above = outer.at(-1)?.items.at(-1);
    if (above === undefined || this.#openList === null) {
      this.blocks.push(list);
      this.#openList = { list, levels: [list] };
    } else {
      above.push(list);
      this.#openList = { ...this.#openList, levels: [...outer, list] };
    }
  }

  push(...blocks: Block[]): void {
    if (blocks.length > 0) this.#openList = null;
    this.blocks.push(...blocks);
  }

  #flush(look: Look): void {
    const line = this.#line;
    this.#line = [];
    const withPhoto = this.#withPhoto;
    const label = this.#note;
    this.#note = null;
    if (label !== null) {
      const text = tidyInlines(line);
      if (text.length > 0) this.push({ kind: "note", label, text, look });
      return;
    }
    for (const text of splitAtBreaks(line, (before) => endsSentence.test(before))) {
      this.push({ kind: "paragraph", text, look: { ...look, withPhoto } });
    }
  }
}

/** A list that skips a number, or begins anew, is another list. */
function goesOn({ ordered, start, items }: ListBlock, number: number | null): boolean {
  return number === null ? !ordered : ordered && number === start + items.length;
}
