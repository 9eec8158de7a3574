import { articleKinds, articleStates } from "../../article/article.ts";
import type { ArticleKind, Section } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import type { ViewCounts } from "../../published/view-store.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { renderChoiceField, renderInputField, renderFilterFold } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { articleListPath, articlesPath } from "../../addresses/newsroom.ts";
import { renderDeskLines } from "./desk-line.ts";
import type { DeskLine } from "./desk-store.ts";
import { maxSearchedTitles } from "./list-store.ts";
import type { ListState } from "./list-store.ts";

/** The filters of the list. */
type ListQuestion = {
  kind: ArticleKind | null;
  state: ListState | null;
  section: string | null;
  mine: boolean;
  /** Words of the title; empty for all. */
  words: string;
};

export type ListPage = {
  asked: ListQuestion;
  lines: DeskLine[];
  /** How often readers opened the articles, by their ids. */
  views: ReadonlyMap<string, ViewCounts>;
  /** The cursor of the next page, or null on the last. */
  next: string | null;
  sections: readonly Section[];
  /** Whether the user may see the articles of others. */
  editor: boolean;
};

export function listPage(c: AppContext, list: ListPage): Response {
  const { asked, lines, views, editor } = list;
  const main = html`<h1>${deskWords.articles}</h1>
    ${renderFilterFold(renderFilters(list), isFiltered(asked))}
    ${
      lines.length === 0
        ? html`<p>${deskWords.noneFound}</p>`
        : renderDeskLines(lines, { owners: editor, now: Date.now(), views })
    }
    ${
      asked.words === ""
        ? null
        : html`<p class="hint">${deskWords.searchedNewest(maxSearchedTitles)}</p>`
    }
    ${renderOlderLink(list)}`;
  return newsroomPage(c, { title: deskWords.articles, current: "desk", main });
}

function isFiltered({ kind, state, section, mine, words }: ListQuestion): boolean {
  return kind !== null || state !== null || section !== null || mine || words !== "";
}

function renderFilters({ asked, sections, editor }: ListPage): Html {
  const states = articleStates.map((value) => ({ value, label: newsroomWords.states[value] }));
  const named = sections.map(({ slug, name }) => ({ value: slug, label: name }));
  return html`<form class="filters" method="get" action="${articlesPath}" role="search">
    ${renderInputField({ name: "q", label: deskWords.search, value: asked.words })}
    ${renderChoiceField({
      name: "state",
      label: deskWords.state,
      value: asked.state ?? "",
      choices: [
        {
          value: "",
          label: deskWords.everyState,
        },
        ...states,
        {
          value: "revised",
          label: deskWords.groups.revised,
        },
        {
          value: "discarded",
          label: deskWords.groups.discarded,
        },
      ],
    })}
    ${renderChoiceField({
      name: "section",
      label: deskWords.section,
      value: asked.section ?? "",
      choices: [
        {
          value: "",
          label: deskWords.everySection,
        },
        ...named,
      ],
    })}
    ${editor ? renderEditorFilters(asked) : null}
    <button class="primary" type="submit">${deskWords.filter}</button>
  </form>`;
}

/** Reporters see their own articles only, and no pages. */
function renderEditorFilters({ kind, mine }: ListQuestion): Html {
  const kinds = articleKinds.map((value) => ({ value, label: newsroomWords.kinds[value] }));
  return html`${renderChoiceField({
    name: "kind",
    label: deskWords.kind,
    value: kind ?? "",
    choices: [{ value: "", label: deskWords.everyKind }, ...kinds],
  })}
  ${renderChoiceField({
    name: "owner",
    label: deskWords.whose,
    value: mine ? "me" : "",
    choices: [
      { value: "", label: deskWords.everybody },
      { value: "me", label: deskWords.mine },
    ],
  })}`;
}

function renderOlderLink({ asked, next }: ListPage): Html | null {
  if (next === null) return null;
  const address = articleListPath({
    kind: asked.kind ?? "",
    state: asked.state ?? "",
    section: asked.section ?? "",
    owner: asked.mine ? "me" : "",
    before: next,
  });
  return html`<p><a class="button" href="${address}" rel="next">${deskWords.older}</a></p>`;
}
