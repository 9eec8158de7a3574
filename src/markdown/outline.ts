import {
  readInlineText,
  readLeafText,
  readPhotoReference,
  type PhotoReference,
} from "./body-text.ts";
import { readBodyTokens, listChildTokens, type BodyToken, type ImageToken } from "./body-token.ts";

/** Writes one token in an outline in its own way, or returns null for the usual way. */
export type WriteToken = (token: BodyToken) => string | null;

/**
 * What tokens say, for comparing two bodies: the structure, the words and the photos, without places. White space counts
 * as one space, and markup around nothing is left out.
 */
export function readOutline(tokens: BodyToken[], write: WriteToken = () => null): string {
  return writeAll(tokens, write).replace(/\s+/g, " ").trim();
}

export function readPhotoOutline({ ref, alt, caption }: PhotoReference): string {
  const words = [alt, caption ?? ""].map((text) => text.replace(/\s+/g, " ").trim());
  return writeElement(`photo ${JSON.stringify([ref, ...words])}`, "");
}

function writeAll(tokens: BodyToken[], write: WriteToken): string {
  return tokens.map((token) => write(token) ?? writeToken(token, write)).join("");
}

function writeToken(token: BodyToken, write: WriteToken): string {
  const leaf = readLeafText(token);
  if (leaf !== null) return token.type === "codespan" ? writeElement("code", leaf.text) : leaf.text;
  const { type } = token;
  if (type === "br" || type === "space") return " ";
  if (type === "image") {
    return readPhotoOutline({ ...readPhotoReference(token), alt: readAlt(token, write) });
  }
  if (type === "table") {
    const rows = [token.header, ...token.rows].map((row) =>
      row
        .map((cell) => writeElement("cell", writeAll(readBodyTokens(cell.tokens), write).trim()))
        .join(""),
    );
    return writeElement(`table ${token.align.join()}`, rows.join("\n"));
  }
  const content = type === "code" ? token.text : writeAll(listChildTokens(token), write);
  const name = describe(token);
  if (content.trim() === "" && !standsAlone(token)) return content;
  return writeElement(name, isInline(token) ? content : content.trim());
}

/** Whether a token means something although it holds nothing. */
function standsAlone({ type }: BodyToken): boolean {
  return ["footnoteReference", "def", "code", "hr", "checkbox"].includes(type);
}

function readAlt(image: ImageToken, write: WriteToken): string {
  const alt = readInlineText(
    listChildTokens(image),
    (nested) => write(nested) ?? readAlt(nested, write),
  );
  return alt.replace(/\s+/g, " ").trim();
}

function isInline({ type }: BodyToken): boolean {
  return type === "strong" || type === "em" || type === "del" || type === "link";
}

function describe(token: BodyToken): string {
  const { type } = token;
  if (type === "heading") return `heading ${token.depth}`;
  if (type === "link") return `link ${JSON.stringify([token.href, token.title ?? null])}`;
  if (type === "list") return `list ${token.ordered} ${token.start} ${token.loose}`;
  if (type === "footnote" || type === "footnoteReference") return `${type} ${token.label}`;
  if (type === "def") return `def ${JSON.stringify([token.tag, token.href, token.title])}`;
  if (type === "code") return `code ${token.lang ?? ""}`;
  return type === "hr" || type === "checkbox" ? `${type} ${token.raw}` : type;
}

/** The brackets are characters that no text has. */
function writeElement(name: string, content: string): string {
  return `\u0001${name}\u0002${content}\u0003`;
}
