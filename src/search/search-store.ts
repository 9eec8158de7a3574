import { articlesInstead } from "../published/list-store.ts";
import {
  selectCards,
  parseCards,
  toCard,
  sectionsColumn,
  parseSections,
} from "../published/card-store.ts";
import { maxPosition, findPosition } from "../published/position.ts";
import type { Section } from "../article/article.ts";
import type { PublishedCard, PublishedPage } from "../published/published.ts";
import { buildExpressions, listWordExpressions, wholeRank } from "./search-expression.ts";
import type { Tier } from "./search-expression.ts";
import type { StoredCard } from "../published/card-store.ts";
import type { SearchQuery } from "./search-query.ts";

export type SearchOrder = "relevance" | "newest";

/** Where a page of results ended. */
export type SearchPlace = { rank: number; position: number };

/** What to search, and which part of the results to read. */
export type SearchRequest = {
  query: SearchQuery;
  order: SearchOrder;
  /** The slug of a section. */
  section: string | null;
  /** First publication, ms: from, and before. */
  since: number | null;
  until: number | null;
  after: SearchPlace | null;
  limit: number;
};

/** What a result shows of a page. Its position is negative, so it stands after the articles of the same rank. */
type PageCard = Pick<PublishedPage, "id" | "slug" | "title" | "lede"> & {
  kind: "page";
  position: number;
};

export type SearchHit = {
  rank: number;
  card: PublishedCard | PageCard;
  /** Every word that search knows besides the title, a line for each block; null where an older release rendered the article. */
  text: string | null;
};

export type SearchPage = {
  sections: Section[];
  /** Best first, but those of `wholeRank` newest first. */
  hits: SearchHit[];
  /** Where the next page starts. */
  next: SearchPlace | null;
  /** Articles and pages that have all words; counted no further than `maxCounted` + 1. */
  total: number;
  /** When nothing at all was found: the newest articles, and the words that no article has, folded. */
  latest: PublishedCard[];
  missing: string[];
};

export const maxCounted = 100;

/** How much of an article is read to show where the words stand in it, in characters. */
const maxTextRead = 20_000;

/**
 * The walk asks one tier after another and stops when the page is full, so that a common word costs no more than a rare
 * one. Where one page holds all there is, it asks for that at once (`few`): see `rankArticle` in search.ts.
 *
 * D1 binds every number as REAL, and FTS5 passes over a limit of rowids that is no INTEGER: it would read on to the end.
 */
const searchStatement = `WITH RECURSIVE
  whole AS MATERIALIZED (SELECT json_group_array(position) AS positions FROM (
    SELECT rowid AS position FROM search WHERE search MATCH ?1
      AND rowid >= CAST(?2 AS INTEGER) AND rowid < CAST(?3 AS INTEGER) ORDER BY rowid DESC LIMIT ?4)),
  plan AS MATERIALIZED (
    SELECT total, CASE WHEN total < ?5 THEN ?6 ELSE ?7 END AS tiers
    FROM (SELECT json_array_length(positions) AS total FROM whole)),
  walk (step, known, positions) AS (
    SELECT -1, 0, '[]'
    UNION ALL
    SELECT step + 1, known + json_array_length(positions), CASE tiers ->> ('$[' || (step + 1) || '].match')
      WHEN '' THEN (SELECT json_group_array(value) FROM (
        SELECT value FROM whole, json_each(whole.positions) LIMIT ?5))
      ELSE (SELECT json_group_array(rowid) FROM (
        SELECT rowid FROM search WHERE search MATCH tiers ->> ('$[' || (step + 1) || '].match')
          AND rowid >= CAST(?2 AS INTEGER) AND rowid < tiers ->> ('$[' || (step + 1) || '].before')
        ORDER BY rowid DESC LIMIT ?5)) END
    FROM walk, plan
    WHERE step + 1 < json_array_length(tiers) AND known + json_array_length(positions) < ?5),
  hits AS MATERIALIZED (
    SELECT tiers ->> ('$[' || step || '].rank') AS rank, value AS position
    FROM walk, plan, json_each(positions) ORDER BY step, value DESC LIMIT ?5)
SELECT ${sectionsColumn}, (SELECT total FROM plan) AS total,
  (SELECT json_group_array(json_object('rank', rank, 'text', text, 'card', json(card))) FROM (
    SELECT hits.rank, substr(COALESCE(published.text, page.text), 1, ${maxTextRead}) AS text,
      COALESCE(published.card, json_object('kind', 'page', 'position', page.position, 'id', page.article_id,
        'slug', page.slug, 'title', page.title, 'lede', page.lede)) AS card
    FROM hits LEFT JOIN published ON published.position = hits.position
      LEFT JOIN published_pages AS page ON page.position = hits.position
    WHERE published.position IS NOT NULL OR page.position IS NOT NULL
    ORDER BY hits.rank, hits.position DESC)) AS hits,
  CASE WHEN EXISTS (SELECT 1 FROM hits) THEN '[]'
    ELSE ${selectCards(`published WHERE published.position < ?8 ORDER BY published.position DESC LIMIT ?9`)} END AS latest,
  CASE WHEN EXISTS (SELECT 1 FROM hits) THEN '[]' ELSE (SELECT json_group_array(value ->> 'word') FROM json_each(?10)
    WHERE NOT EXISTS (SELECT 1 FROM search WHERE search MATCH value ->> 'match')) END AS missing`;

