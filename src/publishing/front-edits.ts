import { commit } from "../article/commit.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError, isConstraintError } from "../errors.ts";
import { recordAct } from "../people/log-store.ts";
import { blocksName, replaceBlocks } from "../published/block-store.ts";
import {
  claimEdit,
  editConstraint,
  endChoices,
  frontPageName,
  readEndedChoices,
  replaceChoices,
} from "../published/choice-store.ts";
import type { BlockChoice } from "../published/front-page.ts";
import type { Choice } from "../published/places.ts";
import { formatShortDateTime } from "../vietnamese/dates.ts";
import { frontWords } from "../vietnamese/words/front.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import type { ActContext } from "./permission.ts";

/** A choice with the title of its article, for the log. */
export type NamedChoice = Choice & { title: string };

/**
 * Replaces the choices of a page: "/" or a section's slug. `base` is the number of the save that the editor saw last. AppError
 * conflict if somebody else has saved since.
 */
export async function saveChoices(
  act: ActContext,
  page: string,
  { base, choices }: { base: number; choices: readonly NamedChoice[] },
): Promise<void> {
  await commitEdit(act, page, base, [
    ...replaceChoices(act.db, page, choices),
    recordAct(act, {
      act: "front.arranged",
      subject: page,
      detail: { articles: choices.map(describeChoice).join("; ") },
    }),
    requestListPurge(act, [listPageTag(page)]),
  ]);
}

/** Replaces the blocks of the front page. `names` says them for the log. AppErrors as for `saveChoices`. */
export async function saveBlocks(
  act: ActContext,
  { base, blocks, names }: { base: number; blocks: readonly BlockChoice[]; names: string },
): Promise<void> {
  await commitEdit(act, blocksName, base, [
    ...replaceBlocks(act.db, blocks),
    recordAct(act, { act: "front.blocks-ordered", subject: frontPageName, detail: { names } }),
    requestListPurge(act, [tags.lists]),
  ]);
}

async function commitEdit(
  act: ActContext,
  page: string,
  base: number,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const { db, now, actor } = act;
  try {
    const edit = claimEdit(db, page, { number: base + 1, at: now, by: actor.id });
    await commit(act, [edit, ...statements]);
  } catch (error) {
    if (!isConstraintError(error, editConstraint)) throw error;
    throw new AppError("conflict", frontWords.savedMeanwhile);
  }
}

function requestListPurge(
  { db, now }: Pick<ActContext, "db" | "now">,
  pages: string[],
): D1PreparedStatement {
  return requestPurge(db, { tags: pages, rounds: purgeRounds, at: now });
}

function describeChoice({ place, title, until }: NamedChoice): string {
  const end = until === null ? "" : ` (${frontWords.until(formatShortDateTime(new Date(until)))})`;
  return `${place + 1}. ${title}${end}`;
}

/** Ends the choices whose time has passed. The clock does this each minute. */
export async function endDueChoices(db: D1Database, now: number): Promise<void> {
  const ended = await readEndedChoices(db, now);
  if (ended.length === 0) return;
  const pages = [...new Set(ended.map(({ page }) => page))];
  await commit({ db, actor: null }, [
    endChoices(db, now),
    ...ended.map(({ page, title }) =>
      recordAct(
        { db, actor: null, now },
        { act: "front.choice-ended", subject: page, detail: { title } },
      ),
    ),
    requestListPurge({ db, now }, pages.map(listPageTag)),
  ]);
}

function listPageTag(page: string): string {
  return page === frontPageName ? tags.lists : tags.section(page);
}
