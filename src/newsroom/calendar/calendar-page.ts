import {
  calendarWeekPath,
  moveSchedulePath,
  newsroomArticlePath,
} from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import {
  formatIsoWithOffset,
  formatShortDate,
  formatShortDateTime,
  splitVietnamTime,
  nameWeekday,
} from "../../vietnamese/dates.ts";
import { calendarWords } from "../../vietnamese/words/calendar.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { actFields } from "../article/act-input.ts";
import { toWallClock } from "../article/schedule-presets.ts";
import { findError, renderInputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { maxCalendarItems } from "./calendar-store.ts";
import type { CalendarItem } from "./calendar-store.ts";
import { day, formatDay, startOfWeek } from "./week.ts";

export type CalendarPage = {
  /** Monday, 0:00 in Vietnam, ms. */
  week: number;
  now: number;
  items: CalendarItem[];
  isCut: boolean;
  /** Whether the user may change the time of scheduled articles. */
  maySchedule: boolean;
  /** An article that was just moved, its newest event, and its former time, ms. */
  moved: { item: CalendarItem; event: number; from: number; canUndo: boolean } | null;
  /** A change that was refused, and the time that was typed. */
  refused: { id: string; typed: string; error: AppError } | null;
};

/** A week of scheduled and published articles: a list on a phone, seven columns on a wide screen. */
export function renderCalendarPage(c: AppContext, page: CalendarPage): Response {
  const { week, items, isCut, maySchedule, refused } = page;
  const last = week + 6 * day;
  const title = calendarWords.week(
    formatShortDate(new Date(week)),
    formatShortDate(new Date(last)),
  );
  const hasScheduled = items.some(({ schedule }) => schedule !== null);
  const main = html`<h1>${calendarWords.title}</h1>
    ${renderRefusedNote(page)} ${renderMovedNote(page)} ${renderWeekLinks(page)}
    <h2>${title}</h2>
    ${isCut ? html`<p class="note">${calendarWords.cut(maxCalendarItems)}</p>` : null}
    ${maySchedule && hasScheduled ? html`<p class="hint">${calendarWords.dragHint}</p>` : null}
    <ol class="calendar" ${maySchedule ? html`data-calendar` : null}>
      ${[0, 1, 2, 3, 4, 5, 6].map((n) => renderDayCell(page, week + n * day))}
    </ol>`;
  const status = refused?.error.status ?? 200;
  return newsroomPage(c, {
    title: `${calendarWords.title}: ${title}`,
    current: "desk",
    main,
    status,
  });
}

/** A refused time is explained at its field; anything else above the calendar. */
function renderRefusedNote({ refused, items }: CalendarPage): Html | null {
  if (refused === null) return null;
  const { error, id } = refused;
  const hasField = items.some((item) => item.id === id && item.schedule !== null);
  const message = findError(error.errors, actFields.at);
  if (message !== null && hasField) {
    return html`<p class="faults" role="alert"><a href="#bai-${id}">${message}</a></p>`;
  }
  return html`<p class="faults" role="alert">${message ?? error.message}</p>`;
}

function renderMovedNote({ moved, week }: CalendarPage): Html | null {
  if (moved === null) return null;
  const { item, event, from, canUndo } = moved;
  const [former, present] = [from, item.at].map((at) => formatShortDateTime(new Date(at)));
  return html`<div class="done row" role="status">
    <span>${calendarWords.moved(writeTitle(item), former ?? "", present ?? "")}</span>
    ${
      canUndo
        ? html`<form method="post" action="${moveSchedulePath(item.id)}">
            ${renderHiddenFields(event, week)}
            <input type="hidden" name="${actFields.at}" value="${toWallClock(from)}" />
            <button type="submit">${calendarWords.undo}</button>
          </form>`
        : null
    }
  </div>`;
}

function renderWeekLinks({ week, now }: CalendarPage): Html {
  const link = (at: number, name: string, rel: string | null) =>
    html`<a
      class="button"
      href="${calendarWeekPath(formatDay(at))}"
      ${rel === null ? null : html`rel="${rel}" data-shift="${Math.sign(at - week) * 7}"`}
      >${name}</a
    >`;
  const present = startOfWeek(now);
  return html`<nav class="row" aria-label="${calendarWords.weeks}">
    ${link(week - 7 * day, calendarWords.earlier, "prev")}
    ${week === present ? null : link(present, calendarWords.thisWeek, null)}
    ${link(week + 7 * day, calendarWords.later, "next")}
  </nav>`;
}

function renderDayCell(page: CalendarPage, start: number): Html {
  const items = page.items.filter(({ at }) => at >= start && at < start + day);
  const { weekday, day: date, month } = splitVietnamTime(new Date(start));
  const isToday = page.now >= start && page.now < start + day;
  return html`<li
    class="${items.length === 0 ? "empty-day" : "full-day"}"
    data-day="${formatDay(start)}"
    ${isToday ? html`aria-current="date"` : null}
  >
    <h3>
      ${nameWeekday(weekday)} ${date}/${month}
      ${isToday ? html`<span class="state">${calendarWords.today}</span>` : null}
    </h3>
    ${
      items.length === 0
        ? html`<p class="soft">${calendarWords.nothing}</p>`
        : html`<ul>
            ${items.map((item) => renderCalendarItem(page, item))}
          </ul>`
    }
  </li>`;
}

function renderCalendarItem(page: CalendarPage, item: CalendarItem): Html {
  const { id, at, owner, schedule } = item;
  const state = schedule === null ? "published" : "scheduled";
  const time = formatIsoWithOffset(new Date(at));
  // A published article may have a scheduled version in the same week, which has the id.
  return html`<li class="calendar-item" ${schedule === null ? null : html`id="bai-${id}"`}>
    <p>
      <time datetime="${time}"><b>${time.slice(11, 16)}</b></time>
      <span class="state state-${state}">${newsroomWords.states[state]}</span>
    </p>
    <a href="${newsroomArticlePath(id)}">${writeTitle(item)}</a>
    <p class="soft">${owner}</p>
    ${schedule === null || !page.maySchedule ? null : renderMoveForm(page, item, schedule.event)}
  </li>`;
}

/** Script fills the time when the article is dropped elsewhere, and opens the form to confirm it. */
function renderMoveForm({ refused, week }: CalendarPage, item: CalendarItem, event: number): Html {
  const typed = refused?.id === item.id ? refused : null;
  return html`<details ${typed === null ? null : html`open`}>
    <summary aria-label="${calendarWords.moveOf(writeTitle(item))}">${calendarWords.move}</summary>
    <form method="post" class="stack" action="${moveSchedulePath(item.id)}">
      ${renderHiddenFields(event, week)}
      ${renderInputField({
        name: actFields.at,
        id: `o-${actFields.at}-${item.id}`,
        label: calendarWords.newTime,
        type: "datetime-local",
        required: true,
        error: typed === null ? null : findError(typed.error.errors, actFields.at),
        value: typed?.typed ?? toWallClock(item.at),
      })}
      <button class="primary" type="submit">${calendarWords.move}</button>
    </form>
  </details>`;
}

function renderHiddenFields(event: number, week: number): Html {
  return html`<input type="hidden" name="event" value="${event}" />
    <input type="hidden" name="week" value="${formatDay(week)}" />`;
}

function writeTitle({ title }: CalendarItem): string {
  return title === "" ? newsroomWords.untitled : title;
}
