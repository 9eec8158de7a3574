import {
  addSection,
  orderSections,
  readSections,
  readUsedSections,
  removeSection,
  renameSection,
} from "../../article/section-store.ts";
import type { Section } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { slugify } from "../../vietnamese/slug.ts";
import { sectionWords } from "../../vietnamese/words/sections.ts";
import { changeSite } from "./site-change.ts";

/** Characters; the menu of a telephone takes no more. */
export const maxSectionNameLength = 60;

/**
 * Addresses that a section does not get, though it would work: somebody who reads them aloud would take them for the place
 * of that name, and "bai-viet" is what a name without one letter of Latin script becomes.
 */
const reserved = new Set([
  "api",
  "bai-viet",
  "chuyen-muc",
  "dong-su-kien",
  "luu-tru",
  "tac-gia",
  "the",
  "tim-kiem",
  "toa-soan",
  "trang-chu",
  "xem-truoc",
]);

/** Adds a section under the address that its name gives. AppErrors: invalid, conflict. */
export async function createSection(c: AppContext, name: string): Promise<void> {
  const sections = await readSections(c.env.DB);
  const slug = chooseSectionSlug(name, sections);
  await changeSite(c, [addSection(c.env.DB, { slug, name })], {
    act: "section.added",
    subject: slug,
    detail: { name },
  });
}

/** Gives a section another name; its address, which readers have kept, stays. AppErrors: not-found, invalid. */
export async function nameSection(c: AppContext, slug: string, name: string): Promise<void> {
  const sections = await readSections(c.env.DB);
  const section = findSection(sections, slug);
  refuseName(
    name,
    sections.filter((other) => other !== section),
  );
  await changeSite(c, [renameSection(c.env.DB, { slug, name })], {
    act: "section.renamed",
    subject: slug,
    detail: {
      from: section.name,
      to: name,
    },
  });
}

/** Moves a section one place; the first cannot go up, nor the last down. AppError not-found. */
export async function moveSection(c: AppContext, slug: string, by: -1 | 1): Promise<void> {
  const sections = await readSections(c.env.DB);
  const place = sections.indexOf(findSection(sections, slug));
  const order = sections.map((section) => section.slug);
  const target = place + by;
  if (order[target] === undefined) return;
  order.splice(target, 0, ...order.splice(place, 1));
  await changeSite(c, [orderSections(c.env.DB, order)], {
    act: "section.moved",
    subject: slug,
    detail: { place: target + 1 },
  });
}

/** Removes a section that no article stands in. AppErrors: not-found, conflict. */
export async function deleteSection(c: AppContext, slug: string): Promise<void> {
  const { articles, name } = findSection(await readUsedSections(c.env.DB), slug);
  if (articles > 0) throw new AppError("conflict", sectionWords.inUse(name, articles));
  await changeSite(c, [removeSection(c.env.DB, slug)], {
    act: "section.removed",
    subject: slug,
    detail: { name },
  });
}

function findSection<Kind extends Section>(sections: readonly Kind[], slug: string): Kind {
  const section = sections.find((one) => one.slug === slug);
  if (section === undefined) throw new AppError("not-found", sectionWords.unknown);
  return section;
}

function chooseSectionSlug(name: string, sections: readonly Section[]): string {
  refuseName(name, sections);
  const slug = slugify(name);
  if (reserved.has(slug)) throw makeRefusal(sectionWords.reserved(slug));
  const twin = sections.find((section) => section.slug === slug);
  if (twin !== undefined) throw makeRefusal(sectionWords.sameAddress(slug, twin.name));
  return slug;
}

function refuseName(name: string, others: readonly Section[]): void {
  if (name === "") throw makeRefusal(sectionWords.nameless);
  if (name.length > maxSectionNameLength)
    throw makeRefusal(sectionWords.tooLong(maxSectionNameLength));
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw makeRefusal(sectionWords.sameName(name));
  }
}

function makeRefusal(message: string): AppError {
  return new AppError("invalid", message, [{ path: "name", message }]);
}
