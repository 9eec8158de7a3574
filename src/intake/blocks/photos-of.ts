import type { Block, SourcePhoto } from "./block.ts";

/** Every photo of an article in order, the lead photo first. Web APIs only. */
export function listPhotos(lead: SourcePhoto | null, body: readonly Block[]): SourcePhoto[] {
  const inBody = body.flatMap((block): SourcePhoto[] => {
    if (block.kind === "photos") return block.photos;
    if (block.kind === "list") return block.items.flatMap((item) => listPhotos(null, item));
    return block.kind === "quote" ? listPhotos(null, block.blocks) : [];
  });
  return lead === null ? inBody : [lead, ...inBody];
}
