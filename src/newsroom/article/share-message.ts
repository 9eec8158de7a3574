import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import { articlePath } from "../../addresses/public.ts";
import type { Article } from "../../article/article.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { shortDateTime } from "../../vietnamese/dates.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { copyBox } from "../copy-box.ts";

/** A message about an article for a chat group: title, state and link. */
export function shareMessage(article: Article, baseUrl: string): Html {
  const title = article.title === "" ? newsroomWords.untitled : article.title;
  const { id, slug, isPublic } = article;
  const path = isPublic ? articlePath(slug) : newsroomArticlePath(id);
  const text = [title, describeState(article), baseUrl + path].join("\n");
  return html`<details class="confirm plain" data-copy-on-open>
    <summary>${deskWords.copyMessage}</summary>
    <div>${copyBox(text)}</div>
  </details>`;
}

function describeState({ state, scheduledAt }: Article): string {
  if (state === "scheduled" && scheduledAt !== null) {
    return deskWords.messageScheduled(shortDateTime(new Date(scheduledAt)));
  }
  return deskWords.messageStates[state];
}
