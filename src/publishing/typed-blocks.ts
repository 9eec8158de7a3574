import type { FieldError } from "../errors.ts";
import { readPhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import type { OrderedBlocks } from "../published/block-store.ts";
import type { BlockChoice } from "../published/front-page.ts";
import { showPhoto } from "./rendering/render-photos.ts";
import { blockWords } from "../vietnamese/words/blocks.ts";

/**
 * The fields of a block as an admin filled them in. `what` is "" for none, "section:slug", "topic:slug", "most-read", "banner" or "links";
 * `text` the alternative text of a banner or the title of a row of links; `links` has a line "name | address" for each.
 */
export type TypedBlock = Record<(typeof blockFieldNames)[number], string>;

export const blockFieldNames = ["what", "text", "photo", "address", "links"] as const;

/** How many blocks the front page has at most. */
const maxBlocks = 14;

const maxLength = { text: 200, address: 500, links: 20 } as const;

export function blockField(name: keyof TypedBlock, place: number): string {
  return `${name}-${place}`;
}

export function readTypedBlocks(read: (name: string) => string): TypedBlock[] {
  return Array.from({ length: maxBlocks }, (_, place) => {
    const fields = blockFieldNames.map((name) => [name, read(blockField(name, place))] as const);
    return Object.fromEntries(fields) as TypedBlock;
  });
}

/** The fields of stored blocks, with empty ones after them. */
export function typeBlocks(blocks: readonly BlockChoice[]): TypedBlock[] {
  const empty = { what: "", text: "", photo: "", address: "", links: "" };
  return Array.from({ length: maxBlocks }, (_, place) => {
    const block = blocks[place];
    return block === undefined ? empty : { ...empty, ...typeBlock(block) };
  });
}

function typeBlock(block: BlockChoice): Partial<TypedBlock> {
  if (block.kind === "section") return { what: `section:${block.section}` };
  if (block.kind === "topic") return { what: `topic:${block.topic}` };
  if (block.kind === "most-read") return { what: block.kind };
  if (block.kind === "banner") {
    const { href, photo } = block;
    return { what: "banner", text: photo.alt, photo: photo.id, address: href };
  }
  const links = block.links.map(({ name, href }) => `${name} | ${href}`).join("\n");
  return { what: "links", text: block.title, links };
}

/** The blocks that were typed, and what is wrong with the others, by the names of their fields. */
export async function checkTypedBlocks(
  db: D1Database,
  typed: readonly TypedBlock[],
  known: Pick<OrderedBlocks, "sections" | "topics">,
): Promise<{ blocks: BlockChoice[]; errors: FieldError[] }> {
  const photos = await readPhotos(
    db,
    typed.filter(({ what }) => what === "banner").map(({ photo }) => findPhotoId(photo)),
  );
  const blocks: BlockChoice[] = [];
  const errors: FieldError[] = [];
  for (const [place, block] of typed.entries()) {
    if (block.what === "") continue;
    const isRepeated = typed.findIndex(({ what }) => what === block.what) < place;
    const { faults, ...checked } = checkBlock(block, isRepeated, { ...known, photos });
    errors.push(...faults.map(([name, message]) => ({ path: blockField(name, place), message })));
    if (checked.block !== null) blocks.push(checked.block);
  }
  return { blocks, errors };
}

type Known = Pick<OrderedBlocks, "sections" | "topics"> & { photos: ReadonlyMap<string, Photo> };

type Fault = [name: keyof TypedBlock, message: string];

/** `block` is null if too little of it is right to be a block. */
type CheckedBlock = { block: BlockChoice | null; faults: Fault[] };

function checkBlock(typed: TypedBlock, isRepeated: boolean, known: Known): CheckedBlock {
  if (typed.what === "banner") return checkBanner(typed, known.photos);
  if (typed.what === "links") return checkLinks(typed);
  if (isRepeated) return { block: null, faults: [["what", blockWords.twice]] };
  const block = findListBlock(typed.what, known);
  return { block, faults: block === null ? [["what", blockWords.unknown]] : [] };
}

/** The block of a section, of a topic, or of the most read articles; null if there is none of this name. */
function findListBlock(what: string, { sections, topics }: Known): BlockChoice | null {
  const [kind = "", name = ""] = what.split(":");
  if (what === "most-read") return { kind: what };
  if (kind === "section" && sections.some(({ slug }) => slug === name)) {
    return { kind, section: name };
  }
  if (kind === "topic" && topics.some(({ slug }) => slug === name)) return { kind, topic: name };
  return null;
}

function checkBanner(typed: TypedBlock, photos: Known["photos"]): CheckedBlock {
  const { text, address: href } = typed;
  const photo = photos.get(findPhotoId(typed.photo));
  const faults = listTextFaults(text);
  if (photo === undefined) faults.push(["photo", blockWords.noPhoto]);
  if (!isAddress(href)) faults.push(["address", blockWords.badAddress]);
  if (photo === undefined) return { block: null, faults };
  return { block: { kind: "banner", href, photo: { ...showPhoto(photo), alt: text } }, faults };
}

function checkLinks({ text: title, links: lines }: TypedBlock): CheckedBlock {
  const links = readLinks(lines);
  const faults = listTextFaults(title);
  if (links !== null) return { block: { kind: "links", title, links }, faults };
  faults.push(["links", blockWords.badLinks(maxLength.links)]);
  return { block: null, faults };
}

function listTextFaults(text: string): Fault[] {
  if (text === "") return [["text", blockWords.textMissing]];
  return text.length > maxLength.text ? [["text", blockWords.tooLong(maxLength.text)]] : [];
}

/** The id in the address of a photo's page, or the id itself. */
function findPhotoId(text: string): string {
  return /[0-9a-f]{64}/.exec(text)?.[0] ?? "";
}

/** A web address, or a path of this site. */
function isAddress(text: string): boolean {
  const isPath = /^\/(?![/\\])/.test(text);
  if (text.length > maxLength.address || !(isPath || /^https?:\/\//i.test(text))) return false;
  return URL.canParse(text, "https://site.invalid");
}

/** Null unless each line has a name and an address. */
function readLinks(text: string): { name: string; href: string }[] | null {
  const lines = text.split("\n").map((line) => line.trim());
  const links = lines
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", href = "", ...more] = line.split("|").map((part) => part.trim());
      return { name, href: more.length === 0 ? href : "" };
    });
  const isRight = links.every(
    ({ name, href }) => name !== "" && name.length <= maxLength.text && isAddress(href),
  );
  return links.length > 0 && links.length <= maxLength.links && isRight ? links : null;
}
