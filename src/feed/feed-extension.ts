import { aiLabels } from "../ai-label.ts";
import { genres } from "../article/article.ts";
import type { FeedExtension } from "../publishing/rendering/feed-item.ts";
import type { FeedPhoto } from "../publishing/rendering/feed-photo.ts";

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
  madeByAi: { enum: [...aiLabels, null] },
  digitalSourceType: { type: ["string", "null"], format: "uri" },
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
  madeByAi: { enum: [...aiLabels, null] },
  digitalSourceType: { type: ["string", "null"], format: "uri" },
  photos: { type: "array", items: { type: "object", properties: photoFields } },
};

/** `_ban_tin` of an item in JSON Schema 2020-12, for the description of the API. */
export const feedExtensionSchema = { type: "object", properties: fields };
