import { deflateRawSync } from "node:zlib";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import { readWord } from "../../src/intake/word/read-word.ts";
import { options } from "./page-fixtures.ts";

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const namespaces = Object.entries({
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: officeRelations,
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  dgm: "http://schemas.openxmlformats.org/drawingml/2006/diagram",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
  m: "http://schemas.openxmlformats.org/officeDocument/2006/math",
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(" ");

/** Parts of a document by the type of their relationship, as what stands in their root: styles, numbering, comments … */
export type WordParts = Partial<Record<string, string>> & { body: string };

/** Which element is the root of a part. */
const roots: Record<string, string> = {
  styles: "w:styles",
  numbering: "w:numbering",
  footnotes: "w:footnotes",
  endnotes: "w:endnotes",
  comments: "w:comments",
  header: "w:hdr",
  footer: "w:ftr",
  chart: "c:chartSpace",
};

/** A .docx of these parts. `name` is that of the main part, which programs may choose. */
export function wordFile({ body, ...parts }: WordParts, name = "word/document.xml"): Uint8Array {
  const main = name.replace(/^.*\//, "");
  const relations = Object.keys(parts).map(
    (type) => `<Relationship Id="${type}" Type="${officeRelations}/${type}" Target="${type}.xml"/>`,
  );
  const pictures = `<Relationship Id="picture" Type="${officeRelations}/image" Target="media/a.png"/>
    <Relationship Id="link" Type="${officeRelations}/hyperlink" Target="https://example.vn/" TargetMode="External"/>`;
  const files: Record<string, string> = {
    "_rels/.rels": rels(
      `<Relationship Id="m" Type="${officeRelations}/officeDocument" Target="${name}"/>`,
    ),
    [name]: root("w:document", `<w:body>${body}</w:body>`),
    [`word/_rels/${main}.rels`]: rels(relations.join("") + pictures),
    "word/media/a.png": "png",
  };
  for (const [type, content] of Object.entries(parts)) {
    files[`word/${type}.xml`] = root(roots[type] ?? type, content ?? "");
  }
  return zip(files);
}

function root(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name} ${namespaces}>${content}</${name}>`;
}

function rels(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

const packedFiles = new WeakMap<Uint8Array, Buffer>();

/** Packs bytes once, however many archives they stand in. */
function packOnce(content: string | Uint8Array): Buffer {
  if (typeof content === "string") return deflateRawSync(content);
  const packed = packedFiles.get(content) ?? deflateRawSync(content);
  packedFiles.set(content, packed);
  return packed;
}

/** A zip archive; `claimed` is what its directory says of the size of every file, the truth without it. */
export function zip(files: Record<string, string | Uint8Array>, claimed?: number): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = packOnce(content);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? Buffer.byteLength(content), 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, title, packed);
    directory.push(entry, title);
    offset += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const listed = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

export const title = "Khởi công trạm quan trắc nước ở Nậm Cang";
export const lede =
  "Sáng 28/11, Sở Khoa học và Công nghệ khởi công trạm quan trắc nước tự động tại xã Nậm Cang.";

export const last =
  "Trạm đo nhiệt độ nước và độ đục, mười phút một lần gửi số liệu về trung tâm của tỉnh.";

/** A run of text; `set` is the XML of its properties. */
export function run(text: string, set = ""): string {
  return `<w:r><w:rPr>${set}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of one text; `set` is the XML of its properties. */
export function p(content: string, set = ""): string {
  return `<w:p><w:pPr>${set}</w:pPr>${content.startsWith("<") || content === "" ? content : run(content)}</w:p>`;
}

/** What stands below title and lede in a document of these blocks, and its reports as [code, about]. */
export async function readBody(
  content: string,
  parts: Omit<WordParts, "body"> = {},
): Promise<{ body: string; reports: [string, string][] }> {
  const body = p(run(title, "<w:b/>")) + p(lede) + content + p(last);
  const { article, reports } = readWord(wordFile({ ...parts, body }), options);
  const markdown = writeMarkdown(article.body, ({ source }) => ({
    name: source ?? "",
    alt: "ảnh",
  }));
  return {
    body: markdown.replace(last, "").trim(),
    reports: reports.map(({ code, about }) => [code, about]),
  };
}
