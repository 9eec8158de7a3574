import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import {
  arrangeFrontPath,
  arrangeSectionPath,
  frontBlocksPath,
  staffPhotoPath,
} from "../addresses/newsroom.ts";
import { readBlocks } from "../published/block-store.ts";
import { toCard } from "../published/card-store.ts";
import { frontPageName, readArrangedPage } from "../published/choice-store.ts";
import type { ArrangedPage } from "../published/choice-store.ts";
import { frontPlaces } from "../published/front-page.ts";
import { previewFrontPage } from "../published/front-page-store.ts";
import { arrangeListPart, sectionPlaces } from "../published/list-store.ts";
import { checkTypedBlocks, readTypedBlocks } from "../publishing/typed-blocks.ts";
import { checkTypedPlaces, readTypedPlaces } from "../publishing/typed-places.ts";
import { withoutMeasurement } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { renderFrontPage } from "./front-page.ts";
import { writePhotoAddress } from "./preview-page.ts";
import { articlesPerPage } from "./paging.ts";
import { renderSectionPage } from "./section-page.ts";
import { answerUnsaved, renderUnsavedFrame } from "./unsaved-preview.ts";

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
  const path = page === frontPageName ? arrangeFrontPath : arrangeSectionPath(page);
  const preview = renderUnsavedFrame(path, c.req.query());
  const document =
    page === frontPageName
      ? renderFrontPage(
          site,
          arranged.sections,
          await previewFrontPage(c.env.DB, { chosen }, arranged.sections),
          preview,
        )
      : renderSectionPage(site, { ...arrangeSection(page, { ...arranged, chosen }), preview });
  return answerUnsaved(site, document);
}

/** GET /toa-soan/quan-tri/khoi/xem-truoc?what-0=…: the front page that readers would get with these blocks. */
export async function getBlocksPreview(c: AppContext): Promise<Response> {
  const db = c.env.DB;
  const { sections, topics } = await readBlocks(db);
  const typed = readTypedBlocks((name) => c.req.query(name) ?? "");
  const { blocks } = await checkTypedBlocks(db, typed, { sections, topics });
  const site = withoutMeasurement(c.var.site);
  const front = await previewFrontPage(db, { blocks }, sections);
  const banners = blocks.flatMap((block) => (block.kind === "banner" ? [block.photo.id] : []));
  const document = renderFrontPage(site, sections, front, {
    ...renderUnsavedFrame(frontBlocksPath, c.req.query()),
    writeAddress: (path) => writePhotoAddress(banners, path, staffPhotoPath),
  });
  return answerUnsaved(site, document);
}

function arrangeSection(page: string, { sections, chosen, newest }: ArrangedPage) {
  const section = sections.find(({ slug }) => slug === page);
  if (section === undefined) throw new AppError("not-found", readingWords.errors[404].title);
  const named = chosen.map((one) => ({ ...one, card: toCard(one.card, sections) }));
  const cards = newest.map((card) => toCard(card, sections));
  const { cards: shown } = arrangeListPart({ sections, chosen: named, cards }, articlesPerPage);
  return { sections, section, cards: shown, olderHref: null };
}
