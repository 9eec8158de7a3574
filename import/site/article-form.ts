import {
  maxArticleBytes,
  maxArticleJsonBytes,
  maxPhotos,
} from "../../src/article/article-input.ts";
import type { ArticleJson, Composed } from "../compose.ts";
import type { Answer, SiteClient } from "./site-client.ts";

/** The most bytes of photos in one request, which leaves room for the article JSON and the headers of the parts. */
const maxBytes = maxArticleBytes - maxArticleJsonBytes - maxPhotos * 1000;

/**
 * The multipart form of an article: its JSON and its photos. Its documents are sent before it. An article with more photos than one request takes has them
 * sent before it, one by one, and names them by their ids; the answer that refuses a photo or a document is given instead.
 */
export async function makeArticleForm(
  client: SiteClient,
  token: string,
  { content, photos, documents }: Composed,
): Promise<FormData | Answer> {
  for (const { name, bytes } of documents) {
    const path = `/api/files?name=${encodeURIComponent(name)}`;
    const answer = await client.send(token, path, { method: "POST", body: bytes });
    if (answer.status !== 201) return answer;
  }
  const form = new FormData();
  const bytes = photos.reduce((sum, photo) => sum + photo.bytes.length, 0);
  if (photos.length <= maxPhotos && bytes <= maxBytes) {
    const named = photos.filter(({ facts }) => Object.keys(facts).length > 0);
    const stated = named.map(({ name, facts }) => ({ photo: name, ...facts }));
    form.set(
      "article",
      makeJsonPart(stated.length === 0 ? content : { ...content, photos: stated }),
    );
    for (const photo of photos) form.append("photo", new Blob([photo.bytes]), photo.name);
    return form;
  }
  const ids = new Map<string, string>();
  for (const photo of photos) {
    const upload = new FormData();
    upload.set("file", new Blob([photo.bytes]), photo.name);
    for (const [name, fact] of Object.entries(photo.facts)) upload.set(name, fact ?? "");
    const answer = await client.send(token, "/api/photos", { method: "POST", body: upload });
    if (answer.status !== 201) return answer;
    ids.set(photo.name, String(answer.body["id"]));
  }
  form.set("article", makeJsonPart(insertIds(content, ids)));
  return form;
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

function makeJsonPart(content: unknown): Blob {
  return new Blob([JSON.stringify(content)], { type: "application/json" });
}
