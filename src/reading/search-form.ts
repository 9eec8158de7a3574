import { parseQuery } from "../search/search-query.ts";
import type { SearchQuery } from "../search/search-query.ts";
import type { SearchOrder } from "../search/search-store.ts";
import { searchPath } from "../addresses/public.ts";
import { dateExists, makeVietnamInstant } from "../vietnamese/dates.ts";

/** The names in the address, in the order of a clean one. */
export const searchParameters = ["q", "section", "from", "to", "sort", "truoc"] as const;

/** The characters of a section or a wrong date that are kept: the page repeats them in several places. */
const maxEcho = 100;

/** A date from the form: "2026-11-20", and its beginning in Vietnam, ms. */
type FormDate = { text: string; start: number };

/** A search, as the address states it. */
export type SearchForm = {
  query: SearchQuery;
  /** Slug. */
  section: string | null;
  since: FormDate | null;
  until: FormDate | null;
  order: SearchOrder;
  /** Values that are not dates: they filter nothing, and the page says so. */
  wrongDates: string[];
};

/** Reads the form; `value` returns a query parameter. No input is an error. */
export function readSearchForm(value: (name: string) => string | undefined): SearchForm {
  const since = parseFormDate(value("from"));
  const until = parseFormDate(value("to"));
  return {
    query: parseQuery(value("q") ?? ""),
    section: value("section")?.slice(0, maxEcho) ?? null,
    since: since === "wrong" ? null : since,
    until: until === "wrong" ? null : until,
    order: value("sort") === "newest" ? "newest" : "relevance",
    wrongDates: [
      ...(since === "wrong" ? [value("from")?.slice(0, maxEcho) ?? ""] : []),
      ...(until === "wrong" ? [value("to")?.slice(0, maxEcho) ?? ""] : []),
    ],
  };
}

/** "2026-11-20" as date fields send it, or "20/11/2026" where a browser has no such field. */
function parseFormDate(text: string | undefined): FormDate | "wrong" | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return null;
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed) ?? [];
  const [, ownDay, ownMonth, ownYear] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed) ?? [];
  const year = Number(isoYear ?? ownYear);
  const month = Number(isoMonth ?? ownMonth);
  const day = Number(isoDay ?? ownDay);
  // Positions count from 1970; no article is older.
  if (!dateExists(day, month, year) || year < 1971) return "wrong";
  return {
    text: [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"),
    start: makeVietnamInstant(year, month, day).getTime(),
  };
}

/** Whether anything but words narrows the results. */
export function isFiltered({ section, since, until }: SearchForm): boolean {
  return section !== null || since !== null || until !== null;
}

/** The clean address of results: parameters in a fixed order, defaults left out. */
export function searchAddress(form: SearchForm, cursor: string | null = null): string {
  const values = {
    q: form.query.text,
    section: form.section,
    from: form.since?.text ?? null,
    to: form.until?.text ?? null,
    sort: form.order === "newest" ? "newest" : null,
    truoc: cursor,
  };
  const parameters = new URLSearchParams();
  for (const name of searchParameters) {
    const value = values[name];
    if (value !== null && value !== "") parameters.set(name, value);
  }
  return parameters.size === 0 ? searchPath : `${searchPath}?${parameters}`;
}
