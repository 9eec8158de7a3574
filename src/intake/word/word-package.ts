import { readAttribute, listChildren } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { ReadFailure } from "../recognition/read-failure.ts";
import { Archive } from "./archive.ts";
import { parseXml } from "./parse-xml.ts";

/** Where a part leads: to another part by its name in the archive, or to an address outside. */
export type Relationship = { type: string; target: string; isExternal: boolean };

/** A part of a document, with its relationships by their ids. */
export type WordPart = {
  name: string;
  root: MarkupElement;
  relationships: ReadonlyMap<string, Relationship>;
};

/** The parts of a .docx, found through relationships (ECMA-376 part 2): their file names mean nothing. Web APIs only. */
export class WordPackage {
  readonly archive: Archive;

  /** ReadFailure broken-word if the bytes are no zip archive. */
  constructor(bytes: Uint8Array) {
    const archive = Archive.open(bytes);
    if (archive === null) throw new ReadFailure("broken-word");
    this.archive = archive;
  }

  /** The main part. ReadFailure broken-word if there is none. */
  document(): WordPart {
    const targets = [...this.#relationships("").values()];
    const main = targets.find(({ type }) => type === "officeDocument");
    const part = this.part(main?.target ?? "word/document.xml");
    if (part === null || part.root.name !== "w:document") throw new ReadFailure("broken-word");
    return part;
  }

  /** Null if the archive has no part of that name. */
  part(name: string): WordPart | null {
    const text = this.archive.text(name);
    if (text === null) return null;
    return { name, root: parseXml(text), relationships: this.#relationships(name) };
  }

  /** The parts of one type that a part leads to, such as "styles". */
  partsOfType({ relationships }: WordPart, type: string): WordPart[] {
    const found = [...relationships.values()].filter((one) => one.type === type && !one.isExternal);
    const names = [...new Set(found.map(({ target }) => target))];
    const parts: WordPart[] = [];
    for (const name of names) {
      const part = this.part(name);
      if (part !== null) parts.push(part);
    }
    return parts;
  }

  #relationships(part: string): Map<string, Relationship> {
    const slash = part.lastIndexOf("/") + 1;
    const folder = part.slice(0, slash);
    const xml = this.archive.text(`${folder}_rels/${part.slice(slash)}.rels`);
    if (xml === null) return new Map();
    return new Map(
      listChildren(parseXml(xml), "Relationship").map((node) => {
        const target = readAttribute(node, "Target");
        const isExternal = readAttribute(node, "TargetMode") === "External";
        const type = readAttribute(node, "Type").replace(/^.*\//, "");
        return [
          readAttribute(node, "Id"),
          { type, target: isExternal ? target : resolvePath(target, folder), isExternal },
        ];
      }),
    );
  }
}

/** "../media/a.png" from the folder "word/". */
function resolvePath(target: string, folder: string): string {
  const parts: string[] = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const part of target.replaceAll("\\", "/").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
