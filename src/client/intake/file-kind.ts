import { IntakeRefusal } from "./intake-refusal.ts";

export type FileKind = "word" | "page" | "text";

/** First bytes of the files that reporters take for Word's. */
const [ole, zip, pdf, rtf] = ["\xd0\xcf\x11\xe0", "PK\x03\x04", "%PDF", "{\\rtf"];

/** As much of a zip as holds the names of its first files, and the type that an OpenDocument text tells there. */
const head = 4096;

/**
 * What a dropped file is, by its bytes first: names lie. IntakeRefusals old-word, locked (Word keeps a .docx with a password
 * in a file of the old kind), pdf, other-text and unknown.
 */
export async function detectFileKind(file: File): Promise<FileKind> {
  const name = file.name.toLowerCase();
  const start = toLatin1(await file.slice(0, head).arrayBuffer());
  if (start.startsWith(ole))
    throw new IntakeRefusal(name.endsWith(".docx") ? "locked" : "old-word");
  if (start.startsWith(pdf)) throw new IntakeRefusal("pdf");
  if (start.startsWith(rtf)) throw new IntakeRefusal("other-text");
  if (start.startsWith(zip)) return detectZipKind(name, start);
  // mhtml is text, too, and far from readable.
  if (/\.(?:mht|mhtml|rtf|odt|pages)$/.test(name)) throw new IntakeRefusal("other-text");
  if (/\.(?:docx?|docm)$/.test(name)) throw new IntakeRefusal("broken");
  if (/\.(?:html?|xhtml|aspx|php)$/.test(name) || file.type === "text/html") return "page";
  if (name.endsWith(".txt") || file.type === "text/plain") return "text";
  throw new IntakeRefusal("unknown");
}

function detectZipKind(name: string, start: string): FileKind {
  if (start.includes("mimetypeapplication/vnd.oasis.opendocument")) {
    throw new IntakeRefusal("other-text");
  }
  if (/\.(?:docx|docm)$/.test(name) || start.includes("word/")) return "word";
  throw new IntakeRefusal("unknown");
}

function toLatin1(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
}