/** A page of results in one statement; null when the query has no words. */
export async function readSearchPage(
  db: D1Database,
  request: SearchRequest,
): Promise<SearchPage | null> {
  const expressions = buildExpressions(request.query, request.section);
  if (expressions === null) return null;
  // Pages have no date.
  const first = request.until === null ? -maxPosition : 0;
  const since = request.since === null ? first : findPosition(request.since);
  const until = request.until === null ? maxPosition : findPosition(request.until);
  const { newestFirst, bestFirst } = expressions;
  const isRanked = request.order === "relevance";
  const isFirst = request.after === null;
  const few = listSteps(isRanked && !isFirst ? bestFirst : newestFirst, request.after, until);
  const many = listSteps(isRanked ? bestFirst : newestFirst, request.after, until);
  const row = await db
    .prepare(searchStatement)
    .bind(
      expressions.whole,
      since,
      until,
      maxCounted + 1,
      request.limit + 1,
      JSON.stringify(few),
      JSON.stringify(many),
      maxPosition,
      articlesInstead,
      JSON.stringify(listWordExpressions(request.query)),
    )
    .first<SearchRow>();
  if (row === null) throw new Error("the search statement gave no row");
  return toSearchPage(row, request.limit);
}

type SearchRow = {
  sections: string;
  total: number;
  hits: string;
  latest: string;
  missing: string;
};

type StoredHit = Omit<SearchHit, "card"> & { card: StoredCard | PageCard };

/**
 * The tiers still to be walked after a place; `before` is the position from which on each is known. On the first page
 * the whole match needs no expression: the statement has its newest already.
 */
function listSteps(
  tiers: Tier[],
  after: SearchPlace | null,
  until: number,
): (Tier & { before: number })[] {
  if (after === null) {
    return tiers.map(({ rank, match }) => ({
      rank,
      match: rank === wholeRank ? "" : match,
      before: until,
    }));
  }
  const left = tiers.filter((tier) => tier.rank >= after.rank);
  return left.map((tier) => ({
    ...tier,
    before: tier.rank === after.rank ? Math.min(after.position, until) : until,
  }));
}

function toSearchPage(row: SearchRow, limit: number): SearchPage {
  const sections = parseSections(row.sections);
  const found = (JSON.parse(row.hits) as StoredHit[]).map((hit): SearchHit => ({
    ...hit,
    card: "kind" in hit.card ? hit.card : toCard(hit.card, sections),
  }));
  const hits = found.slice(0, limit);
  const last = hits.at(-1);
  return {
    sections,
    hits,
    next:
      last === undefined || found.length <= limit
        ? null
        : { rank: last.rank, position: last.card.position },
    total: row.total,
    latest: parseCards(row.latest, sections),
    missing: JSON.parse(row.missing) as string[],
  };
}
