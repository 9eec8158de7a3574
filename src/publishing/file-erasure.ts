import { commit } from "../article/commit.ts";
import { tags } from "../edge-cache/tags.ts";
import { actOnEach, AppError } from "../errors.ts";
import {
  markFileErased,
  readFileOrigin,
  readPublicFileUses,
  readUnfinishedFileErasures,
  recordFileErasureDone,
} from "../file/file-store.ts";
import { fileKey } from "../file/file.ts";
import type { FileHome } from "../file/file-store.ts";
import { recordAct } from "../people/log-store.ts";
import { hasRole } from "../people/person.ts";
import type { Person } from "../people/person.ts";
import { fileWords } from "../vietnamese/words/file.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import type { ActContext } from "./permission.ts";
import { rebuildArticles } from "./rebuild.ts";
import { logFailure } from "../log.ts";

/**
 * Erases a file for good. The first transaction hides it from everybody, requests the purge and writes the log. Then the
 * pages that list it are rendered again without it, and its bytes are deleted; if that stops half-way, the clock finishes it
 * (`resumeFileErasures`). AppError forbidden if the actor may not.
 */
export async function eraseFile(
  home: FileHome,
  act: ActContext,
  { fileId, reason }: { fileId: string; reason: string },
): Promise<void> {
  const { db, now, actor } = act;
  if (!(await mayEraseFile(db, actor, fileId)))
    throw new AppError("forbidden", fileWords.mayNotErase);
  const shownBy = await readPublicFileUses(db, fileId);
  await commit(act, [
    ...markFileErased(db, fileId, now),
    recordAct(act, {
      act: "file.erased",
      subject: fileId,
      detail: { reason, articles: shownBy.join(" ") },
    }),
    requestPurge(db, { tags: [tags.file(fileId)], rounds: purgeRounds, at: now }),
  ]);
  await tryToFinish(home, fileId, now);
}

/** Editors may erase every file. Reporters may erase their own if nobody else sent it and no article uses it. */
async function mayEraseFile(db: D1Database, person: Person, fileId: string): Promise<boolean> {
  if (hasRole(person, "editor")) return true;
  const origin = await readFileOrigin(db, fileId);
  return (
    origin !== null &&
    origin.ownerId === person.id &&
    origin.otherSenders === 0 &&
    origin.articles === 0
  );
}

const maxErasuresAtOnce = 20;

/** Finishes erasures that stopped half-way. */
export async function resumeFileErasures(home: FileHome, now: number): Promise<void> {
  const unfinished = await readUnfinishedFileErasures(home.DB, maxErasuresAtOnce);
  await actOnEach(unfinished, (id) => finish(home, id, now));
}

/** A failure here does not fail the request: the file is hidden already, and the clock tries again. */
async function tryToFinish(home: FileHome, id: string, now: number): Promise<void> {
  try {
    await finish(home, id, now);
  } catch (error) {
    logFailure("erasing a file failed; it is tried again", error, { fileId: id });
  }
}

async function finish(home: FileHome, id: string, now: number): Promise<void> {
  await home.PHOTOS.delete(fileKey(id));
  await rebuildArticles(home.DB, await readPublicFileUses(home.DB, id), now);
  await recordFileErasureDone(home.DB, id, now);
}
