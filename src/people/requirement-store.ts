import { AppError, isConstraintError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { roles } from "./person.ts";
import type { Actor } from "./person.ts";
import { sessionLimits } from "./session.ts";

/**
 * The statement that makes its whole batch fail unless an SQL condition holds at that moment. A right that was checked
 * earlier may be gone by now, so every batch that depends on one requires it again.
 */
export function requireThat(
  db: D1Database,
  condition: string,
  ...values: (string | number)[]
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO unmet_requirements (requirement) SELECT 'unmet' WHERE NOT (${condition})`)
    .bind(...values);
}

/** Whether a batch failed because a requirement did not hold. */
export function isUnmetRequirement(error: unknown): boolean {
  return isConstraintError(error, "requirement_is_unmet");
}

/** Requires that a person is enabled. */
export function requireEnabled(db: D1Database, personId: string): D1PreparedStatement {
  return requireThat(
    db,
    `EXISTS (SELECT 1 FROM people WHERE id = ?1 AND disabled_at IS NULL)`,
    personId,
  );
}

/** Requires that an enabled person still has this password hash. */
export function requirePassword(
  db: D1Database,
  personId: string,
  passwordHash: string,
): D1PreparedStatement {
  return requireThat(
    db,
    `EXISTS (SELECT 1 FROM people WHERE id = ?1 AND password_hash = ?2 AND disabled_at IS NULL)`,
    personId,
    passwordHash,
  );
}

/**
 * Requires that the actor still may do what was decided: the account is enabled, its role is not lower than it was, and the
 * session or token that let the actor in has not ended.
 */
export function requireActor(
  db: D1Database,
  { id, role, access }: Actor,
  now: number,
): D1PreparedStatement {
  const sufficient = roles.slice(roles.indexOf(role));
  const person = `EXISTS (SELECT 1 FROM people WHERE id = ?1 AND disabled_at IS NULL
    AND role IN (SELECT value FROM json_each(?2)))`;
  const values = [id, JSON.stringify(sufficient), access.id, now] as const;
  if (access.by === "token") {
    const token = `EXISTS (SELECT 1 FROM tokens WHERE id = ?3 AND person_id = ?1 AND revoked_at IS NULL AND ends_at > ?4)`;
    return requireThat(db, `${person} AND ${token}`, ...values);
  }
  const session = `EXISTS (SELECT 1 FROM sessions WHERE id = ?3 AND person_id = ?1 AND ends_at > ?4 AND seen_at > ?5)`;
  return requireThat(db, `${person} AND ${session}`, ...values, now - sessionLimits.idle);
}

/**
 * Runs statements as one transaction if the actor still has the right to act, and returns their results. For writes that are
 * no event of an article, such as a working copy or a photo, and that may be repeated: nothing is retried. AppError forbidden.
 */
export async function writeWithRight(
  { db, actor }: { db: D1Database; actor: Actor },
  statements: D1PreparedStatement[],
): Promise<D1Result[]> {
  try {
    const [, ...results] = await db.batch([requireActor(db, actor, Date.now()), ...statements]);
    return results;
  } catch (error) {
    if (isUnmetRequirement(error)) throw new AppError("forbidden", articleWords.rightLost);
    throw error;
  }
}
