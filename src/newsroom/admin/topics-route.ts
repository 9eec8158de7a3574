import { readTagsToPromote, readTopics } from "../../published/topic-store.ts";
import type { Topic } from "../../published/published.ts";
import type { AppContext } from "../../context.ts";
import { readTypedPhoto } from "../label-photo.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { topicsPath } from "../../addresses/newsroom.ts";
import { changeOrShowRefusal } from "./site-change.ts";
import { renderTopicsPage } from "./topics-page.ts";
import type { RefusedTopic } from "./topics-page.ts";
import { createTopic, deleteTopic, liftTopic, saveTopic } from "./topics.ts";

/** How many tags the choice offers. */
const offeredTags = 300;

/** GET /toa-soan/quan-tri/dong-su-kien. */
export async function getTopics(c: AppContext): Promise<Response> {
  return answerPage(c, null);
}

/** The text fields of the forms of topics. */
export const topicFields = /^(?:slug|(?:name|summary|photo|alt)(?:-[\w-]+)?)$/;

/** POST: a tag becomes a topic. */
export async function postTopic(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const topic = readTypedTopic(form, readLine(form, "slug"), "");
  return change(c, "", topic, () => createTopic(c, topic));
}

/** POST …/:topic/sua. */
export async function postTopicWords(c: AppContext): Promise<Response> {
  const slug = readTopicSlug(c);
  const form = await readForm(c);
  const topic = readTypedTopic(form, slug, `-${slug}`);
  const photo = readTypedPhoto(form, `-${slug}`);
  return changeOrShowRefusal(
    () => saveTopic(c, topic, photo),
    topicsPath,
    (error) => answerPage(c, { form: slug, typed: topic, photo, error }),
  );
}

/** POST …/:topic/len. */
export async function postTopicLift(c: AppContext): Promise<Response> {
  return change(c, null, makeEmptyTopic(c), () => liftTopic(c, readTopicSlug(c)));
}

/** POST …/:topic/xoa. */
export async function postTopicRemoval(c: AppContext): Promise<Response> {
  return change(c, null, makeEmptyTopic(c), () => deleteTopic(c, readTopicSlug(c)));
}

async function change(
  c: AppContext,
  form: string | null,
  typed: Topic,
  act: () => Promise<void>,
): Promise<Response> {
  return changeOrShowRefusal(act, topicsPath, (error) => answerPage(c, { form, typed, error }));
}

async function answerPage(c: AppContext, refused: RefusedTopic | null): Promise<Response> {
  const [topics, tags] = await Promise.all([
    readTopics(c.env.DB),
    readTagsToPromote(c.env.DB, offeredTags),
  ]);
  return renderTopicsPage(c, { topics, tags, refused });
}

/** A topic's summary is one paragraph. */
function readTypedTopic(form: FormData, slug: string, ending: string): Topic {
  return {
    slug,
    name: readLine(form, `name${ending}`),
    summary: readLine(form, `summary${ending}`),
  };
}

function makeEmptyTopic(c: AppContext): Topic {
  return { slug: readTopicSlug(c), name: "", summary: "" };
}

function readTopicSlug(c: AppContext): string {
  return c.req.param("topic") ?? "";
}
