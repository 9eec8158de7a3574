import { openapiPath } from "../addresses/api.ts";
import { genres } from "../article/article.ts";
import type { Genre, Source, Section } from "../article/article.ts";
import type { WholeArticle } from "../published/published.ts";
import type { Site } from "../site.ts";
import { feedPhotos } from "./feed-photo.ts";
import type { FeedPhoto } from "./feed-photo.ts";

/** `_ban_tin` in an item of a JSON Feed: fields that the standard does not have. */
export type FeedExtension = {
  /** Where a developer finds it described. */
  about: string;
  id: string;
  version: number;
  section: Section;
  genre: Genre;
  unit: string | null;
  source: Source | null;
  photos: FeedPhoto[];
};

export function feedExtension(site: Site, article: WholeArticle): FeedExtension {
  const { id, version, section, genre, byline, source } = article;
  return {
    about: `${site.baseUrl}${openapiPath}`,
    id,
    version,
    section,
    genre,
    unit: byline.unit === "" ? null : byline.unit,
    source,
    photos: feedPhotos(site, article),
  };
}

const text = { type: "string" };
const whole = { type: "integer" };
const address = { type: "string", format: "uri" };
const maybeText = { type: ["string", "null"] };

const photoFields: Record<keyof FeedPhoto, object> = {
  url: address,
  width: whole,
  height: whole,
  alt: text,
  caption: maybeText,
  credit: maybeText,
};

const fields: Record<keyof FeedExtension, object> = {
  about: address,
  id: text,
  version: whole,
  section: { type: "object", properties: { slug: text, name: text } },
  genre: { enum: genres },
  unit: maybeText,
  source: {
    type: ["object", "null"],
    properties: { name: text, url: { type: ["string", "null"], format: "uri" } },
  },
  photos: { type: "array", items: { type: "object", properties: photoFields } },
};

/** The same in JSON Schema 2020-12, for the description of the API. */
export const feedExtensionSchema = { type: "object", properties: fields };
