import { createHmac } from "node:crypto";

/** ISO 8601: a day, or a day and time with its distance from UTC. */
const iso = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?$/;

/**
 * The moment that a text names, in ms since the epoch; a day alone is its beginning in Vietnam. Null for anything else, such
 * as 30 February, which Date takes for 2 March.
 */
export function parseMoment(text: string): number | null {
  const day = text.match(iso)?.[1];
  if (day === undefined || !isDay(day)) return null;
  const moment = Date.parse(text === day ? `${day}T00:00:00+07:00` : text);
  return Number.isNaN(moment) ? null : moment;
}

function isDay(day: string): boolean {
  const start = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
}

/**
 * Parses a whole number of one to nine digits from 1 up, as URLs and forms name versions and events; null for anything
 * else.
 */
export function parseWholeNumber(text: string | null | undefined): number | null {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** The network address of the client, or "local" where Cloudflare does not stand in front. */
export function readClientAddress(headers: Headers): string {
  return headers.get("cf-connecting-ip") ?? "local";
}

/**
 * The network address of the client as a key of a rate limit that nobody can read: a hash under a key of the day. Of an IPv6
 * address only the first half (/64) counts, because one client has the whole other half.
 */
export function hashClientAddress(headers: Headers, secret: string, now: number): string {
  const address = readClientAddress(headers);
  const network = address.includes(":") ? takeFirstHalf(address) : address;
  const today = new Date(now).toISOString().slice(0, 10);
  return createHmac("sha256", secret).update(`client ${today} ${network}`).digest("base64url");
}

/** "2001:db8:0:0" of "2001:db8::1". */
function takeFirstHalf(address: string): string {
  const [start = [], end = []] = address.split("::").map((part) => part.split(":"));
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  return [...start, ...zeros, ...end].slice(0, 4).join(":");
}
