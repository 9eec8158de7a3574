import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import { publicPath } from "../../addresses/public.ts";
import type { Article } from "../../article/article.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { deskWords, sayOfKind } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { renderCopyBox } from "../fields.ts";

/**
 * A message about an article for a chat group: title, state and link. With the title that readers see it links to the public
 * page; else it says the newest title and links to the newsroom, so that no title goes out that nobody approved.
 */
export function renderShareMessage(
  article: Article,
  publicTitle: string | null,
  baseUrl: string,
): Html {
  const { id, state } = article;
  const isForReaders = publicTitle !== null && state === "published";
  const path = isForReaders ? publicPath(article) : newsroomArticlePath(id);
  const title = (isForReaders ? publicTitle : article.title) || newsroomWords.untitled;
  const text = [title, sayOfKind(article.kind, describeState(article)), baseUrl + path].join("\n");
  return html`<details class="confirm plain" data-copy-on-open>
    <summary>${deskWords.copyMessage}</summary>
    <div>${renderCopyBox(text)}</div>
  </details>`;
}

function describeState({ state, scheduledAt }: Article): string {
  if (state === "scheduled" && scheduledAt !== null) {
    return deskWords.messageScheduled(formatShortDateTime(new Date(scheduledAt)));
  }
  return deskWords.messageStates[state];
}
