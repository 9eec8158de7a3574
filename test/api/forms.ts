import { fixture } from "../photo/fixture.ts";
import { article } from "../support/articles.ts";

/** A part of a multipart form: its name, its file name if it is a file, and its bytes. */
export type Part = { name: string; file?: string; body: string | Uint8Array };

const boundary = "ranh-gioi-cua-cac-phan";

/** A multipart request written by hand, so that it can also be invalid. */
export function multipart(parts: Part[], ending = `--${boundary}--\r\n`): RequestInit {
  const pieces = parts.flatMap(({ name, file, body }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`,
    file === undefined ? "" : `; filename="${file}"\r\nContent-Type: image/jpeg`,
    "\r\n\r\n",
    body,
    "\r\n",
  ]);
  return {
    method: "POST",
    body: joinBytes([...pieces, ending]),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

export function articlePart(content: unknown): Part {
  return { name: "article", body: JSON.stringify(content) };
}

/** The article part of a form, for an article that can be submitted. */
export const wholeArticle = articlePart(article("Bài có ảnh"));

export function photoPart(file: string, body: string | Uint8Array = goodPhoto): Part {
  return { name: "photo", file, body };
}

export const goodPhoto = fixture("orientation-1.jpg");

/** The signature and the header of a PNG of this size, and nothing after them. */
export function pngOfSize(width: number, height: number): Uint8Array {
  const png = new Uint8Array(33);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer);
  view.setUint32(8, 13);
  png.set(new TextEncoder().encode("IHDR"), 12);
  view.setUint32(16, width);
  view.setUint32(20, height);
  png.set([8, 2, 0, 0, 0], 24);
  return png;
}

function joinBytes(pieces: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const chunks = pieces.map((piece) =>
    typeof piece === "string" ? new TextEncoder().encode(piece) : piece,
  );
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
