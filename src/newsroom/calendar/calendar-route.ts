import { calendarWeekPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { hasRole } from "../../people/person.ts";
import { publish } from "../../publishing/publication.ts";
import { readArticleToApprove } from "../../publishing/permission.ts";
import { readForm } from "../../request/read-body.ts";
import { parseMoment, parseWholeNumber } from "../../request/read-value.ts";
import { calendarWords } from "../../vietnamese/words/calendar.ts";
import { seeOther } from "../answer.ts";
import { actFields, readTime } from "../article/act-input.ts";
import { toWallClock } from "../article/schedule-presets.ts";
import { readLine } from "../form-data.ts";
import { idParam, staff, startAct } from "../guard.ts";
import { renderCalendarPage } from "./calendar-page.ts";
import type { CalendarPage } from "./calendar-page.ts";
import { readCalendar } from "./calendar-store.ts";
import { day, formatDay, readWeek, startOfWeek } from "./week.ts";

/** GET /toa-soan/lich?week=2026-11-30: the week of that day. `moved` and `from` tell of an article that was just moved. */
export async function getCalendar(c: AppContext): Promise<Response> {
  return showCalendar(c, readWeek(c.req.query("week"), Date.now()), null);
}

/** POST /toa-soan/lich/:id: changes the time of a scheduled article that has not changed since the user saw it. */
export async function postScheduleMove(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const id = idParam(c);
  const form = await readForm(c);
  try {
    const article = await readArticleToApprove(act, id);
    const { scheduledAt, scheduledVersion } = article;
    if (scheduledAt === null) throw new AppError("conflict", calendarWords.notScheduled);
    if (parseWholeNumber(readLine(form, "event")) !== article.event) {
      throw new AppError("conflict", calendarWords.changed);
    }
    const at = readTime(form, act.now);
    await publish(act, id, { version: scheduledVersion, at });
    const moved = { moved: id, from: toWallClock(scheduledAt) };
    return seeOther(`${calendarWeekPath(formatDay(startOfWeek(at)), moved)}#bai-${id}`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "forbidden" || error.code === "not-found") {
      throw error;
    }
    const week = readWeek(readLine(form, "week"), act.now);
    return showCalendar(c, week, { id, typed: readLine(form, actFields.at), error });
  }
}

async function showCalendar(
  c: AppContext,
  week: number,
  refused: CalendarPage["refused"],
): Promise<Response> {
  const person = staff(c);
  const maySchedule = hasRole(person, "editor");
  const ownerId = maySchedule ? null : person.id;
  const { items, isCut } = await readCalendar(c.env.DB, {
    from: week,
    until: week + 7 * day,
    ownerId,
  });
  const now = Date.now();
  const moved = refused === null && maySchedule ? readMoved(c, items, now) : null;
  return renderCalendarPage(c, { week, now, items, isCut, maySchedule, moved, refused });
}

/** The moved article that the address names, if the week has it. */
function readMoved(
  c: AppContext,
  items: CalendarPage["items"],
  now: number,
): CalendarPage["moved"] {
  const moved = c.req.query("moved");
  const item = items.find(({ id, schedule }) => id === moved && schedule !== null);
  const event = item?.schedule?.event;
  const from = parseMoment(`${c.req.query("from") ?? ""}+07:00`);
  if (item === undefined || event === undefined || from === null || from === item.at) return null;
  return { item, event, from, canUndo: from > now };
}
