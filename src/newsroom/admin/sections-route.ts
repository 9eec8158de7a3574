import { readUsedSections } from "../../article/section-store.ts";
import type { AppContext } from "../../context.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { sectionsPath } from "../../addresses/newsroom.ts";
import { createSection, deleteSection, moveSection, nameSection } from "./sections.ts";
import { changeOrShowRefusal } from "./site-change.ts";
import { sectionsPage } from "./sections-page.ts";

/** GET /toa-soan/quan-tri/chuyen-muc. */
export async function getSections(c: AppContext): Promise<Response> {
  return sectionsPage(c, await readUsedSections(c.env.DB), null);
}

/** POST: another section. */
export async function postSection(c: AppContext): Promise<Response> {
  const name = readLine(await readForm(c), "name");
  return change(c, null, name, () => createSection(c, name));
}

/** POST …/:section/ten. The field bears the slug, so that a page with many of them has each id once. */
export async function postSectionName(c: AppContext): Promise<Response> {
  const slug = sectionSlug(c);
  const name = readLine(await readForm(c), `name-${slug}`);
  return change(c, slug, name, () => nameSection(c, slug, name));
}

/** POST …/:section/len and …/xuong. */
export async function postSectionUp(c: AppContext): Promise<Response> {
  return change(c, sectionSlug(c), null, () => moveSection(c, sectionSlug(c), -1));
}

export async function postSectionDown(c: AppContext): Promise<Response> {
  return change(c, sectionSlug(c), null, () => moveSection(c, sectionSlug(c), 1));
}

/** POST …/:section/xoa. */
export async function postSectionRemoval(c: AppContext): Promise<Response> {
  return change(c, sectionSlug(c), null, () => deleteSection(c, sectionSlug(c)));
}

async function change(
  c: AppContext,
  slug: string | null,
  name: string | null,
  act: () => Promise<void>,
): Promise<Response> {
  return changeOrShowRefusal(act, sectionsPath, async (error) =>
    sectionsPage(c, await readUsedSections(c.env.DB), { slug, name, error }),
  );
}

function sectionSlug(c: AppContext): string {
  return c.req.param("section") ?? "";
}
