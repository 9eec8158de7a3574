import { sectionsColumn, sectionsOf } from "./card-store.ts";
import { monthOf } from "./month.ts";
import type { Month } from "./month.ts";
import type { Section } from "./section.ts";

/** A month with published articles: how many, and when its list last changed (ms). */
export type CountedMonth = Month & { articles: number; changedAt: number };

type MonthRow = { month: string; articles: number; changedAt: number };

/** Every month with published articles, newest first. */
export async function readMonths(db: D1Database): Promise<CountedMonth[]> {
  const { results } = await db
    .prepare(
      `SELECT month, articles, changed_at AS changedAt FROM published_months ORDER BY month DESC`,
    )
    .all<MonthRow>();
  return results.flatMap(countedMonthOf);
}

/** The same with the sections, for a page. */
export async function readArchive(
  db: D1Database,
): Promise<{ sections: Section[]; months: CountedMonth[] }> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, (SELECT json_group_array(json_object(
         'month', month, 'articles', articles, 'changedAt', changed_at)) FROM (
         SELECT month, articles, changed_at FROM published_months ORDER BY month DESC)) AS months`,
    )
    .first<{ sections: string; months: string }>();
  if (row === null) throw new Error("the archive's statement gave no row");
  const months = JSON.parse(row.months) as MonthRow[];
  return { sections: sectionsOf(row.sections), months: months.flatMap(countedMonthOf) };
}

function countedMonthOf({ month: key, ...counted }: MonthRow): CountedMonth[] {
  const month = monthOf(key);
  return month === null ? [] : [{ ...month, ...counted }];
}
