import type { AppContext } from "../../context.ts";
import { fold } from "../../vietnamese/fold.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { staff } from "../guard.ts";
import { libraryPage } from "./library-page.ts";
import { viewerFilter } from "../../publishing/permission.ts";
import { readCredits, readLibrary } from "./media-store.ts";
import type { LibraryCursor } from "./media-store.ts";

const onePage = 36;

/** More words of a search are ignored. */
const bounds = { length: 100, terms: 6 };

/** GET /toa-soan/anh?q=&unused=1&before=: the photos that the user may see, newest first. */
export async function getLibrary(c: AppContext): Promise<Response> {
  const query = normaliseLine(c.req.query("q") ?? "").text.slice(0, bounds.length);
  const unused = c.req.query("unused") === "1";
  const after = parseLibraryCursor(c.req.query("before"));
  const terms = fold(query)
    .split(/\s+/)
    .filter((term) => term !== "")
    .slice(0, bounds.terms);
  const page = await readLibrary(c.env.DB, {
    viewerId: viewerFilter(staff(c)),
    terms,
    credits: await creditsWith(c.env.DB, terms),
    unused,
    after,
    limit: onePage,
  });
  const done = c.req.query("done") === "erased" ? mediaWords.erased : null;
  return libraryPage(c, { ...page, query, unused, done });
}

async function creditsWith(db: D1Database, terms: string[]): Promise<string[]> {
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
