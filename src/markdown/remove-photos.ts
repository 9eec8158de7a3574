import { replacePhotoReferences } from "./markdown.ts";

/** What may follow the address of an inline image, up to its end: a title in one of three kinds of quotes. */
const restOfImage = /^>?(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)/;

/**
 * A body without some of its photos, their alts and captions included. `isGone` is asked with what follows `photo:`. Only
 * photos written inline, as everything here writes them, are removed; one that is named by a definition stays as it is.
 */
export function removePhotos(markdown: string, isGone: (ref: string) => boolean): string {
  const gone: string[] = [];
  const mark = `gone-${crypto.randomUUID()}-`;
  const marked = replacePhotoReferences(markdown, (ref) =>
    isGone(ref) ? `${mark}${gone.push(ref) - 1}.` : null,
  );
  let kept = "";
  let rest = marked;
  for (const [number, ref] of gone.entries()) {
    const address = `${mark}${number}.`;
    const at = rest.indexOf(address);
    const before = rest.slice(0, at);
    const after = rest.slice(at + address.length);
    const start = startOfImage(before);
    const end = restOfImage.exec(after)?.[0].length ?? null;
    if (start === null || end === null) {
      kept += before + ref;
      rest = after;
    } else {
      kept += before.slice(0, start);
      rest = after.slice(end);
    }
  }
  return kept + rest;
}

/** Where the image begins whose address follows, as `![alt](photo:` or `![alt](<photo:`; null where none does. */
function startOfImage(before: string): number | null {
  const opening = /\]\(\s*<?photo:$/.exec(before);
  if (opening === null) return null;
  let open = 1;
  for (let at = opening.index - 1; at > 0; at--) {
    const escaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(before.slice(Math.max(0, at - 8), at));
    if (escaped) continue;
    if (before[at] === "]") open++;
    if (before[at] === "[" && --open === 0) return before[at - 1] === "!" ? at - 1 : null;
  }
  return null;
}
