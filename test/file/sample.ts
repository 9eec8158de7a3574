import { strToU8, zipSync } from "fflate";

/** Somebody who sends requests to the site. */
type Sender = { send: (path: string, init?: RequestInit) => Promise<Response> };

/** What the API answers about a file. */
export type FileAnswer = {
  id: string;
  kind: string;
  type: string;
  name: string;
  bytes: number;
  pages: number | null;
  seconds: number | null;
  properties: Record<string, unknown>;
};

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A PDF with this many pages, and what else its Info dictionary and trailer hold. */
export function pdf(pages: number, info = "", trailer = ""): Uint8Array<ArrayBuffer> {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< ${info} >>`,
    ...Array.from({ length: pages }, () => "<< /Type /Page /Parent 2 0 R >>"),
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const lines = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const table = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${lines}`;
  text += `trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return bytesOf(text);
}

/** A zip archive of these files. */
export function zip(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(packed)));
}

const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A Word document with these further parts. */
export function docx(parts: Record<string, string> = {}): Uint8Array<ArrayBuffer> {
  return zip({
    "[Content_Types].xml": `<Types><Override PartName="/word/document.xml" ContentType="${wordMain}"/></Types>`,
    "word/document.xml": "<w:document><w:body><w:p/></w:body></w:document>",
    ...parts,
  });
}

/** Sends the bytes of a file. */
export async function postFile(
  sender: Sender,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const length = { "content-length": String(bytes.length) };
  return sender.send(`/api/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body: bytes,
    headers: { ...length, ...headers },
  });
}

/** Sends a file and returns what the API says about it. Throws when it is refused. */
export async function sendFile(
  sender: Sender,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<FileAnswer> {
  const answer = await postFile(sender, name, bytes);
  if (answer.status !== 201) throw new Error(`expected 201, got ${await answer.text()}`);
  return answer.json();
}
