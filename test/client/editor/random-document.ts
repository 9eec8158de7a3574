import type { Mark, Node } from "prosemirror-model";
import { schema } from "../../../src/client/editor/schema.ts";

const { nodes, marks } = schema;

const words = [
  "Kính",
  "gửi",
  "đồng chí",
  "UBND",
  "xã",
  "Ông",
  "2021.",
  "1)",
  "-",
  "+",
  "*",
  "#",
  ">",
  "a_b",
  "_",
  "**",
  "`",
  "~~",
  "[",
  "]",
  "[^1]",
  "(x)",
  "![",
  "[^1]",
  "<b>",
  "&amp;",
  "&",
  "|",
  "\\",
  "\\*",
  "---",
  "===",
  "“trích”",
  "(ngoặc)",
  "https://example.org/a",
  "www.example.org",
  "a@b.vn",
  "50%",
  "...",
  ":",
  " ",
  "  ",
  " ",
  " ",
  "!",
  ",",
  "\xA0",
];

/**
 * Random documents, as if all keys were pressed at random. The same seed gives the same document. Marks within words
 * are left out, because no Markdown makes the middle of `a**"b"**c` bold.
 */
export class RandomDocument {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 + 1;
  }

  make(): Node {
    return nodes.doc.create(
      null,
      this.#several(1, 6, () => this.#block()),
    );
  }

  #block(): Node {
    switch (this.#below(10)) {
      case 0:
        return nodes.heading.create({ level: 1 + this.#below(6) }, this.#inline(false));
      case 1:
        return this.#list(2);
      case 2:
        return nodes.blockquote.create(
          null,
          this.#several(1, 3, () => this.#nested(2)),
        );
      case 3:
        return this.#photo();
      case 4:
        return nodes.gallery.create(
          null,
          this.#several(2, 3, () => this.#photo()),
        );
      case 5:
        return this.#table();
      case 6:
        return nodes.horizontalRule.create();
      case 7:
        return this.#video();
      default:
        return this.#paragraph();
    }
  }

  #nested(depth: number): Node {
    return depth > 0 && this.#below(3) === 0 ? this.#list(depth - 1) : this.#paragraph();
  }

  #list(depth: number): Node {
    const items = this.#several(1, 3, () =>
      nodes.listItem.create(null, [
        this.#paragraph(),
        ...this.#several(0, 2, () => this.#nested(depth)),
      ]),
    );
    const tight = this.#below(2) === 0;
    if (this.#below(2) === 0) return nodes.bulletList.create({ tight }, items);
    return nodes.orderedList.create({ tight, start: this.#below(3) * 7 }, items);
  }

  #photo(): Node {
    const text = (): string => this.#text().replaceAll("\u00a0", "").trim();
    return nodes.photo.create({ id: `anh-${this.#below(9)}`, alt: text(), caption: text() });
  }

  #video(): Node {
    const text = (): string => this.#text().replaceAll("\u00a0", "").replace(/\s+/g, " ").trim();
    const poster = this.#below(2) === 0 ? { photo: `anh-${this.#below(9)}`, alt: text() } : null;
    return nodes.video.create({ href: "https://youtu.be/aqz-KE-bpKQ", title: text(), ...poster });
  }

  #table(): Node {
    const width = 1 + this.#below(3);
    const aligns = [null, "left", "center", "right"];
    const columns = this.#several(width, width, () => aligns[this.#below(4)]);
    return nodes.table.create(
      null,
      this.#several(1, 3, (index) => {
        const type = index === 0 ? nodes.tableHeader : nodes.tableCell;
        const cells = columns.map((align) => type.create({ align }, this.#inline(false)));
        return nodes.tableRow.create(null, cells);
      }),
    );
  }

  #paragraph(): Node {
    return nodes.paragraph.create(null, this.#inline(true));
  }

  #inline(mayBreak: boolean): Node[] {
    return this.#several(0, 4, () =>
      mayBreak && this.#below(8) === 0
        ? nodes.hardBreak.create()
        : schema.text(` ${this.#text()} `, this.#marks()),
    );
  }

  #marks(): readonly Mark[] {
    const all = [
      marks.strong.create(),
      marks.emphasis.create(),
      marks.deleted.create(),
      marks.link.create({ href: "https://example.org/x", title: "" }),
    ];
    return all.filter(() => this.#below(4) === 0);
  }

  #text(): string {
    return this.#several(1, 4, () => words[this.#below(words.length)] ?? "").join(" ");
  }

  #several<Made>(least: number, most: number, make: (index: number) => Made): Made[] {
    const count = least + this.#below(most - least + 1);
    return Array.from({ length: count }, (_, index) => make(index));
  }

  /** A xorshift generator, which gives the same numbers everywhere. */
  #below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }
}
