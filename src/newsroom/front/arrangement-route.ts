import { arrangeFrontPath, arrangeSectionPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { frontPageName, readArrangedPage } from "../../published/choice-store.ts";
import type { ArrangedPage } from "../../published/choice-store.ts";
import { frontPlaces } from "../../published/front-page.ts";
import { sectionPlaces } from "../../published/list-store.ts";
import { fillPlaces } from "../../published/places.ts";
import type { PlaceRules } from "../../published/places.ts";
import { saveChoices } from "../../publishing/front-edits.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { checkTypedPlaces, readTypedPlaces } from "../../publishing/typed-places.ts";
import type { TypedPlace } from "../../publishing/typed-places.ts";
import { readForm } from "../../request/read-body.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { search } from "../../search/search.ts";
import { parseQuery } from "../../search/search-query.ts";
import { frontWords } from "../../vietnamese/words/front.ts";
import { seeOther } from "../answer.ts";
import { toWallClock } from "../article/schedule-presets.ts";
import { readLine, readRaw } from "../form-data.ts";
import { startAct } from "../guard.ts";
import { arrangementPage } from "./arrangement-page.ts";

/** How many of the newest articles each place offers, and how many that were found. */
const offered = 30;
const maxFound = 20;

/** What an editor sent: `base` is the number of the save that the form was made from. */
type Typed = { places: TypedPlace[]; base: number; query: string; placed?: string | null };

/** GET /toa-soan/trang-nhat and …/:section. `?story=` puts an article into the first place of the form; nothing is saved. */
export async function getArrangement(c: AppContext): Promise<Response> {
  const story = c.req.query("story");
  if (story === undefined) return showArrangement(c, null, null);
  const page = pageName(c);
  const stored = await readPage(c, page, [story]);
  const places = putFirst(typeStored(stored, placeRules(page)), story);
  const base = stored.lastEdit?.number ?? 0;
  const title = stored.named[0]?.title ?? null;
  const placed = title === null ? null : frontWords.movedTo(title, 1);
  return showArrangement(c, { places, base, query: "", placed }, null);
}

/** The chosen articles at the top move down by one place, up to the first automatic place. */
function putFirst(places: readonly TypedPlace[], article: string): TypedPlace[] {
  const others = places.map((one) => (one.article === article ? emptyPlace : one));
  const free = others.findIndex((one) => one.article === "");
  return [{ article, until: "" }, ...others.toSpliced(free === -1 ? others.length - 1 : free, 1)];
}

const emptyPlace: TypedPlace = { article: "", until: "" };

/** The text fields of the form. */
export const arrangementFields = /^(?:step|base|q|(?:story|until)-\d{1,2})$/;

/** POST: saves the choices ("save"), or shows the form again with a moved article ("3:-1") or with articles found. */
export async function postArrangement(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const page = pageName(c);
  const { count } = placeRules(page);
  const typed = {
    places: readTypedPlaces((name) => readLine(form, name), count),
    base: parseWholeNumber(readRaw(form, "base")) ?? 0,
    query: readLine(form, "q"),
  };
  const step = readRaw(form, "step");
  const move = /^(\d{1,2}):(-1|1)$/.exec(step);
  if (move !== null) return moveOne(c, typed, Number(move[1]), Number(move[2]));
  if (step !== "save") return showArrangement(c, typed, null);
  try {
    await save(c, page, typed);
  } catch (error) {
    if (!(error instanceof AppError) || !["conflict", "invalid"].includes(error.code)) throw error;
    return showArrangement(c, typed, error);
  }
  return seeOther(`${arrangedPath(page)}?done=saved`);
}

async function save(c: AppContext, page: string, { places, base }: Typed): Promise<void> {
  const act = startAct(c);
  const { named } = await readPage(
    c,
    page,
    places.map(({ article }) => article),
  );
  const { chosen, errors } = checkTypedPlaces(places, named, act.now);
  const [first] = errors;
  if (first !== undefined) throw new AppError("invalid", first.message, errors);
  const choices = chosen.map(({ place, until, card }) => {
    return { place, until, article: card.id, title: card.title };
  });
  await saveChoices(act, page, { base, choices });
  await purgeDue(act.db, c.executionCtx, act.now);
}

/** Shows the form with the article of a place one place further up or down. An article that was automatic is chosen then. */
async function moveOne(c: AppContext, typed: Typed, place: number, by: number): Promise<Response> {
  const page = pageName(c);
  const found = await readPage(
    c,
    page,
    typed.places.map(({ article }) => article),
  );
  const { chosen } = checkTypedPlaces(typed.places, found.named, Date.now());
  const moved = fillPlaces(chosen, found.newest, placeRules(page)).find(
    (one) => one.place === place,
  );
  const { [place]: fields, [place + by]: other } = typed.places;
  if (moved === undefined || fields === undefined || other === undefined) {
    return showArrangement(c, typed, null);
  }
  const places = [...typed.places];
  places[place] = other;
  places[place + by] = { ...fields, article: moved.card.id };
  return showArrangement(c, { ...typed, places }, null);
}

async function showArrangement(
  c: AppContext,
  typed: Typed | null,
  refused: AppError | null,
): Promise<Response> {
  const page = pageName(c);
  const found = await findArticles(c, page, typed?.query ?? "");
  const ids = [...(typed?.places ?? []).map(({ article }) => article), ...found];
  const arranged = await readPage(c, page, ids);
  const rules = placeRules(page);
  const places = typed?.places ?? typeStored(arranged, rules);
  const known = [...arranged.named, ...arranged.chosen.map(({ card }) => card)];
  const { chosen, errors } = checkTypedPlaces(places, known, Date.now());
  const isStale = refused?.code === "conflict";
  const last = arranged.lastEdit?.number ?? 0;
  return arrangementPage(c, {
    page,
    path: arrangedPath(page),
    arranged,
    places,
    filled: fillPlaces(chosen, arranged.newest, rules),
    found: found.flatMap((id) => known.filter((card) => card.id === id)),
    query: typed?.query ?? "",
    placed: typed?.placed ?? null,
    // After a refusal the editor has seen the newer choices, and may replace them.
    base: typed === null || isStale ? last : typed.base,
    refused,
    errors: typed === null ? [] : errors,
  });
}

/** The stored choices as fields. */
function typeStored({ chosen }: ArrangedPage, { count }: PlaceRules): TypedPlace[] {
  return Array.from({ length: count }, (_, place) => {
    const choice = chosen.find((one) => one.place === place);
    const until = choice?.until ?? null;
    return {
      article: choice?.card.id ?? "",
      until: until === null ? "" : toWallClock(until),
    };
  });
}

/** The ids of articles with these words; on a section's page only of that section. */
async function findArticles(c: AppContext, page: string, query: string): Promise<string[]> {
  const results = await search(c.env.DB, {
    query: parseQuery(query),
    order: "relevance",
    section: page === frontPageName ? null : page,
    since: null,
    until: null,
    after: null,
    limit: maxFound,
  });
  return results?.found.map(({ card }) => card.id) ?? [];
}

/** AppError not-found if there is no such section. */
async function readPage(
  c: AppContext,
  page: string,
  ids: readonly string[],
): Promise<ArrangedPage> {
  const arranged = await readArrangedPage(c.env.DB, page, { limit: offered, ids });
  if (page === frontPageName || arranged.sections.some(({ slug }) => slug === page)) {
    return arranged;
  }
  throw new AppError("not-found", frontWords.noSuchPage);
}

function placeRules(page: string): PlaceRules {
  return page === frontPageName ? frontPlaces : sectionPlaces;
}

function pageName(c: AppContext): string {
  return c.req.param("section") ?? frontPageName;
}

function arrangedPath(page: string): string {
  return page === frontPageName ? arrangeFrontPath : arrangeSectionPath(page);
}
