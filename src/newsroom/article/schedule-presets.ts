import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import {
  formatIsoWithOffset,
  makeVietnamInstant,
  splitVietnamTime,
} from "../../vietnamese/dates.ts";
import { calendarWords } from "../../vietnamese/words/calendar.ts";
import { actFields } from "./act-input.ts";

/** A usual time to publish, after now. `at` in ms. */
type SchedulePreset = { label: string; at: number };

const [morning, evening, monday] = [6, 17, 1];

/** The usual times after `now` (ms), on the calendar of Vietnam, the next one first. */
export function listSchedulePresets(now: number): SchedulePreset[] {
  const { year, month, day, weekday } = splitVietnamTime(new Date(now));
  const timeIn = (days: number, hour: number) =>
    makeVietnamInstant(year, month, day + days, hour).getTime();
  const daysToMonday = (monday - weekday + 7) % 7 || 7;
  const { presets } = calendarWords;
  const presetsAhead = [
    { label: presets.thisEvening, at: timeIn(0, evening) },
    { label: presets.tomorrowMorning, at: timeIn(1, morning) },
    { label: presets.mondayMorning, at: timeIn(daysToMonday, morning) },
  ].filter(({ at }) => at > now);
  // On Sundays, tomorrow is Monday.
  return presetsAhead.filter(({ at }, n) => presetsAhead.findIndex((one) => one.at === at) === n);
}

/**
 * A form with one button for each usual time, which schedules at once. It is a form of its own: in the form with the time
 * field, the Enter key would press the first of these buttons.
 */
export function renderSchedulePresets({ action, fields, now, approves }: PresetForm): Html {
  return html`<form class="presets row" method="post" target="_self" action="${action}">
    ${fields}
    ${listSchedulePresets(now).map(
      ({ label, at }) =>
        html`<button
          type="submit"
          name="${actFields.at}"
          value="${toWallClock(at)}"
          ${approves ? html`data-approve` : null}
        >
          ${label} (${formatDay(at)})
        </button>`,
    )}
  </form>`;
}

/** `fields` are the hidden fields of the act. `approves`: script holds the buttons until the text was read. */
type PresetForm = { action: string; fields: Html; now: number; approves: boolean };

/** "2026-11-23T09:30", as a datetime-local field has it. */
export function toWallClock(at: number): string {
  return formatIsoWithOffset(new Date(at)).slice(0, 16);
}

/** "1/12" */
function formatDay(at: number): string {
  const { day, month } = splitVietnamTime(new Date(at));
  return `${day}/${month}`;
}
