import { readUsedSections } from "../../article/section-store.ts";
import type { AppContext } from "../../context.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { sectionsPath } from "../../addresses/newsroom.ts";
import { createSection, deleteSection, moveSection, nameSection } from "./sections.ts";
import { changeOrShowRefusal } from "./site-change.ts";
import { renderSectionsPage } from "./sections-page.ts";

/** GET /toa-soan/quan-tri/chuyen-muc. */
export async function getSections(c: AppContext): Promise<Response> {
  return renderSectionsPage(c, await readUsedSections(c.env.DB), null);
}

/** POST: another section. */
export async function postSection(c: AppContext): Promise<Response> {
  const name = readLine(await readForm(c), "name");
  return change(c, null, name, () => createSection(c, name));
}

/** POST …/:section/ten. The field bears the slug, so that a page with many of them has each id once. */
export async function postSectionName(c: AppContext): Promise<Response> {
  const slug = readSectionSlug(c);
  const name = readLine(await readForm(c), `name-${slug}`);
  return change(c, slug, name, () => nameSection(c, slug, name));
}

/** POST …/:section/len and …/xuong. */
export async function postSectionUp(c: AppContext): Promise<Response> {
  return change(c, readSectionSlug(c), null, () => moveSection(c, readSectionSlug(c), -1));
}

export async function postSectionDown(c: AppContext): Promise<Response> {
  return change(c, readSectionSlug(c), null, () => moveSection(c, readSectionSlug(c), 1));
}

/** POST …/:section/xoa. */
export async function postSectionRemoval(c: AppContext): Promise<Response> {
  return change(c, readSectionSlug(c), null, () => deleteSection(c, readSectionSlug(c)));
}

async function change(
  c: AppContext,
  slug: string | null,
  name: string | null,
  act: () => Promise<void>,
): Promise<Response> {
  return changeOrShowRefusal(act, sectionsPath, async (error) =>
    renderSectionsPage(c, await readUsedSections(c.env.DB), { slug, name, error }),
  );
}

function readSectionSlug(c: AppContext): string {
  return c.req.param("section") ?? "";
}
