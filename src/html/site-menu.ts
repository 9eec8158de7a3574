import { sectionPath } from "../addresses/public.ts";
import type { Section } from "../article/article.ts";
import { chooseAccentClass } from "./accent.ts";
import type { MenuEntry } from "../menu.ts";
import { lookUpPages } from "./look-up-pages.ts";
import { html, type Html } from "./template.ts";

/** An entry with its name. */
type NamedEntry = { name: string; address: string | null; entries: NamedEntry[] };

/** The items of the header's menu. An entry with others below it opens by a press, without script. */
export function renderMenuItems(
  menu: readonly MenuEntry[],
  sections: readonly Section[],
  current: string | null,
): Html[] {
  return nameEntries(menu, sections).map(
    (entry) =>
      html`<li class="${chooseMenuAccent(entry, sections)}">
        ${renderHeaderEntry(entry, current)}
      </li>`,
  );
}

/** A section has its colour in the menu, too. */
function chooseMenuAccent({ address }: NamedEntry, sections: readonly Section[]): string {
  const section = sections.find(({ slug }) => address === sectionPath(slug));
  return section === undefined ? "" : chooseAccentClass(sections, section.slug);
}

function renderHeaderEntry(entry: NamedEntry, current: string | null): Html {
  const { name, address, entries } = entry;
  if (entries.length === 0) return renderLink(entry, current);
  const own = address === null ? [] : [{ name, address, entries: [] }];
  const isAbove = entries.some((below) => isCurrent(below, current));
  return html`<details class="menu-more" name="menu">
    <summary lang="vi" ${isAbove ? html`aria-current="true"` : null}>${name}</summary>
    <ul>
      ${[...own, ...entries].map((below) => html`<li>${renderLink(below, current)}</li>`)}
    </ul>
  </details>`;
}

/** The items of the footer's menu, all of them open. */
export function renderFooterItems(
  menu: readonly MenuEntry[],
  sections: readonly Section[],
): Html[] {
  return nameEntries(menu, sections).map(
    (entry) =>
      html`<li>
        ${entry.address === null ? html`<b>${entry.name}</b>` : renderLink(entry, null)}
        ${
          entry.entries.length === 0
            ? null
            : html`<ul>
                ${entry.entries.map((below) => html`<li>${renderLink(below, null)}</li>`)}
              </ul>`
        }
      </li>`,
  );
}

function renderLink(entry: NamedEntry, current: string | null): Html {
  const mark = isCurrent(entry, current) ? html`aria-current="page"` : null;
  return html`<a lang="vi" href="${entry.address ?? ""}" ${mark}>${entry.name}</a>`;
}

/** `current` is a section's slug or the address of a page. */
function isCurrent({ address }: NamedEntry, current: string | null): boolean {
  return current !== null && (address === current || address === sectionPath(current));
}

/** A section has its present name; an entry of a section that was removed is left out. */
function nameEntries(menu: readonly MenuEntry[], sections: readonly Section[]): NamedEntry[] {
  return menu.flatMap(({ label, address, entries }) => {
    const below = nameEntries(entries, sections);
    const isSection = /^\/chuyen-muc\/[^/]+$/.test(address ?? "");
    const section = sections.find(({ slug }) => address === sectionPath(slug));
    if (isSection && section === undefined) return below;
    const name = label ?? section?.name ?? lookUpPages.get(address ?? "") ?? address;
    return name === null ? below : [{ name, address, entries: below }];
  });
}
