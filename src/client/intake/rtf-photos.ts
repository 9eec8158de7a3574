/**
 * The JPEG and PNG pictures of an RTF in the order of its text (RTF 1.9.1: `{\pict … \jpegblip hex}`). Pictures of bullets
 * are left out, and so are the metafiles that stand beside each for programs of the time before.
 */
export function readPhotosOfRtf(rtf: string): Blob[] {
  const photos: Blob[] = [];
  const start = /\\(?:pict|listpicture|nonshppict)(?![a-z])/g;
  for (let found = start.exec(rtf); found !== null; found = start.exec(rtf)) {
    const end = groupEnd(rtf, found.index);
    const photo = found[0] === "\\pict" ? readPhoto(rtf.slice(found.index, end)) : null;
    if (photo !== null) photos.push(photo);
    start.lastIndex = end;
  }
  return photos;
}

/** Where the group ends that a place is in: at its brace, or at the end of the text. */
function groupEnd(rtf: string, from: number): number {
  const brace = /\\[\\{}]|[{}]/g;
  brace.lastIndex = from;
  let depth = 1;
  for (let found = brace.exec(rtf); found !== null; found = brace.exec(rtf)) {
    if (found[0] === "{") depth++;
    else if (found[0] === "}" && --depth === 0) return found.index;
  }
  return rtf.length;
}

function readPhoto(group: string): Blob | null {
  const format = /\\(jpeg|png)blip(?![a-z])/.exec(group)?.[1];
  if (format === undefined) return null;
  // Behind the groups of its properties, between control words and the end.
  const hex = group
    .slice(group.lastIndexOf("}") + 1)
    .replace(/\\[a-z]+-?\d* ?/gi, "")
    .replace(/\s+/g, "");
  if (hex.length < 2 || /[^\da-f]/i.test(hex)) return null;
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] =
      16 * readHexDigit(hex.charCodeAt(2 * at)) + readHexDigit(hex.charCodeAt(2 * at + 1));
  }
  return new Blob([bytes], { type: `image/${format}` });
}

/** Of the character code of a hexadecimal digit; arithmetic, because a photo has millions of them. */
function readHexDigit(code: number): number {
  return (code & 15) + (code > 64 ? 9 : 0);
}
