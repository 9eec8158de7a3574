import * as at from "./newsroom.ts";
import { searchPath } from "./public.ts";

/** The new name of a query parameter; with `values`, new names of its values, too. */
type NewName = string | { name: string; values: Record<string, string> };

const comma: NewName = { name: "separator", values: { phay: "comma" } };
const logNames = {
  nguoi: "person",
  viec: "act",
  ve: "subject",
  tu: "since",
  den: "until",
  truoc: "before",
  ngan: comma,
};
const royaltyNames = {
  thang: "month",
  loai: { name: "kind", values: { tong: "sums" } },
  ngan: comma,
};

/** The Vietnamese names that query parameters once had, by address. Bookmarks may still have them. */
const oldNames: readonly [pattern: string, names: Record<string, NewName>][] = [
  [
    searchPath,
    {
      "chuyen-muc": "section",
      tu: "from",
      den: "to",
      "sap-xep": { name: "sort", values: { moi: "newest" } },
    },
  ],
  [at.signInPath, { den: "next" }],
  [
    at.articlesPath,
    {
      tim: "q",
      "tinh-trang": "state",
      "chuyen-muc": "section",
      cua: { name: "owner", values: { toi: "me" } },
      truoc: "before",
    },
  ],
  [
    at.mediaPath,
    {
      "chua-dung": { name: "show", values: { "1": "unused" } },
      unused: { name: "show", values: { "1": "unused" } },
      truoc: "before",
    },
  ],
  [at.compareVersionsPath.pattern, { tu: "from", den: "to" }],
  [
    at.previewPath.pattern,
    {
      o: { name: "screen", values: { "may-tinh": "desktop", "dien-thoai": "telephone" } },
      ban: "version",
    },
  ],
  [at.previewedArticlePath.pattern, { ban: "version" }],
  [at.logPath, logNames],
  [at.logCsvPath, logNames],
  [at.royaltiesPath, royaltyNames],
  [at.royaltiesCsvPath, royaltyNames],
];

/** The address with the present names of its parameters; null if it has no old ones. */
export function replaceOldNames({ pathname, searchParams }: URL): string | null {
  const [, names = {}] = oldNames.find(([pattern]) => matches(pattern, pathname)) ?? [];
  if (![...searchParams.keys()].some((name) => Object.hasOwn(names, name))) return null;
  const renamed = [...searchParams].map(([name, value]) => {
    const known = findOwn(names, name);
    if (typeof known === "object") return [known.name, findOwn(known.values, value) ?? value];
    return [known ?? name, value];
  });
  return `${pathname}?${new URLSearchParams(renamed)}`;
}

/** The value of a name from outside. Every object also has names that it inherits, such as "constructor". */
function findOwn<Value>(record: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((part, n) => part.startsWith(":") || part === given[n])
  );
}
