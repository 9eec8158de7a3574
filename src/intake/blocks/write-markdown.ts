import type { Block, SourcePhoto } from "./block.ts";
import {
  writeAltMarkdown,
  writeCellMarkdown,
  writeHeadingMarkdown,
  writeInlineMarkdown,
  writeTitleMarkdown,
} from "./inline-markdown.ts";

/** A photo as the body names it: `photo:` and a file name or id, with words for who cannot see it. */
export type NamedPhoto = { name: string; alt: string };

type Named = (photo: SourcePhoto) => NamedPhoto | null;

/**
 * The body of an article in the Markdown of the API: headings from level 2 on, photos as `![alt](photo:name "caption")`,
 * several of them in one paragraph a gallery. `named` gives null for a photo that is not there: its caption goes with it.
 * Web APIs only.
 */
export function writeMarkdown(blocks: readonly Block[], named: Named): string {
  return joinBlocks(blocks, named, () => "\n\n");
}

/** Two lists of one kind side by side would be read as one, had they the same signs. */
function joinBlocks(
  blocks: readonly Block[],
  named: Named,
  between: (next: Block) => string,
): string {
  let all = "";
  let former = { kind: "", isOther: false };
  for (const block of blocks) {
    const kind = block.kind === "list" ? `list ${block.ordered}` : block.kind;
    const isOther = block.kind === "list" && former.kind === kind && !former.isOther;
    const next = blockMarkdown(block, named, isOther);
    if (next === "") continue;
    former = { kind, isOther };
    all += all === "" ? next : between(block) + next;
  }
  return all;
}

function blockMarkdown(block: Block, named: Named, isOtherList: boolean): string {
  switch (block.kind) {
    case "paragraph":
      return writeInlineMarkdown(block.text);
    case "note":
      return `[^${block.label}]: ${writeInlineMarkdown(block.text).replaceAll("\\\n", " ")}`;
    case "heading": {
      const level = Math.min(6, Math.max(2, block.level));
      return `${"#".repeat(level)} ${writeHeadingMarkdown(block.text)}`;
    }
    case "photos":
      return block.photos
        .map((photo) => writePhotoMarkdown(photo, named(photo)))
        .filter((written) => written !== null)
        .join("\n");
    case "list": {
      const [bullet, end] = isOtherList ? ["*", ")"] : ["-", "."];
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${block.start + index}${end} ` : `${bullet} `;
          return mark + indent(writeItem(item, named), mark.length);
        })
        .join("\n");
    }
    case "quote":
      return writeMarkdown(block.blocks, named).replace(/^/gm, "> ");
    case "table":
      return writeTable(block.rows.map((row) => row.map(writeCellMarkdown)));
  }
}

/**
 * A list within an item follows its words at once, or the whole list would be set wide; but right below a line only a list
 * begins whose first number is 1.
 */
function writeItem(blocks: readonly Block[], named: Named): string {
  return joinBlocks(blocks, named, (next) =>
    next.kind === "list" && (!next.ordered || next.start === 1) ? "\n" : "\n\n",
  );
}

function writePhotoMarkdown({ caption }: SourcePhoto, photo: NamedPhoto | null): string | null {
  if (photo === null) return null;
  const title = caption === null || caption === "" ? "" : ` ${writeTitleMarkdown(caption)}`;
  return `![${writeAltMarkdown(photo.alt)}](photo:${photo.name}${title})`;
}

function writeTable([head = [], ...rows]: string[][]): string {
  const writeLine = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  return [writeLine(head), writeLine(head.map(() => "---")), ...rows.map(writeLine)].join("\n");
}

function indent(text: string, columns: number): string {
  return text.replace(/\n(?!\n)/g, `\n${" ".repeat(columns)}`);
}
