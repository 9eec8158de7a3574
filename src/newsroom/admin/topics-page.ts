import type { CountedTag, CountedTopic } from "../../published/topic-store.ts";
import type { Topic } from "../../published/published.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { topicPath } from "../../addresses/public.ts";
import { html, type Html } from "../../html/template.ts";
import { topicWords } from "../../vietnamese/words/topics.ts";
import {
  renderChoiceField,
  findError,
  renderInputField,
  renderTextField,
  renderDangerForm,
} from "../fields.ts";
import {
  changeTopicPath,
  moveTopicToTopPath,
  removeTopicPath,
  topicsPath,
} from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import { renderPhotoFields, typePhoto } from "../label-photo.ts";
import type { TypedPhoto } from "../label-photo.ts";
import { renderAdminPage } from "./admin-page.ts";
import { maxTopicLength } from "./topics.ts";

/** What was refused: `form` is the slug of the topic whose form it was, "" for a new one, null for acts without a form. */
export type RefusedTopic = {
  form: string | null;
  typed: Topic;
  photo?: TypedPhoto;
  error: AppError;
};

export type TopicsPage = {
  topics: readonly CountedTopic[];
  tags: readonly CountedTag[];
  refused: RefusedTopic | null;
};

export function renderTopicsPage(c: AppContext, { topics, tags, refused }: TopicsPage): Response {
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${topicWords.lead}</p>
    ${refused === null ? null : html`<p class="faults" role="alert">${refused.error.message}</p>`}
    ${
      topics.length === 0
        ? html`<p class="note">${topicWords.none}</p>`
        : html`<ol class="lines" aria-label="${topicWords.listed}">
            ${topics.map((topic, place) => renderLine(topic, place, refused))}
          </ol>`
    }
    ${tags.length === 0 ? html`<p class="soft">${topicWords.noTags}</p>` : renderAddForm(tags, refused)}
  </div>`;
  return renderAdminPage(c, {
    title: topicWords.title,
    main,
    status: refused?.error.status ?? 200,
  });
}

function renderLine(topic: CountedTopic, place: number, refused: RefusedTopic | null): Html {
  const { slug, name, articles, promotedAt } = topic;
  return html`<li>
    <p>
      <b><a href="${topicPath(slug)}">${name}</a></b>
      <span class="soft"
        >${topicWords.articles(articles)} · ${topicWords.promoted}
        ${renderShortTime(promotedAt)}</span
      >
    </p>
    <div class="row">
      ${place === 0 ? null : renderMoveUpForm(topic)}
      ${renderEditForm(topic, refused?.form === slug ? refused : null)} ${renderRemoveForm(topic)}
    </div>
  </li>`;
}

function renderMoveUpForm({ slug, name }: Topic): Html {
  return html`<form method="post" action="${moveTopicToTopPath(slug)}">
    <button type="submit" aria-label="${topicWords.liftOf(name)}">${topicWords.lift}</button>
  </form>`;
}

function renderEditForm(topic: CountedTopic, refused: RefusedTopic | null): Html {
  const { slug } = topic;
  return html`<details class="confirm" ${refused === null ? null : html`open`}>
    <summary>${topicWords.edit}</summary>
    <form method="post" action="${changeTopicPath(slug)}" class="stack">
      ${renderWords(refused?.typed ?? topic, `-${slug}`, null, refused)}
      ${renderPhotoFields(refused?.photo ?? typePhoto(topic.photo), refused?.error.errors ?? [], `-${slug}`)}
      <button class="primary" type="submit">${topicWords.save}</button>
    </form>
  </details>`;
}

function renderRemoveForm({ slug, name }: Topic): Html {
  return renderDangerForm({
    action: removeTopicPath(slug),
    open: topicWords.remove,
    question: topicWords.removeQuestion(name),
    go: topicWords.removeNow,
  });
}

function renderAddForm(tags: readonly CountedTag[], refused: RefusedTopic | null): Html {
  const again = refused?.form === "" ? refused : null;
  return html`<details class="confirm primary" ${again === null ? null : html`open`}>
    <summary>${topicWords.add}</summary>
    <form method="post" action="${topicsPath}" class="stack">
      ${renderChoiceField({
        name: "slug",
        label: topicWords.tag,
        value: again?.typed.slug ?? "",
        error: again === null ? null : findError(again.error.errors, "slug"),
        choices: tags.map(({ slug, name, articles }) => ({
          value: slug,
          label: topicWords.tagCount(name, articles),
        })),
      })}
      ${renderWords(again?.typed ?? null, "", topicWords.nameHint, again)}
      <button class="primary" type="submit">${topicWords.addNow}</button>
    </form>
  </details>`;
}

/** The fields of a topic; the ending of their names keeps ids apart on a page with many. */
function renderWords(
  typed: Topic | null,
  ending: string,
  nameHint: string | null,
  refused: RefusedTopic | null,
): Html {
  const errors = refused?.error.errors ?? [];
  return html`${renderInputField({
    name: `name${ending}`,
    label: topicWords.name,
    value: typed?.name ?? "",
    hint: nameHint,
    error: findError(errors, "name"),
    required: nameHint === null,
    more: html`maxlength="${maxTopicLength.name}"`,
  })}
  ${renderTextField({
    name: `summary${ending}`,
    label: topicWords.summary,
    value: typed?.summary ?? "",
    hint: topicWords.summaryHint,
    error: findError(errors, "summary"),
    required: true,
    rows: 3,
  })}`;
}
