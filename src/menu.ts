/** An entry of a menu. `label` is null for the name of what stands at the address; without an address it only heads its entries. */
export type MenuEntry = { label: string | null; address: string | null; entries: MenuEntry[] };

/** A menu, or the number of the first line that is no entry. */
export type ParsedMenu = { entries: MenuEntry[] } | { faultyLine: number };

/**
 * Parses a menu: a line for each entry, "Nhãn | /dia-chi", or only one of the two. A line that begins with "-" stands under the
 * last entry without it.
 */
export function parseMenu(text: string): ParsedMenu {
  const entries: MenuEntry[] = [];
  for (const [n, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [, dash = "", rest = ""] = /^\s*(-?)\s*(.*?)\s*$/.exec(line) ?? [];
    const entry = parseEntry(rest);
    const parent = dash === "" ? null : entries.at(-1);
    const isAlone = dash !== "" && entry?.address === null;
    if (entry === null || parent === undefined || isAlone) return { faultyLine: n + 1 };
    (parent?.entries ?? entries).push(entry);
  }
  return { entries };
}

function parseEntry(text: string): MenuEntry | null {
  const [, label = "", target = ""] = /^(.*?)\s*\|\s*(\S*)$/.exec(text) ?? [];
  if (target !== "" && label !== "") {
    return isAddress(target) ? { label, address: target, entries: [] } : null;
  }
  if (text === "" || text.includes("|")) return null;
  return isAddress(text)
    ? { label: null, address: text, entries: [] }
    : { label: text, address: null, entries: [] };
}

/** A path of this site or a web address. Browsers read a backslash as a slash, so "/\host" would lead to another site. */
function isAddress(text: string): boolean {
  const isWellFormed = /^(?:\/(?!\/)[^\s\\]*|https?:\/\/[^\s\\]+)$/.test(text);
  return isWellFormed && URL.canParse(text, "https://site.invalid");
}

/** A page that readers see, by one of its addresses: the present one and the title. */
export type MenuTarget = { address: string; title: string };

/** The menu without pages that readers do not see. A page has its present address, and its title unless the menu names it. */
export function resolveMenu(
  entries: readonly MenuEntry[],
  pages: ReadonlyMap<string, MenuTarget>,
): MenuEntry[] {
  return entries.flatMap((entry) => {
    const below = resolveMenu(entry.entries, pages);
    const isPage = entry.address?.startsWith("/trang/") === true;
    const page = isPage ? pages.get(entry.address ?? "") : undefined;
    const isGone = isPage && page === undefined;
    const isHeading = (entry.address === null || isGone) && entry.label !== null;
    if (isHeading) {
      return below.length === 0 ? [] : [{ label: entry.label, address: null, entries: below }];
    }
    if (isGone) return below;
    const label = entry.label ?? page?.title ?? null;
    return [{ label, address: page?.address ?? entry.address, entries: below }];
  });
}
