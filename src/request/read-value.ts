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

/**
 * On the platform its edge writes cf-connecting-ip. Elsewhere a client could write it, so it is replaced: by the last address of
 * X-Forwarded-For, which the proxy in front has added, if `source` is "proxy"; else by nothing.
 */
export function settleClientAddress(request: Request, source: string | undefined): Request {
  if (source === undefined) return request;
  const headers = new Headers(request.headers);
  headers.delete("cf-connecting-ip");
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (source === "proxy" && address !== "") headers.set("cf-connecting-ip", address);
  return new Request(request, { headers });
}

/**
 * The network of the client, or "local" where Cloudflare does not stand in front: an IPv4 address, or the first half (/64) of an
 * IPv6 address, because one client has the whole other half.
 */
export function readClientNetwork(headers: Headers): string {
  const address = headers.get("cf-connecting-ip") ?? "local";
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return address.includes(":") ? takeFirstHalf(address) : address;
}

/** The network of the client as a key of a rate limit that nobody can read: a hash under a key of the day. */
export function hashClientNetwork(headers: Headers, secret: string, now: number): string {
  const network = readClientNetwork(headers);
  const today = new Date(now).toISOString().slice(0, 10);
  return createHmac("sha256", secret).update(`client ${today} ${network}`).digest("base64url");
}

/** "2001:db8:0:0" of "2001:db8::1". */
function takeFirstHalf(address: string): string {
  const [start = [], end = []] = address
    .toLowerCase()
    .split("::")
    .map((half) => half.match(/[^:]+/g) ?? [])
    .map((groups) => groups.map((group) => group.replace(/^0+(?=.)/, "")));
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  return [...start, ...zeros, ...end].slice(0, 4).join(":");
}
