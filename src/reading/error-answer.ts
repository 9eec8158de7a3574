import { readSections } from "../article/section-store.ts";
import type { Section } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { errorPage } from "./error-page.ts";
import type { ErrorStatus } from "./error-page.ts";
import { htmlType } from "./media-type.ts";

/** A failure as a page for readers, with ways on from there. Not cached: what is missing now may be there in a minute. */
export async function errorAnswer(c: AppContext, status: ErrorStatus): Promise<Response> {
  const site = c.var.site ?? null;
  const sections = status === 500 ? [] : await sectionsIfAny(c.env.DB);
  return new Response(errorPage(site, sections, status), {
    status,
    headers: { "content-type": htmlType },
  });
}

async function sectionsIfAny(db: D1Database): Promise<Section[]> {
  try {
    return await readSections(db);
  } catch (error) {
    console.error("the sections could not be read for an error page", error);
    return [];
  }
}
