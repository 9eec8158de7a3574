import type { Section } from "../article/article.ts";
import { joinCards, parseSections, sectionsColumn, selectCards, toCard } from "./card-store.ts";
import type { StoredCard } from "./card-store.ts";
import { selectBlocks } from "./block-store.ts";
import { frontPageName, parseChosen, selectChosen } from "./choice-store.ts";
import { chooseFrontPage, findReach, maxNewest, maxOfTopic, maxOlder } from "./front-page.ts";
import type { BlockChoice, FrontPage, FrontPageLists, StoredFrontPage } from "./front-page.ts";
import { selectMostRead } from "./most-read-store.ts";
import { maxPosition } from "./position.ts";
import { refreshPage, selectContent } from "./stored-page-store.ts";

/** Raise `format` whenever `FrontPage` or the choice changes. */
const page = { name: "front", format: 5 } as const;

/** The sections and the front page. `isStored` is false if it had to be chosen from the lists for this reader. */
export type FrontPageFound = { sections: Section[]; front: FrontPage; isStored: boolean };

export async function readFrontPage(db: D1Database): Promise<FrontPageFound> {
  const row = await db
    .prepare(`SELECT ${sectionsColumn}, ${selectContent(page)} AS content`)
    .first<{ sections: string; content: string | null }>();
  if (row === null) throw new Error("the front page's statement gave no row");
  const sections = parseSections(row.sections);
  const stored = row.content === null ? null : (JSON.parse(row.content) as StoredFrontPage);
  const front = stored ?? chooseFrontPage(await readLists(db));
  return { sections, front: nameSections(front, sections), isStored: stored !== null };
}

/** Chooses and stores the front page again if an article that it may show was changed. */
export async function refreshFrontPage(db: D1Database): Promise<void> {
  await refreshPage(db, page, async () => {
    const lists = await readLists(db);
    return { content: JSON.stringify(chooseFrontPage(lists)), reach: findReach(lists) };
  });
}

/** The front page with other choices or other blocks than those that are stored: what somebody tries out. */
export async function previewFrontPage(
  db: D1Database,
  tried: Partial<Pick<FrontPageLists, "chosen" | "blocks">>,
  sections: readonly Section[],
): Promise<FrontPage> {
  const { chosen, blocks } = tried;
  const lists = await readLists(db, {
    ids: chosen?.map(({ card }) => card.id) ?? null,
    topics: blocks?.flatMap((block) => (block.kind === "topic" ? [block.topic] : [])) ?? null,
  });
  return nameSections(chooseFrontPage({ ...lists, ...tried }), sections);
}

/** Ids of articles and slugs of topics that are tried instead of those that are stored; null for the stored ones. */
type Tried = { ids: string[] | null; topics: string[] | null };

/** The lists that the front page is chosen from. */
async function readLists(
  db: D1Database,
  { ids, topics }: Tried = { ids: null, topics: null },
): Promise<FrontPageLists> {
  const row = await db
    .prepare(
      `WITH newest AS MATERIALIZED (SELECT position FROM published WHERE position < ?3 ORDER BY position DESC LIMIT ?1)
       SELECT ${selectChosen(`'${frontPageName}'`)} AS chosen, ${selectCards(`newest JOIN published USING (position) ORDER BY position DESC`)} AS newest,
         (SELECT '[' || COALESCE(group_concat(cards), '') || ']' FROM (
           SELECT ${joinCards(`published WHERE published.section = sections.slug
             AND published.position < (SELECT MIN(position) FROM newest)
             AND published.article_id NOT IN (SELECT value FROM json_each(COALESCE(?4, (
               SELECT json_group_array(article_id) FROM front_choices WHERE page = '${frontPageName}'))))
             ORDER BY published.position DESC LIMIT ?2`)} AS cards FROM sections)) AS older,
         (SELECT json_group_array(slug) FROM (SELECT slug FROM sections ORDER BY position)) AS sections,
         ${selectBlocks} AS blocks,
         (SELECT json_group_array(json_object('topic', topics.slug, 'name', topics.name, 'cards', json(
           ${selectCards(`published_labels AS listed JOIN published ON published.position = listed.position
             WHERE listed.kind = 'tag' AND listed.slug = topics.slug ORDER BY listed.position DESC LIMIT ?6`)})))
          FROM json_each(COALESCE(?5, (SELECT json_group_array(topic) FROM front_blocks WHERE topic IS NOT NULL))) AS named
          JOIN topics ON topics.slug = named.value) AS topics,
         ${selectMostRead} AS mostRead`,
    )
    .bind(
      maxNewest,
      maxOlder,
      maxPosition,
      ids === null ? null : JSON.stringify(ids),
      topics === null ? null : JSON.stringify(topics),
      maxOfTopic,
    )
    .first<Record<keyof FrontPageLists, string>>();
  if (row === null) throw new Error("the statement of the front page's lists gave no row");
  return {
    chosen: parseChosen(row.chosen),
    newest: JSON.parse(row.newest) as StoredCard[],
    older: JSON.parse(row.older) as StoredCard[],
    sections: JSON.parse(row.sections) as string[],
    blocks: JSON.parse(row.blocks) as BlockChoice[],
    topics: JSON.parse(row.topics) as FrontPageLists["topics"],
    mostRead: JSON.parse(row.mostRead) as StoredCard[],
  };
}

function nameSections(front: StoredFrontPage, sections: readonly Section[]): FrontPage {
  const { lead, beside, more, blocks } = front;
  return {
    lead: lead === null ? null : toCard(lead, sections),
    beside: {
      cards: beside.cards.map((card) => toCard(card, sections)),
      isChosen: beside.isChosen,
    },
    more: more.map((card) => toCard(card, sections)),
    blocks: blocks.map((block) =>
      "cards" in block
        ? { ...block, cards: block.cards.map((card) => toCard(card, sections)) }
        : block,
    ),
  };
}
