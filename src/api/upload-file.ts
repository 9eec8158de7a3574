import { commit } from "../article/commit.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { findStaffFile } from "../file/file-store.ts";
import { dropTemporary, keepFile, receiveFile } from "../file/file-upload.ts";
import type { StoredFile } from "../file/file.ts";
import { readFileUpload } from "../file/file-upload.ts";
import { eraseFile } from "../publishing/file-erasure.ts";
import { purgeDue } from "../publishing/outbox.ts";
import { filterByViewer } from "../publishing/permission.ts";
import { parseWith } from "../request/parse.ts";
import { fileWords } from "../vietnamese/words/file.ts";
import { Reason, readOptionalJson } from "./article-status.ts";
import { staff, startAct } from "./authenticate.ts";
import { withIdempotencyKey } from "./idempotency.ts";
import { readArticleId } from "./query.ts";

/** POST /api/files?name=…: the body is the file. The same bytes again give the same file with its first name. */
export async function uploadFile(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const received = await receiveFile(c.env, readFileUpload(c.req.raw));
  try {
    return await withIdempotencyKey(c, received.file.id, async (remember) => {
      const { file } = await keepFile(c.env, received, act.actor);
      const answer = { status: 201, headers: {}, body: file satisfies StoredFile };
      const statements = remember(answer);
      if (statements.length > 0) await commit(act, statements);
      return answer;
    });
  } finally {
    await dropTemporary(c.env, received);
  }
}

/** GET /api/files/:id: a file that the token's owner may see. */
export async function getFileFacts(c: AppContext): Promise<Response> {
  return c.json(await readOwnFile(c));
}

/** DELETE /api/files/:id: erases a file from every page, cache and store. The answer waits for the purge. */
export async function deleteFile(c: AppContext): Promise<Response> {
  const file = await readOwnFile(c);
  const { reason } = parseWith(Reason, await readOptionalJson(c));
  const act = startAct(c);
  await eraseFile(c.env, act, { fileId: file.id, reason });
  await purgeDue(act.db, c.executionCtx, act.now);
  return c.json({ id: file.id });
}

async function readOwnFile(c: AppContext): Promise<StoredFile> {
  const file = await findStaffFile(c.env.DB, readArticleId(c), filterByViewer(staff(c)));
  if (file === null) throw new AppError("not-found", fileWords.notFound);
  return file;
}
