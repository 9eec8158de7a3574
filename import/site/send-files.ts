import type { ArticleJson, Composed } from "../compose.ts";
import type { Answer, SiteClient } from "./site-client.ts";

/**
 * Sends the documents and photos of an article one by one, and returns the article JSON that names them by their ids; the answer
 * that refuses one of them is given instead.
 */
export async function sendFiles(
  client: SiteClient,
  token: string,
  { content, photos, documents }: Composed,
): Promise<{ article: ArticleJson } | { refusal: Answer }> {
  for (const { name, bytes } of documents) {
    const path = `/api/files?name=${encodeURIComponent(name)}`;
    const answer = await client.send(token, path, { method: "POST", body: bytes });
    if (answer.status !== 201) return { refusal: answer };
  }
  const ids = new Map<string, string>();
  for (const { name, bytes, facts } of photos) {
    const query = new URLSearchParams(
      Object.entries(facts).map(([fact, value]) => [fact, String(value ?? "")]),
    );
    const answer = await client.send(token, `/api/photos?${query}`, {
      method: "POST",
      body: bytes,
    });
    if (answer.status !== 201) return { refusal: answer };
    ids.set(name, String(answer.body["id"]));
  }
  return { article: insertIds(content, ids) };
}

function insertIds(content: ArticleJson, ids: ReadonlyMap<string, string>): ArticleJson {
  const { body = "", leadPhoto = null } = content;
  const readId = (name: string): string => ids.get(name) ?? name;
  return {
    ...content,
    body: body.replace(
      /(\]\(photo:)(anh-\d+\.\w+)/g,
      (_, start: string, name: string) => start + readId(name),
    ),
    leadPhoto: leadPhoto === null ? null : { ...leadPhoto, photo: readId(leadPhoto.photo) },
  };
}
