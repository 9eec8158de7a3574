import {
  formatArticleCursor,
  parseArticleCursor,
  articleKinds,
  articleStates,
} from "../../article/article.ts";
import { readSections } from "../../article/section-store.ts";
import type { AppContext } from "../../context.ts";
import { hasRole } from "../../people/person.ts";
import { readViewCounts } from "../../published/view-store.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { staff } from "../guard.ts";
import { listPage } from "./list-page.ts";
import { readList, searchTitles } from "./list-store.ts";
import type { ListState } from "./list-store.ts";

const perPage = 30;

/** GET /toa-soan/bai: articles by kind, state, section, owner and words of the title; `?before=` is the cursor. */
export async function getArticleList(c: AppContext): Promise<Response> {
  const person = staff(c);
  const editor = hasRole(person, "editor");
  const question = {
    state: parseListState(c.req.query("state")),
    kind: articleKinds.find((kind) => kind === c.req.query("kind")) ?? null,
    section: c.req.query("section") || null,
    mine: c.req.query("owner") === "me",
    words: normaliseLine(c.req.query("q") ?? "").text.slice(0, 100),
  };
  const { kind, state, section } = question;
  const isOwn = question.mine || !editor || state === "discarded";
  const ownerId = isOwn ? person.id : null;
  // An invalid cursor means the first page.
  const filter = {
    ownerId,
    kind,
    state,
    section,
    after: parseArticleCursor(c.req.query("before") ?? ""),
  };
  const [found, sections] = await Promise.all([
    question.words === ""
      ? readList(c.env.DB, { ...filter, limit: perPage + 1 })
      : searchTitles(c.env.DB, { ...filter, limit: 3 * perPage }, question.words),
    readSections(c.env.DB),
  ]);
  const lines = question.words === "" ? found.slice(0, perPage) : found;
  const last = found.length > lines.length ? lines.at(-1) : undefined;
  const next = last === undefined ? null : formatArticleCursor(last);
  const opened = lines.filter(
    ({ kind, publishedAt }) => kind === "article" && publishedAt !== null,
  );
  const views = await readViewCounts(
    c.env.DB,
    opened.map(({ id }) => id),
    Date.now(),
  );
  return listPage(c, { asked: question, lines, views, next, sections, editor });
}

function parseListState(text: string | undefined): ListState | null {
  if (text === "revised" || text === "discarded") return text;
  return articleStates.find((state) => state === text) ?? null;
}
