import * as v from "valibot";
import { clearSetting, readSetting, writeSetting } from "../../settings-store.ts";

/** How far a rebuild has come. It is stored, so that a rebuild goes on after its browser was closed. */
const RebuildProgress = v.object({
  /** Id of the last article that was rebuilt; null before the first. */
  after: v.nullable(v.string()),
  done: v.number(),
  total: v.number(),
  /** ms since the epoch. */
  begunAt: v.number(),
});

export type RebuildProgress = v.InferOutput<typeof RebuildProgress>;

const setting = "REBUILD";

/** The rebuild that is under way, or null. */
export async function readProgress(db: D1Database): Promise<RebuildProgress | null> {
  const parsed = v.safeParse(RebuildProgress, await readSetting(db, setting));
  return parsed.success ? parsed.output : null;
}

/** The statement that saves the progress. */
export function noteProgress(
  db: D1Database,
  progress: RebuildProgress,
  by: { at: number; by: string },
): D1PreparedStatement {
  return writeSetting(db, { ...by, name: setting, value: progress });
}

/** The statement that ends a rebuild. */
export function endProgress(db: D1Database): D1PreparedStatement {
  return clearSetting(db, setting);
}

/** How many articles a rebuild goes through: those that were approved once. */
export async function countApproved(db: D1Database): Promise<number> {
  const count = await db
    .prepare(`SELECT COUNT(*) AS n FROM articles WHERE approved_version IS NOT NULL`)
    .first<number>("n");
  return count ?? 0;
}
