import type { BodyPhoto, PublishedBody, PublishedPhoto } from "../../published/published.ts";
import { html, raw, type Html } from "../../html/template.ts";
import type { PlacedText, SourceRange } from "../../markdown/placed-text.ts";

/**
 * Marks that the renderer writes into a body while it makes it, and takes out at the end: only the finished HTML has
 * places. Nothing an author writes can look like a mark, because templates escape every `<` of theirs.
 */
const addressMark = "<address>";
const marks = /<(address|photo \d+|\/photo)>/;

export type PlaceMarks = {
  /** Stands before an address without origin. */
  address: Html;
  writeAddress: (path: string) => string;
  /** Marks where a photo's element begins and ends. */
  photo: (photo: PublishedPhoto, element: Html) => Html;
  /** The HTML without its marks, and the places where they stood. */
  takeOut: (marked: string) => Omit<PublishedBody, "recordings">;
};

/** The marks of one body. */
export function placeMarks(): PlaceMarks {
  const marked: PublishedPhoto[] = [];
  return {
    address: raw(addressMark),
    writeAddress: (path) => addressMark + path,
    photo: (photo, element) => {
      const number = marked.push(photo) - 1;
      return html`${raw(`<photo ${number}>`)}${element}${raw("</photo>")}`;
    },
    takeOut: (text) => takeOutMarks(text, marked),
  };
}

function takeOutMarks(
  text: string,
  marked: readonly PublishedPhoto[],
): ReturnType<PlaceMarks["takeOut"]> {
  const body: ReturnType<PlaceMarks["takeOut"]> = { html: "", addresses: [], photos: [] };
  let open: Omit<BodyPhoto, "end"> | null = null;
  // A pattern with a group: what stands between the marks alternates with the marks.
  text.split(marks).forEach((piece, index) => {
    const place = body.html.length;
    if (index % 2 === 0) body.html += piece;
    else if (piece === "address") body.addresses.push(place);
    else if (piece === "/photo" && open !== null) body.photos.push({ ...open, end: place });
    else open = findMarkedPhoto(marked, piece, place);
  });
  return body;
}

function findMarkedPhoto(
  marked: readonly PublishedPhoto[],
  mark: string,
  start: number,
): Omit<BodyPhoto, "end"> | null {
  const photo = marked[Number(mark.slice("photo ".length))];
  return photo === undefined ? null : { ...photo, start };
}

/**
 * What is added to a rendered body for an editor. Places are those of the Markdown source. The methods are called in the order
 * of the page.
 */
export type BodyMarks = {
  /** Writes words of the text. */
  words: (words: PlacedText) => Html;
  /** What stands before a block or an item of a list. Called for inner blocks first. */
  before: (place: SourceRange, element: "block" | "item") => Html | null;
  /** Writes a block that stands in no other block. */
  block: (place: SourceRange, element: Html) => Html;
};
