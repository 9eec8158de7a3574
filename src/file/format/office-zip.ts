import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import type { ByteSource } from "../byte-source.ts";
import type { FileFacts, FileFormat } from "../file.ts";
import { findEmail, keepKnown } from "./known-properties.ts";
import { readZipFile } from "./zip.ts";
import type { ZipEntry } from "./zip.ts";

/** Files of properties are short. Of a text, this much is searched for tracked changes. */
const maxPropertyBytes = 100_000;
const maxTextBytes = 4_000_000;

/** The format of an archive: of Office if its table of contents says so, else "zip". `hasMacros` for Office's formats. */
export async function identifyArchive(
  source: ByteSource,
  entries: readonly ZipEntry[],
): Promise<{ format: FileFormat; hasMacros: boolean }> {
  const types = (await readText(source, entries, "[Content_Types].xml")) ?? "";
  const format = /wordprocessingml\.(?:document|template)\.main/.test(types)
    ? "docx"
    : /spreadsheetml\.(?:sheet|template)\.main/.test(types)
      ? "xlsx"
      : /presentationml\.(?:presentation|slideshow|template)\.main/.test(types)
        ? "pptx"
        : macroFormat(types);
  const hasMacros =
    /macroEnabled|vbaProject/i.test(types) || entries.some(({ name }) => isVbaProject(name));
  return { format: format ?? "zip", hasMacros: format !== null && hasMacros };
}

function macroFormat(types: string): FileFormat | null {
  const [, program] = /vnd\.ms-(word|excel|powerpoint)\.[\w.]*macroEnabled/i.exec(types) ?? [];
  if (program === undefined) return null;
  return { word: "docx", excel: "xlsx", powerpoint: "pptx" }[program.toLowerCase()] as FileFormat;
}

function isVbaProject(name: string): boolean {
  return /(?:^|\/)vbaProject\.bin$/i.test(name);
}

/** What the properties and the parts of an Office file tell. */
export async function readOfficeFacts(
  source: ByteSource,
  entries: readonly ZipEntry[],
): Promise<FileFacts> {
  const core = (await readText(source, entries, "docProps/core.xml")) ?? "";
  const app = (await readText(source, entries, "docProps/app.xml")) ?? "";
  const custom = (await readText(source, entries, "docProps/custom.xml")) ?? "";
  const text = (await readText(source, entries, "word/document.xml", maxTextBytes)) ?? "";
  const [comments] = entries.filter(({ name }) =>
    /^(?:word|xl|ppt)\/(?:threadedComments\/|comments\/)?(?:comments?|threadedComment|modernComment)[\w-]*\.xml$/i.test(
      name,
    ),
  );
  const commentText =
    comments === undefined ? "" : await readText(source, entries, comments.name, maxPropertyBytes);
  const pages = Number(readElement(app, "Pages") ?? readElement(app, "Slides") ?? 0);
  const template = readElement(app, "Template");
  const properties = keepKnown({
    title: readElement(core, "title"),
    author: readElement(core, "creator"),
    lastModifiedBy: readElement(core, "lastModifiedBy"),
    company: readElement(app, "Company"),
    manager: readElement(app, "Manager"),
    // "Normal.dotm" tells nothing; a path may name the account of a computer.
    template: template !== null && /[/\\:]/.test(template) ? template : null,
    description: readElement(core, "description"),
    email: findEmail([core, app, custom]),
  });
  if (/<(?:\w+:)?(?:comment|cm|threadedComment)\b[^<>]*>/.test(commentText ?? "")) {
    properties.hasComments = true;
  }
  if (/<w:(?:ins|del|moveFrom|moveTo) /.test(text)) properties.hasTrackedChanges = true;
  return {
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
    seconds: null,
    properties,
  };
}

async function readText(
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
  max = maxPropertyBytes,
): Promise<string | null> {
  const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (entry === undefined) return null;
  const bytes = await readZipFile(source, entry, max);
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

/** The text of the first element of this name, whatever its prefix; null if there is none. */
function readElement(xml: string, name: string): string | null {
  const found = new RegExp(`<(?:\\w+:)?${name}(?: [^<>]*)?>([^<]*)<`).exec(xml)?.[1];
  return found === undefined ? null : decodeCharacterReferences(found);
}
