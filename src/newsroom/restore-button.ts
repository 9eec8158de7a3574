import { restoreDraftPath } from "../addresses/newsroom.ts";
import type { Article } from "../article/article.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { deskWords } from "../vietnamese/words/desk.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";

/** The button that restores a discarded draft. It asks nothing, because restoring loses nothing. */
export function renderRestoreButton({
  id,
  event,
  title,
}: Pick<Article, "id" | "event" | "title">): Html {
  const name = title === "" ? newsroomWords.untitled : title;
  return html`<form method="post" action="${restoreDraftPath(id)}">
    <input type="hidden" name="event" value="${event}" />
    <button type="submit" aria-label="${deskWords.restoreOf(name)}">${deskWords.restore}</button>
  </form>`;
}
