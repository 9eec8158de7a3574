import type { DefinitionToken, ImageToken, LinkToken } from "./body-token.ts";
import { findLabel } from "./place-tokens.ts";
import { slicePlaced, type PlacedText } from "./placed-text.ts";

/** Definitions of addresses (`[tag]: address "title"`) by their tags. */
export type DefinitionTokens = ReadonlyMap<string, DefinitionToken>;

/** The parts of an image or a link in the source. */
export type LinkTarget = {
  /** The label without its backslashes before brackets. */
  label: PlacedText;
  /** Offset of the end of the label in `raw`. */
  labelEnd: number;
  /** In the image or link itself, or in the definition that it names. */
  address: PlacedText;
  /** Offset of the end of the address in `raw`, its angle bracket included. Null for an address in a definition. */
  addressEnd: number | null;
  /** As written, without its quotes. */
  title: PlacedText | null;
};

/** Null for a bare address, which has no parts. */
export function readLinkTarget(
  token: ImageToken | LinkToken,
  definitions: DefinitionTokens,
): LinkTarget | null {
  const raw = { text: token.raw, pieces: token.pieces };
  const { label, end: labelEnd } = findLabel(token, raw);
  if (raw.text[labelEnd] !== "]") return null;
  if (raw.text[labelEnd + 1] === "(") {
    const inline = slicePlaced(raw, labelEnd + 2, raw.text.length - 1);
    const { address, end, title } = readAddress(inline);
    return { label, labelEnd, address, addressEnd: labelEnd + 2 + end, title };
  }
  const definition = definitions.get(readTag(raw.text, labelEnd));
  if (definition === undefined) return null;
  const { address, title } = readDefinition(definition);
  return { label, labelEnd, address, addressEnd: null, title };
}

function readTag(raw: string, labelEnd: number): string {
  const named = raw.slice(labelEnd + 2, -1);
  const label = named === "" ? raw.slice(raw.indexOf("[") + 1, labelEnd) : named;
  // As marked does it, so that all letters that differ in case only are equal.
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase().toLowerCase();
}

function readDefinition(definition: DefinitionToken): ReturnType<typeof readAddress> {
  const raw = { text: definition.raw, pieces: definition.pieces };
  const start = /^ {0,3}\[(?:\\[^]|[^[\]\\])+\]:/.exec(raw.text)?.[0].length ?? 0;
  return readAddress(slicePlaced(raw, start, raw.text.length));
}

/** Reads an address and the title after it. `end` is the offset behind the address. */
function readAddress(source: PlacedText): {
  address: PlacedText;
  end: number;
  title: PlacedText | null;
} {
  const before = /^\s*<?/.exec(source.text)?.[0] ?? "";
  const isBracketed = before.endsWith("<");
  const addressEnd = endOfAddress(source.text, before.length, isBracketed);
  const end = isBracketed ? addressEnd + 1 : addressEnd;
  const rest = source.text.slice(end);
  const start = end + rest.length - rest.trimStart().length;
  const titleEnd = end + rest.trimEnd().length;
  return {
    address: slicePlaced(source, before.length, addressEnd),
    end,
    title: titleEnd - start < 2 ? null : slicePlaced(source, start + 1, titleEnd - 1),
  };
}

/** In angle brackets an address ends at their end, else at white space or at a bracket that it has not opened. */
function endOfAddress(source: string, start: number, isBracketed: boolean): number {
  let open = 0;
  let at = start;
  for (; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\\") at++;
    else if (isBracketed ? char === ">" : /\s/.test(char)) break;
    else if (!isBracketed && char === "(") open++;
    else if (!isBracketed && char === ")" && --open < 0) break;
  }
  return Math.min(at, source.length);
}

/** Text as Markdown reads it in an address or a title: a backslash before punctuation only protects it. */
export const protectedCharacter = /\\([\p{P}\p{S}])/gu;
