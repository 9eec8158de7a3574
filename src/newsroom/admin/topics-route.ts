import { readTagsToPromote, readTopics } from "../../published/topic-store.ts";
import type { Topic } from "../../published/published.ts";
import type { AppContext } from "../../context.ts";
import { readTypedPhoto } from "../label-photo.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { topicsPath } from "../../addresses/newsroom.ts";
import { changeOrShowRefusal } from "./site-change.ts";
import { topicsPage } from "./topics-page.ts";
import type { RefusedTopic } from "./topics-page.ts";
import { createTopic, deleteTopic, liftTopic, saveTopic } from "./topics.ts";

/** How many tags the choice offers. */
const offeredTags = 300;

/** GET /toa-soan/quan-tri/dong-su-kien. */
export async function getTopics(c: AppContext): Promise<Response> {
  return pageWith(c, null);
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
  const slug = topicSlug(c);
  const form = await readForm(c);
  const topic = readTypedTopic(form, slug, `-${slug}`);
  const photo = readTypedPhoto(form, `-${slug}`);
  return changeOrShowRefusal(
    () => saveTopic(c, topic, photo),
    topicsPath,
    (error) => pageWith(c, { form: slug, typed: topic, photo, error }),
  );
}

/** POST …/:topic/len. */
export async function postTopicLift(c: AppContext): Promise<Response> {
  return change(c, null, wordless(c), () => liftTopic(c, topicSlug(c)));
}

/** POST …/:topic/xoa. */
export async function postTopicRemoval(c: AppContext): Promise<Response> {
  return change(c, null, wordless(c), () => deleteTopic(c, topicSlug(c)));
}

async function change(
  c: AppContext,
  form: string | null,
  typed: Topic,
  act: () => Promise<void>,
): Promise<Response> {
  return changeOrShowRefusal(act, topicsPath, (error) => pageWith(c, { form, typed, error }));
}

async function pageWith(c: AppContext, refused: RefusedTopic | null): Promise<Response> {
  const [topics, tags] = await Promise.all([
    readTopics(c.env.DB),
    readTagsToPromote(c.env.DB, offeredTags),
  ]);
  return topicsPage(c, { topics, tags, refused });
}

/** A topic's summary is one paragraph. */
function readTypedTopic(form: FormData, slug: string, ending: string): Topic {
  return {
    slug,
    name: readLine(form, `name${ending}`),
    summary: readLine(form, `summary${ending}`),
  };
}

function wordless(c: AppContext): Topic {
  return { slug: topicSlug(c), name: "", summary: "" };
}

function topicSlug(c: AppContext): string {
  return c.req.param("topic") ?? "";
}
