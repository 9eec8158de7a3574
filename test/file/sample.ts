import { strToU8, zipSync, zlibSync } from "fflate";

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
  width: number | null;
  height: number | null;
  transcript: string | null;
};

export function toBytes(text: string): Uint8Array<ArrayBuffer> {
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
  return toBytes(text);
}

/**
 * A PDF whose catalog, page tree and properties are in a compressed stream of objects, and whose table is a stream with the row
 * filter "up", as newer programs write it. `before` stands before the beginning, and is not counted in the table.
 */
export function pdfOfStreams(pages: number, info: string, before = ""): Uint8Array<ArrayBuffer> {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Count ${pages} /Kids [] >>`,
    `<< ${info} >>`,
  ];
  let numbers = "";
  let inside = "";
  for (const [index, object] of objects.entries()) {
    numbers += `${index + 1} ${inside.length} `;
    inside += `${object} `;
  }
  const packed = packText(numbers + inside);
  const head = "%PDF-1.5\n";
  const stream = `4 0 obj\n<< /Type /ObjStm /N 3 /First ${numbers.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`;
  const at = head.length + stream.length;
  const rows = [
    [0, 0, 0],
    [2, 4, 0],
    [2, 4, 1],
    [2, 4, 2],
    [1, head.length, 0],
    [1, at, 0],
  ];
  const bytes = rows.map(([type = 0, place = 0, index = 0]) => [
    type,
    place >> 8,
    place & 255,
    index,
  ]);
  const filtered = bytes.flatMap((row, number) => [
    2,
    ...row.map((byte, column) => (byte - (bytes[number - 1]?.[column] ?? 0)) & 255),
  ]);
  const table = packText(String.fromCharCode(...filtered));
  return toBytes(
    `${before}${head}${stream}5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Info 3 0 R /Filter /FlateDecode ` +
      `/DecodeParms << /Predictor 12 /Columns 4 >> /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`,
  );
}

/** Deflated, one character for each byte. */
function packText(text: string): string {
  return String.fromCharCode(...zlibSync(toBytes(text)));
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
