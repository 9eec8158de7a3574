import type { TopicBox } from "../published/topic.ts";
import { articlePath, topicPath } from "../addresses/public.ts";
import { html, type Html } from "../html/template.ts";
import { dayTime } from "../html/time.ts";
import { listWords } from "../vietnamese/words/lists.ts";

/** The topic of an article, with its newest others; nothing where there are none. */
export function topicBox(topic: TopicBox | null): Html | null {
  if (topic === null || topic.others.length === 0) return null;
  return html`<aside class="topic" aria-labelledby="dong-su-kien">
    <h2 id="dong-su-kien">
      <span class="topic-kind">${listWords.topic}</span>
      <a href="${topicPath(topic.slug)}">${topic.name}</a>
    </h2>
    <ul>
      ${topic.others.map(
        (other) =>
          html`<li>
            ${dayTime(other.publishedAt)} <a href="${articlePath(other.slug)}">${other.title}</a>
          </li>`,
      )}
    </ul>
  </aside>`;
}
