import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { logWords } from "../../vietnamese/words/log.ts";
import { renderFilterFold, renderChoiceField, renderInputField } from "../fields.ts";
import {
  logCsvPath,
  logPath,
  mediaPhotoPath,
  newsroomArticlePath,
} from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import type { LogEntry } from "./log-list-store.ts";
import { logAddress, writeLogCursor } from "./log-query.ts";
import type { LogQuery } from "./log-query.ts";
import { nameAct, describeDetail, nameSubject } from "./log-words.ts";
import { renderAdminPage } from "./admin-page.ts";

export type LogPage = {
  question: LogQuery;
  entries: readonly LogEntry[];
  /** The last entry shown, when there are more. */
  last: LogEntry | null;
  actors: readonly { id: string; name: string }[];
};

export function logPage(c: AppContext, page: LogPage): Response {
  const { question, entries, last } = page;
  const main = html`<p class="soft">${logWords.lead}</p>
    ${renderFilterFold(
      renderFilters(page),
      Object.values(question).some((value) => value !== ""),
    )}
    <p class="row">
      <a class="button" href="${logAddress(logCsvPath, question, {})}">${logWords.csv}</a>
      <a href="${logAddress(logCsvPath, question, { separator: "comma" })}"
        >${logWords.americanCsv}</a
      >
    </p>
    ${
      entries.length === 0
        ? html`<p>${logWords.none}</p>`
        : html`<ul class="lines">
            ${entries.map(renderLine)}
          </ul>`
    }
    ${
      last === null
        ? null
        : html`<p>
            <a
              class="button"
              rel="next"
              href="${logAddress(logPath, question, { before: writeLogCursor(last) })}"
              >${logWords.older}</a
            >
          </p>`
    }`;
  return renderAdminPage(c, { title: logWords.title, main });
}

function renderFilters({ question, actors }: LogPage): Html {
  const acts = Object.entries(logWords.acts).map(([value, label]) => ({ value, label }));
  return html`<form class="admin-filters" method="get" action="${logPath}" role="search">
    ${renderChoiceField({
      name: "person",
      label: logWords.person,
      value: question.person,
      choices: [
        {
          value: "",
          label: logWords.anyone,
        },
        ...actors.map(({ id, name }) => ({
          value: id,
          label: name,
        })),
        {
          value: "clock",
          label: logWords.clock,
        },
      ],
    })}
    ${renderChoiceField({
      name: "act",
      label: logWords.act,
      value: question.act,
      choices: [
        {
          value: "",
          label: logWords.anyAct,
        },
        ...acts,
      ],
    })}
    ${renderInputField({ name: "subject", label: logWords.subject, value: question.subject })}
    ${renderInputField({ name: "since", label: logWords.from, value: question.since, type: "date" })}
    ${renderInputField({ name: "until", label: logWords.until, value: question.until, type: "date" })}
    <button class="primary" type="submit">${logWords.filter}</button>
  </form>`;
}

function renderLine(entry: LogEntry): Html {
  const { at, actor, act, version } = entry;
  const subject = nameSubject(entry);
  const what = subject === "" ? nameAct(act) : `${nameAct(act)}:`;
  const detail = describeDetail(entry);
  const place = findPlace(entry);
  return html`<li>
    ${renderShortTime(at)} · <b>${actor ?? logWords.clock}</b> · ${what}
    ${place === null ? subject : html`<a href="${place}">${subject}</a>`}
    ${version === null ? null : html`<span class="soft">(${logWords.version(version)})</span>`}
    ${detail === "" ? null : html`<p class="soft">${detail}</p>`}
  </li>`;
}

/** The page of the article or the photo; null for what has none. */
function findPlace({ articleId, photoId }: LogEntry): string | null {
  if (articleId !== null) return newsroomArticlePath(articleId);
  return photoId === null ? null : mediaPhotoPath(photoId);
}
