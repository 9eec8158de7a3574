import type { Block, Look, ParagraphBlock, PhotosBlock } from "../blocks/block.ts";
import { isAll, joinInlineText } from "../blocks/block.ts";
import { isNamedLede } from "./find-lede.ts";
import { parseSignature } from "./signature.ts";

const maxCaption = 400;

/** Names that pages give to what stands under a photo. */
const captionName =
  / (?:caption|captions|figcaption|(?:image|img|photo|pic|picture) (?:desc|description|note|title|alt|cap)|chuthich|chu thich|ghi chu anh|avatar desc|desc image|image|imagedesc|photocms) /;

/**
 * Puts captions to their photos and joins photos that follow one another into galleries. What is not surely a caption
 * stays a paragraph. Web APIs only.
 */
export function joinCaptions(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  blocks.forEach((block, index) => {
    const last = made.at(-1);
    if (block.kind === "photos") {
      if (last?.kind === "photos") last.photos.push(...block.photos);
      else made.push({ ...block, photos: [...block.photos] });
      return;
    }
    const isLast = index === blocks.length - 1;
    const caption =
      last?.kind === "photos" && block.kind === "paragraph" && isCaption(block, isLast)
        ? joinInlineText(block.text).replace(/\s+/g, " ").trim()
        : null;
    if (caption === null || last?.kind !== "photos" || !addCaption(last, caption)) made.push(block);
  });
  return made;
}

/** The names up to the one that speaks of a caption: a lede may stand in the box of a photo, and the other way round. */
function describeLook(look: Look): Look {
  const { index = 0 } = captionName.exec(look.named) ?? {};
  return { ...look, named: `${look.named.slice(0, index)} ` };
}

function addCaption({ photos }: PhotosBlock, caption: string): boolean {
  const last = photos.at(-1);
  if (last === undefined || last.caption !== null) return false;
  last.caption = caption;
  return true;
}

function isCaption({ text, look }: ParagraphBlock, isLast: boolean): boolean {
  const words = joinInlineText(text).trim();
  if (words.length > maxCaption) return false;
  if (captionName.test(look.named)) return !isNamedLede(describeLook(look));
  if (isNamedLede(look)) return false;
  if (/^(?:ảnh|hình|photo)(?: \d{1,2})?\s*[:.–-]/i.test(words)) return true;
  if (isLast && parseSignature(words, look.align === "right") !== null) return false;
  if (isAll(text, "italic")) return true;
  if (isAll(text, "bold") || look.align === "right") return false;
  if (look.align === "center") return true;
  // A short line that ends no sentence.
  return words.length <= (look.withPhoto ? 300 : 160) && !/[.!?:;…]$/.test(words);
}
