import type { IntakePart, PastedText } from "./draft.ts";

/**
 * A text as what stands between its photos, and the names of the photos, several of a gallery together: so that a form can
 * put a placeholder where each will stand once it is uploaded.
 */
export function splitAtPhotos({
  markdown,
  photos,
}: Pick<PastedText, "markdown" | "photos">): IntakePart[] {
  const parts: IntakePart[] = [];
  for (const block of markdown.split("\n\n")) {
    const names = block.split("\n").map((line) => /^!\[.*\]\(photo:([\w-]+)/.exec(line)?.[1] ?? "");
    const last = parts.at(-1);
    if (names.every((name) => photos.has(name))) parts.push({ photos: names });
    else if (last !== undefined && "markdown" in last) last.markdown += `\n\n${block}`;
    else if (block !== "") parts.push({ markdown: block });
  }
  return parts;
}
