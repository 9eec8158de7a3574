import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { Article, Version } from "../../article/article.ts";
import { readSections } from "../../article/section-store.ts";
import { readVersion, readVersionLines } from "../../article/version-store.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { recordOpening } from "../record-opening.ts";
import { idParam, startAct } from "../guard.ts";
import { comparePage } from "./compare-page.ts";
import { renderVersionPage } from "./version-page.ts";
import { renderVersionsPage } from "./versions-page.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import { listLostPhotos } from "../../publishing/projection.ts";
import { restoreVersion } from "../../publishing/restoration.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";

/** GET …/phien-ban: every version of an article. */
export async function getVersionsPage(c: AppContext): Promise<Response> {
  const article = await readArticleInPath(c);
  return renderVersionsPage(c, article, await readVersionLines(c.env.DB, article.id));
}

/** GET …/phien-ban/:n: one version, as readers would see it. */
export async function getVersionPage(c: AppContext): Promise<Response> {
  const article = await readArticleInPath(c);
  const version = await requireVersion(c, article, parseVersionNumber(c.req.param("n")));
  await recordOpening(c, article);
  const lost = await listLostPhotos(c.env.DB, version.content);
  return renderVersionPage(c, { article, version, lost, refusal: null });
}

/** GET …/so-sanh?from=&to=: the diff of two versions; without numbers, of the last two. */
export async function getComparison(c: AppContext): Promise<Response> {
  const article = await readArticleInPath(c);
  const to = readNumber(c.req.query("to"), article.version);
  const from = readNumber(c.req.query("from"), Math.max(1, to - 1));
  await recordOpening(c, article);
  const [older, newer, sections, versions] = await Promise.all([
    requireVersion(c, article, from),
    requireVersion(c, article, to),
    readSections(c.env.DB),
    readVersionLines(c.env.DB, article.id),
  ]);
  return comparePage(c, { article, from: older, to: newer, sections, versions });
}

/** POST …/phien-ban/:n/khoi-phuc: its content becomes the newest version. */
export async function postRestoration(c: AppContext): Promise<Response> {
  const article = await readArticleInPath(c);
  const version = await requireVersion(c, article, parseVersionNumber(c.req.param("n")));
  const form = await readForm(c);
  const seen = parseVersionNumber(readLine(form, "newest"));
  try {
    await restoreVersion(c.env, startAct(c), article, { version, seen });
    return seeOther(newsroomArticlePath(article.id));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const lost = await listLostPhotos(c.env.DB, version.content);
    return renderVersionPage(c, {
      article: await readArticleInPath(c),
      version,
      lost,
      refusal: error,
    });
  }
}

async function readArticleInPath(c: AppContext): Promise<Article> {
  return readArticleToEdit(startAct(c), idParam(c));
}

async function requireVersion(c: AppContext, { id }: Article, number: number): Promise<Version> {
  const version = await readVersion(c.env.DB, id, number);
  if (version === null) throw new AppError("not-found", articleWords.versionNotFound(number));
  return version;
}

function readNumber(asked: string | undefined, otherwise: number): number {
  return asked === undefined ? otherwise : parseVersionNumber(asked);
}

/** The number of a version. AppError not-found if it is invalid. */
export function parseVersionNumber(text: string | undefined): number {
  const number = parseWholeNumber(text);
  if (number === null) throw new AppError("not-found", newsroomWords.missing);
  return number;
}
