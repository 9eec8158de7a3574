import type { Section } from "../article/article.ts";

/** How many accent colours base.css has. */
const accents = 6;

/** The CSS class that gives a section its colour, by its place among the sections. */
export function chooseAccentClass(sections: readonly Section[], slug: string): string {
  const place = sections.findIndex((section) => section.slug === slug);
  return `accent-${(Math.max(place, 0) % accents) + 1}`;
}
