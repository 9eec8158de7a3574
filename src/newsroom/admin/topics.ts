import {
  promoteTopic,
  readTagName,
  readTopics,
  removeTopic,
  rewriteTopic,
} from "../../published/topic-store.ts";
import type { CountedTopic } from "../../published/topic-store.ts";
import { removeProfile, writeProfile } from "../../published/label-profile-store.ts";
import type { Topic } from "../../published/published.ts";
import { tags } from "../../edge-cache/tags.ts";
import { findTypedPhoto } from "../label-photo.ts";
import type { TypedPhoto } from "../label-photo.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { topicWords } from "../../vietnamese/words/topics.ts";
import { changeSite } from "./site-change.ts";

/** Characters. */
export const maxTopicLength = { name: 100, summary: 600 } as const;

/** Makes a tag a topic; without a name of its own it is called as the tag. AppErrors: invalid, conflict. */
export async function createTopic(c: AppContext, given: Topic): Promise<void> {
  const tag = await readTagName(c.env.DB, given.slug);
  if (tag === null) {
    const message = topicWords.unknownTag;
    throw new AppError("invalid", message, [{ path: "slug", message }]);
  }
  const topic = { ...given, name: given.name === "" ? tag : given.name };
  refuseWords(topic);
  const topics = await readTopics(c.env.DB);
  if (topics.some(({ slug }) => slug === topic.slug)) {
    throw new AppError("conflict", topicWords.already(tag));
  }
  await changeSite(c, [promoteTopic(c.env.DB, topic, Date.now())], {
    act: "topic.promoted",
    subject: topic.slug,
    detail: { name: topic.name },
  });
}

/** Changes the name, summary and picture of a topic. AppErrors: not-found, invalid. */
export async function saveTopic(c: AppContext, topic: Topic, typed: TypedPhoto): Promise<void> {
  const { photo: former } = await readTopic(c, topic.slug);
  refuseWords(topic);
  const photo = await findTypedPhoto(c.env.DB, typed, Date.now());
  const { slug, name, summary } = topic;
  const statements = [
    rewriteTopic(c.env.DB, topic),
    writeProfile(c.env.DB, "tag", slug, { about: "", photo }),
  ];
  const detail = { name, summary, photo: photo?.id ?? null };
  await changeSite(
    c,
    statements,
    { act: "topic.changed", subject: slug, detail },
    former === null ? [] : [tags.photo(former.id)],
  );
}

/** Puts a topic before the others, as if it were promoted now. AppError not-found. */
export async function liftTopic(c: AppContext, slug: string): Promise<void> {
  const topic = await readTopic(c, slug);
  await changeSite(c, [promoteTopic(c.env.DB, topic, Date.now())], {
    act: "topic.promoted",
    subject: slug,
    detail: { name: topic.name },
  });
}

/** Makes a topic a tag again; its articles stay. AppError not-found. */
export async function deleteTopic(c: AppContext, slug: string): Promise<void> {
  const { name, photo } = await readTopic(c, slug);
  await changeSite(
    c,
    [removeTopic(c.env.DB, slug), removeProfile(c.env.DB, "tag", slug)],
    { act: "topic.removed", subject: slug, detail: { name } },
    photo === null ? [] : [tags.photo(photo.id)],
  );
}

async function readTopic(c: AppContext, slug: string): Promise<CountedTopic> {
  const topic = (await readTopics(c.env.DB)).find((one) => one.slug === slug);
  if (topic === undefined) throw new AppError("not-found", topicWords.unknown);
  return topic;
}

function refuseWords({ name, summary }: Topic): void {
  const errors: FieldError[] = [];
  if (name === "") errors.push({ path: "name", message: topicWords.nameless });
  if (name.length > maxTopicLength.name) {
    errors.push({ path: "name", message: topicWords.tooLong(maxTopicLength.name) });
  }
  if (summary === "") errors.push({ path: "summary", message: topicWords.noSummary });
  if (summary.length > maxTopicLength.summary) {
    errors.push({ path: "summary", message: topicWords.tooLong(maxTopicLength.summary) });
  }
  const [first] = errors;
  if (first !== undefined) throw new AppError("invalid", first.message, errors);
}
