/** Letters that two pages, or the same one opened twice, will not share. */
const own = [...crypto.getRandomValues(new Uint8Array(5))]
  .map((byte) => byte.toString(16).padStart(2, "0"))
  .join("");

let count = 0;

/** A name for a photo that is not stored yet, never given before. */
export function makePhotoName(): string {
  return `cho-${own}-${++count}`;
}

/**
 * Markdown with ids of stored photos in place of the names they had. A photo without an id goes, and its caption with it;
 * names that `ids` does not hold stay.
 */
export function insertPhotoIds(markdown: string, ids: ReadonlyMap<string, string | null>): string {
  let written = markdown;
  for (const [name, id] of ids) {
    written =
      id === null
        ? written.replace(matchPhotoName(name), "")
        : written.replace(new RegExp(`photo:${name}(?![\\w-])`, "g"), `photo:${id}`);
  }
  return written;
}

/** Does the same in a textarea and keeps the cursor in its place. The change is reported as if it were typed. */
export function writePhotoId(field: HTMLTextAreaElement, name: string, id: string | null): void {
  const { value, selectionStart, selectionEnd } = field;
  const write = (text: string): string => insertPhotoIds(text, new Map([[name, id]]));
  const written = write(value);
  if (written === value) return;
  const places = [selectionStart, selectionEnd].map((at) => write(value.slice(0, at)).length);
  field.value = written;
  field.setSelectionRange(places[0] ?? 0, places[1] ?? 0);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A photo as Markdown, with its alt and its caption. */
function matchPhotoName(name: string): RegExp {
  const [alt, caption] = ["(?:[^\\]\\\\]|\\\\.)*", '(?:[^"\\\\]|\\\\.)*'];
  return new RegExp(`!\\[${alt}\\]\\(photo:${name}(?: "${caption}")?\\)`, "g");
}
