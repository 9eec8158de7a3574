import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { contentPolicy } from "../html/content-policy.ts";
import { identityStyle } from "../html/identity-style.ts";
import { htmlType } from "../html/page.ts";
import { toCard } from "../published/card-store.ts";
import { frontPageName, readArrangedPage } from "../published/choice-store.ts";
import type { ArrangedPage } from "../published/choice-store.ts";
import { frontPlaces } from "../published/front-page.ts";
import { previewFrontPage } from "../published/front-page-store.ts";
import { arrangeListPart, sectionPlaces } from "../published/list-store.ts";
import { checkTypedPlaces, readTypedPlaces } from "../publishing/typed-places.ts";
import { withoutMeasurement } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { renderFrontPage } from "./front-page.ts";
import { listStyle } from "./page-styles.ts";
import { articlesPerPage } from "./paging.ts";
import { renderSectionPage } from "./section-page.ts";

/** GET /toa-soan/trang-nhat/xem-truoc?page=&story-0=…: the page that readers would get with these choices. */
export async function getArrangedPreview(c: AppContext): Promise<Response> {
  const page = c.req.query("page") ?? frontPageName;
  const { count } = page === frontPageName ? frontPlaces : sectionPlaces;
  const typed = readTypedPlaces((name) => c.req.query(name) ?? "", count);
  const arranged = await readArrangedPage(c.env.DB, page, {
    limit: articlesPerPage + count,
    ids: typed.map(({ article }) => article),
  });
  const { chosen } = checkTypedPlaces(typed, arranged.named, Date.now());
  const site = withoutMeasurement(c.var.site);
  const document =
    page === frontPageName
      ? renderFrontPage(
          site,
          arranged.sections,
          await previewFrontPage(c.env.DB, chosen, arranged.sections),
        )
      : renderSectionPage(site, arrangeSection(page, { ...arranged, chosen }));
  return new Response(document, {
    headers: {
      "content-type": htmlType,
      "content-security-policy": contentPolicy([listStyle, identityStyle(site)]),
    },
  });
}

function arrangeSection(page: string, { sections, chosen, newest }: ArrangedPage) {
  const section = sections.find(({ slug }) => slug === page);
  if (section === undefined) throw new AppError("not-found", readingWords.errors[404].title);
  const named = chosen.map((one) => ({ ...one, card: toCard(one.card, sections) }));
  const cards = newest.map((card) => toCard(card, sections));
  const { cards: shown } = arrangeListPart({ sections, chosen: named, cards }, articlesPerPage);
  return { sections, section, cards: shown, olderHref: null };
}
