import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { readChanges } from "../published/change-store.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { buildUrl, formatTime } from "./article-answer.ts";
import { makeQueryError } from "./query.ts";

const pageSize = 200;

/**
 * GET /api/changes?since=: the change log for mirrors, in exact order. `next` is the cursor of the next request. 410 for a cursor that
 * the site does not know: the mirror must start again.
 */
export async function getChanges(c: AppContext): Promise<Response> {
  const asked = c.req.query("since") ?? "0";
  if (!/^\d{1,15}$/.test(asked)) throw makeQueryError("since", apiWords.wrongCursor);
  const since = Number(asked);
  const changes = await readChanges(c.env.DB, since, pageSize);
  // Behind an unknown cursor a whole page may have been read.
  if (changes === null) throw new AppError("gone", apiWords.unknownCursor);
  // A mirror that asks each minute mostly reads nothing.
  c.set("rowsRead", 2 * changes.length + 1);
  return c.json({
    changes: changes.map(({ seq, at, type, articleId, kind, slug }) => ({
      seq,
      at: formatTime(at),
      type,
      id: articleId,
      url: buildUrl(c.var.site, { kind, slug }),
    })),
    next: String(changes.at(-1)?.seq ?? since),
  });
}
