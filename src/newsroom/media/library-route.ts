import type { AppContext } from "../../context.ts";
import { fold } from "../../vietnamese/fold.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { staff, wantsJson } from "../guard.ts";
import { renderLibraryPage, nextPagePath } from "./library-page.ts";
import type { LibrarySearch } from "./library-page.ts";
import { isExpired } from "../../photo/photo-facts.ts";
import { formatIsoDay } from "../../vietnamese/dates.ts";
import { staffFile } from "./photo-details.ts";
import { filterByViewer } from "../../publishing/permission.ts";
import { libraryChoices, readCredits, readLibrary } from "./media-store.ts";
import type { LibraryCursor, LibraryPage } from "./media-store.ts";

const onePage = 36;

/** More words of a search are ignored. */
const bounds = { length: 100, terms: 6 };

/**
 * GET /toa-soan/anh?q=&show=&before=: the photos that the user may see, newest first. A script gets them as JSON: `{photos:
 * [{id, alt, caption, credit, url, expired}], next}`; `next` is the address of the next page, or null.
 */
export async function getLibrary(c: AppContext): Promise<Response> {
  const now = Date.now();
  const query = normaliseLine(c.req.query("q") ?? "").text.slice(0, bounds.length);
  const show = libraryChoices.find((choice) => choice === c.req.query("show")) ?? null;
  const after = parseLibraryCursor(c.req.query("before"));
  const terms = fold(query)
    .split(/\s+/)
    .filter((term) => term !== "")
    .slice(0, bounds.terms);
  const page = await readLibrary(c.env.DB, {
    viewerId: filterByViewer(staff(c)),
    terms,
    credits: await findCredits(c.env.DB, terms),
    show,
    today: formatIsoDay(new Date(now)),
    after,
    limit: onePage,
  });
  if (wantsJson(c)) return c.json(describeLibrary({ ...page, query, show }, now));
  const done = doneBy.get(c.req.query("done") ?? "") ?? null;
  return renderLibraryPage(c, { ...page, query, show, done });
}

/** Messages by the value of `?done=`. */
const doneBy = new Map([
  ["erased", mediaWords.erased],
  ["sent", mediaWords.sent],
]);

function describeLibrary(view: LibraryPage & LibrarySearch, now: number): object {
  const photos = view.photos.map((photo) => {
    const { id, alt, caption, credit } = photo;
    return {
      id,
      alt,
      caption,
      credit,
      url: staffFile(photo, "480.webp"),
      expired: isExpired(photo, now),
    };
  });
  return { photos, next: view.next === null ? null : nextPagePath(view, view.next) };
}

async function findCredits(db: D1Database, terms: string[]): Promise<string[]> {
  if (terms.length === 0) return [];
  const credits = await readCredits(db);
  return credits.filter((credit) => {
    const folded = fold(credit);
    return terms.every((term) => folded.includes(term));
  });
}

function parseLibraryCursor(text: string | undefined): LibraryCursor | null {
  const [, createdAt, id] = /^(\d{1,15})-([\da-f]{64})$/.exec(text ?? "") ?? [];
  return createdAt === undefined || id === undefined ? null : { createdAt: Number(createdAt), id };
}
