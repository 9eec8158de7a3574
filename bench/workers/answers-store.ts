/** The answer of a yardstick to one path: the bytes and headers of our Worker's answer. */
export type Answer = { headers: Headers; body: Uint8Array };

/** Every answer, by path. */
export async function readAnswers(db: D1Database): Promise<Map<string, Answer>> {
  const { results } = await db
    .prepare("SELECT path, headers, body FROM answers")
    .all<{ path: string; headers: string; body: string }>();
  const encoder = new TextEncoder();
  return new Map(
    results.map(({ path, headers, body }) => [
      path,
      {
        headers: new Headers(JSON.parse(headers) as [string, string][]),
        body: encoder.encode(body),
      },
    ]),
  );
}

/** The body of one answer, read from the database, or null. */
export async function readBody(db: D1Database, path: string): Promise<string | null> {
  return db.prepare("SELECT body FROM answers WHERE path = ?1").bind(path).first<string>("body");
}
