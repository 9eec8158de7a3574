import { beyondEveryPosition, cursorOf, positionOf } from "../article/position.ts";
import { readSectionPage } from "../article/list-store.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { sectionPath } from "../html/addresses.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { htmlType } from "./media-type.ts";
import { sectionPage } from "./section-page.ts";

const perPage = 20;

/** GET /chuyen-muc/:section, and `?truoc=` for what was published before. */
export async function getSectionPage(c: AppContext): Promise<Response> {
  const slug = c.req.param("section") ?? "";
  const cursor = c.req.query("truoc");
  const before = cursor === undefined ? beyondEveryPosition : positionOf(cursor);
  if (before === null) throw notFound();
  const { sections, cards, older } = await readSectionPage(c.env.DB, slug, {
    before,
    limit: perPage,
  });
  const section = sections.find((known) => known.slug === slug);
  if (section === undefined) throw notFound();
  const path = sectionPath(slug);
  const page = sectionPage(c.var.site, {
    sections,
    section,
    cards,
    path: cursor === undefined ? path : `${path}?truoc=${cursor}`,
    olderHref: older === null ? null : `${path}?truoc=${cursorOf(older)}`,
    newerHref: cursor === undefined ? null : path,
  });
  return publicDocument(page, htmlType, [tags.section(slug), tags.site]);
}

function notFound(): AppError {
  return new AppError("not-found", readingWords.errors[404].title);
}
