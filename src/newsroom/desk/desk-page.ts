import type { Article } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { articleRoomPath, newArticlePath } from "../paths.ts";
import { shortTime } from "../short-time.ts";

export function deskPage(c: AppContext, articles: readonly Article[]): Response {
  const main = html`<h1>${newsroomWords.desk}</h1>
    <p><a class="button primary" href="${newArticlePath}">${newsroomWords.write}</a></p>
    <ul class="lines">
      ${articles.map(line)}
    </ul>`;
  return newsroomPage(c, { title: newsroomWords.desk, current: "desk", main });
}

function line(article: Article): Html {
  return html`<li>
    <a href="${articleRoomPath(article.id)}">${article.title}</a>
    <p class="soft">
      <span class="state state-${article.state}">${newsroomWords.states[article.state]}</span>
      ${shortTime(article.savedAt)}
    </p>
  </li>`;
}
