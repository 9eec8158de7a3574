import type { AppContext } from "../../context.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { logWords } from "../../vietnamese/words/log.ts";
import { answerCsv, readDialect } from "./csv.ts";
import type { CsvCell } from "./csv.ts";
import { readActors, readLog } from "./log-list-store.ts";
import type { LogFilter } from "./log-list-store.ts";
import { logPage } from "./log-page.ts";
import { toLogFilter, parseLogCursor, readLogQuery } from "./log-query.ts";
import { nameAct, describeDetail, nameSubject } from "./log-words.ts";

const perPage = 50;

/** GET /toa-soan/quan-tri/nhat-ky: filtered by person, act, subject and days; `?before=` for the entries before a place. */
export async function getLog(c: AppContext): Promise<Response> {
  const question = readLogQuery(c);
  const place = parseLogCursor(c.req.query("before"));
  const [found, actors] = await Promise.all([
    readLog(c.env.DB, toLogFilter(question), place, perPage + 1),
    readActors(c.env.DB),
  ]);
  const entries = found.slice(0, perPage);
  const last = found.length > perPage ? (entries.at(-1) ?? null) : null;
  return logPage(c, { question, entries, last, actors });
}

/** GET /toa-soan/quan-tri/nhat-ky.csv: all of the filtered log. */
export async function getLogCsv(c: AppContext): Promise<Response> {
  return answerCsv("nhat-ky.csv", readDialect(c), logRows(c.env.DB, toLogFilter(readLogQuery(c))));
}

/** Entries read and held at a time. */
const chunk = 500;

async function* logRows(db: D1Database, filter: LogFilter): AsyncGenerator<CsvCell[]> {
  yield [...logWords.columns];
  for (let place = null, more = true; more;) {
    const entries = await readLog(db, filter, place, chunk);
    for (const entry of entries) {
      const { at, actor, act, articleId, photoId, version } = entry;
      const who = actor ?? logWords.clock;
      yield [
        formatShortDateTime(new Date(at)),
        who,
        nameAct(act),
        nameSubject(entry),
        articleId ?? photoId,
        version,
        describeDetail(entry),
      ];
    }
    place = entries.at(-1) ?? null;
    more = entries.length === chunk;
  }
}
