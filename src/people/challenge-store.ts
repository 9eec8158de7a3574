import { challengeLifetime } from "./passkey.ts";

/** Keeps a challenge until it is answered, for one person or (null) for whoever signs in; those that are over go. */
export async function keepChallenge(
  db: D1Database,
  challenge: string,
  personId: string | null,
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare(`DELETE FROM challenges WHERE ends_at <= ?1`).bind(now),
    db
      .prepare(`INSERT INTO challenges (challenge, person_id, ends_at) VALUES (?1, ?2, ?3)`)
      .bind(challenge, personId, now + challengeLifetime),
  ]);
}

/** Takes a challenge away; whether it was there, meant for this person, and in time. So each is answered once. */
export async function takeChallenge(
  db: D1Database,
  challenge: string,
  personId: string | null,
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(`DELETE FROM challenges WHERE challenge = ?1 AND person_id IS ?2 AND ends_at > ?3`)
    .bind(challenge, personId, now)
    .run();
  return meta.changes === 1;
}
