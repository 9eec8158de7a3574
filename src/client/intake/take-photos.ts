import { makePlainInline } from "../../intake/blocks/block.ts";
import type { Block, SourcePhoto } from "../../intake/blocks/block.ts";
import type { NamedPhoto } from "../../intake/blocks/write-markdown.ts";
import { describePhoto } from "../../intake/recognition/describe-photo.ts";
import { reportIntake, reportSentences } from "../../intake/report.ts";
import { reportWords } from "../../vietnamese/words/intake-report.ts";
import type { IntakePhoto } from "./draft.ts";
import { makePhotoName } from "./photo-names.ts";

/** Formats that the site takes, and the ends of their names. */
const extensions = new Map([
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/heic", "heic"],
]);

/** Pictures shown narrower than that (CSS pixels), without a caption, are icons and spacers. */
const minWidth = 48;

/** The photos of a text that can be had, and what to say of the others. */
export type TakenPhotos = {
  photos: Map<string, IntakePhoto>;
  named: (photo: SourcePhoto) => NamedPhoto | null;
  problems: string[];
};

/** Takes every photo whose bytes `find` gives, under a name of its own. */
export function takePhotos(
  all: readonly SourcePhoto[],
  title: string,
  find: (photo: SourcePhoto) => Blob | null,
): TakenPhotos {
  const photos = new Map<string, IntakePhoto>();
  const names = new Map<SourcePhoto, NamedPhoto>();
  const lost: SourcePhoto[] = [];
  const formats: string[] = [];
  for (const photo of all) {
    const blob = find(photo);
    const extension = extensions.get(blob?.type ?? "");
    if (blob === null || blob.size === 0) {
      if (!isDecoration(photo)) lost.push(photo);
    } else if (extension === undefined) formats.push(formatName(blob));
    else {
      const name = makePhotoName();
      const alt = describePhoto(photo, title) ?? "";
      names.set(photo, { name, alt });
      const file = `anh-${photos.size + 1}.${extension}`;
      photos.set(name, { blob, name: file, alt, caption: photo.caption });
    }
  }
  const captions = all.filter((photo) => !names.has(photo)).map(({ caption }) => caption ?? "");
  const problems = [...describeLostPhotos(lost, formats), ...reportCaptions(captions)];
  return { photos, named: (photo) => names.get(photo) ?? null, problems };
}

/** Blocks in which the caption of a photo that was lost stays, as a line of its own: nothing that was written goes. */
export function keepCaptionsOfLostPhotos(
  blocks: readonly Block[],
  { named }: TakenPhotos,
): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== "photos") return [block];
    const there = block.photos.filter((photo) => named(photo) !== null);
    const lost = block.photos.filter((photo) => named(photo) === null && photo.caption !== null);
    const lines = lost.map(({ caption }): Block => {
      const text = [{ ...makePlainInline(caption ?? ""), italic: true }];
      return { kind: "paragraph", text, look: block.look };
    });
    return there.length === 0 ? lines : [{ ...block, photos: there }, ...lines];
  });
}

function isDecoration({ shownWidth, caption }: SourcePhoto): boolean {
  return caption === null && shownWidth !== null && shownWidth < minWidth;
}

/** "EMF" for "image/x-emf". */
function formatName({ type }: Blob): string {
  const [, format = ""] = /^image\/(?:x-)?([\w-]+)/.exec(type) ?? [];
  return format === "" ? "?" : format.toUpperCase();
}

function describeLostPhotos(lost: readonly SourcePhoto[], formats: readonly string[]): string[] {
  const remote = lost.filter(({ source }) => /^(?:https?:)?\/\//i.test(source ?? "")).length;
  const local = lost.length - remote;
  return [
    ...(local > 0 ? [reportWords.photosLeftLocal(local)] : []),
    ...(remote > 0 ? [reportWords.photosLeftRemote(remote)] : []),
    ...(formats.length > 0
      ? [reportWords.photosLeftFormat(formats.length, [...new Set(formats)].join(", "))]
      : []),
  ];
}

/** Says which captions stay without their photos. */
function reportCaptions(captions: readonly string[]): string[] {
  const written = captions.filter((caption) => caption !== "");
  return reportSentences(written.map((caption) => reportIntake("caption", caption)));
}

/**
 * The photo in a `data:` address; null for any other address. By hand, because the page's policy lets nothing be fetched
 * from such addresses.
 */
export function readImageDataUrl(address: string | null): Blob | null {
  const comma = isImageDataUrl(address) ? (address ?? "").indexOf(",") : -1;
  const [, type] =
    /^data:(image\/[\w.+-]+);base64,$/i.exec(address?.slice(0, comma + 1) ?? "") ?? [];
  if (address === null || type === undefined) return null;
  try {
    const data = atob(address.slice(comma + 1));
    // In a plain loop: a photo has millions of bytes.
    const bytes = new Uint8Array(data.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = data.charCodeAt(at);
    return new Blob([bytes], { type: type.toLowerCase().replace("image/jpg", "image/jpeg") });
  } catch {
    return null;
  }
}

export function isImageDataUrl(address: string | null): boolean {
  return /^data:image\//i.test(address?.slice(0, 11) ?? "");
}
