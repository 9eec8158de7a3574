import type { AppContext } from "../../context.ts";
import { parseMoment } from "../../request/read-value.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { withQuery } from "../../addresses/address.ts";
import type { LogFilter, LogPlace } from "./log-list-store.ts";

/** The filter as its form has it; empty strings mean any. */
export type LogQuery = {
  person: string;
  act: string;
  subject: string;
  since: string;
  until: string;
};

export function readLogQuery(c: AppContext): LogQuery {
  const asked = (name: string) => normaliseLine(c.req.query(name) ?? "").text.slice(0, 200);
  return {
    person: asked("person"),
    act: asked("act"),
    subject: asked("subject"),
    since: asked("since"),
    until: asked("until"),
  };
}

const day = 24 * 60 * 60 * 1000;

/** Days are whole days in Vietnam, the last one included. An invalid day is ignored. */
export function toLogFilter({ person, act, subject, since, until }: LogQuery): LogFilter {
  const last = parseMoment(until);
  return {
    actor: person || null,
    act: act || null,
    subject: subject || null,
    from: parseMoment(since),
    until: last === null ? null : last + day,
  };
}

/** The cursor of `?before=`; null if there is none or it is invalid. */
export function parseLogCursor(cursor: string | undefined): LogPlace | null {
  const match = cursor?.match(/^(\d{1,15})\.([el][\w.-]{1,60})$/);
  return match ? { at: Number(match[1]), key: match[2] ?? "" } : null;
}

export function writeLogCursor({ at, key }: LogPlace): string {
  return `${at}.${key}`;
}

/** An address with the same filter and more parameters. */
export function logAddress(path: string, question: LogQuery, more: Record<string, string>): string {
  return withQuery(path, { ...question, ...more });
}
