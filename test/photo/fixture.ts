declare global {
  interface ImportMeta {
    /** Vite's import of all files of a pattern, here as data URLs. */
    glob(
      pattern: string,
      options: { query: string; import: string; eager: true },
    ): Record<string, string>;
  }
}

const dataUrls = import.meta.glob("./fixtures/*", {
  query: "?url&inline",
  import: "default",
  eager: true,
});

/** A fresh copy of a photo drawn by scripts/draw-photo-fixtures.ts. */
export function fixture(name: string): Uint8Array<ArrayBuffer> {
  const dataUrl = dataUrls[`./fixtures/${name}`];
  if (dataUrl === undefined) throw new Error(`no fixture ${name}`);
  return toBytes(atob(dataUrl.slice(dataUrl.indexOf(",") + 1)));
}

/** Bytes of a string of characters below 256. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The bytes as a string of characters below 256, in which words can be found. */
export function toText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
