import { listAllTokens, readBodyTokens, type BodyToken } from "./body-token.ts";
import { readDefinitions, lexBody, replaceRanges } from "./markdown.ts";
import { readLinkTarget } from "./link-target.ts";
import { readOutline } from "./outline.ts";
import { findSourceRange, type SourceRange } from "./placed-text.ts";

/** A space that markup around it does not drop: `*&#32;*` is emphasis, `**` is text. */
const writtenSpace = "&#32;";

/** Code can become a photo when the text before it goes. More passes than this are never needed. */
const maxPasses = 3;

/**
 * A body without some of its photos. `isGone` gets the text after `photo:`. Ids, alts and captions go, whatever way the
 * photo is written, and so do definitions of its address. Of a link to the photo only the label stays. Everything else
 * keeps its bytes, or, if it would then be read differently, gets a written space in place of the photo.
 * Throws if the lexer still finds one of the photos afterwards.
 */
export function removePhotos(markdown: string, isGone: (ref: string) => boolean): string {
  let body = markdown;
  for (let pass = 0; pass <= maxPasses; pass++) {
    const { tokens } = lexBody(body);
    if (!listAllTokens(tokens).some((token) => namesGonePhoto(token, isGone))) return body;
    body = removeOnce(body, tokens, isGone);
  }
  throw new Error("a photo that is gone can still be found in the body");
}

function removeOnce(
  markdown: string,
  tokens: BodyToken[],
  isGone: (ref: string) => boolean,
): string {
  const shortest = replaceRanges(markdown, listRemovals(tokens, isGone, ""));
  const keepsTheRest = readOutline(lexBody(shortest).tokens) === readOutlineWithout(tokens, isGone);
  return keepsTheRest
    ? shortest
    : replaceRanges(markdown, listRemovals(tokens, isGone, writtenSpace));
}

/**
 * The text after `photo:` of every address in a body: of photos, shown or not, of links and of definitions. Removal has to
 * know all of them: a photo in another photo's alt is not shown, but its alt is.
 */
export function listPhotosNamedInBody(markdown: string): string[] {
  const refs = listAllTokens(lexBody(markdown).tokens).map(readPhotoAddress);
  return [...new Set(refs.filter((ref) => ref !== null))];
}

function namesGonePhoto(token: BodyToken, isGone: (ref: string) => boolean): boolean {
  const ref = readPhotoAddress(token);
  return ref !== null && isGone(ref);
}

function readPhotoAddress(token: BodyToken): string | null {
  if (token.type !== "image" && token.type !== "link" && token.type !== "def") return null;
  return token.href.startsWith("photo:") ? token.href.slice("photo:".length) : null;
}

function readOutlineWithout(tokens: BodyToken[], isGone: (ref: string) => boolean): string {
  return readOutline(tokens, function write(token): string | null {
    if (!namesGonePhoto(token, isGone)) return null;
    const isLabelled = token.type === "link" && !token.raw.startsWith("<");
    return isLabelled ? readOutline(readBodyTokens(token.tokens), write) : "";
  });
}

type Removal = SourceRange & { text: string };

function listRemovals(
  tokens: BodyToken[],
  isGone: (ref: string) => boolean,
  replacement: string,
): Removal[] {
  const definitions = readDefinitions(tokens);
  const alone = new Set(
    tokens.flatMap((token) =>
      token.type === "paragraph" && token.tokens.length === 1 ? readBodyTokens(token.tokens) : [],
    ),
  );
  return listAllTokens(tokens)
    .filter((token) => namesGonePhoto(token, isGone))
    .flatMap((token): Removal[] => {
      const whole = findSourceRange(token.pieces, 0, token.raw.trimEnd().length);
      if (token.type !== "link") {
        const needsNoSpace = token.type === "def" || alone.has(token);
        return [{ start: whole.start, end: whole.end, text: needsNoSpace ? "" : replacement }];
      }
      const target = readLinkTarget(token, definitions);
      // A bare address is its own label.
      if (target === null) return [{ start: whole.start, end: whole.end, text: replacement }];
      const { start } = findSourceRange(token.pieces, 1, 1);
      const { start: end } = findSourceRange(token.pieces, target.labelEnd, target.labelEnd);
      return [
        { start: whole.start, end: start, text: "" },
        { start: end, end: whole.end, text: "" },
      ];
    });
}
