import { isTrackingParameter } from "../addresses/tracking-parameter.ts";

/** The most characters of a normalised address. */
const maxLength = 500;

/**
 * Normalises an address of the older site, for storing and for looking up: path and query without the host,
 * percent-encoded, in lower case (such servers ignore case), parameters sorted, without those that sharing adds. Takes
 * a whole http(s) address or one that starts with `/`. Null for anything else, and for `/` alone, which is our own
 * front page.
 */
export function normaliseOldAddress(text: string): string | null {
  const given = text.trim().normalize("NFC");
  if (!/^(?:https?:\/\/|\/(?!\/))/i.test(given) || !URL.canParse(given, "http://old.invalid"))
    return null;
  const url = new URL(new URL(given, "http://old.invalid").href.toLowerCase());
  const address = (normalisePath(url) + normaliseQuery(url)).toLowerCase();
  return address === "/" || address.length > maxLength ? null : address;
}

/** The stored addresses to look for: the whole address, then the address without its query. */
export function listLookupAddresses(address: string): string[] {
  const whole = normaliseOldAddress(address);
  const bare = normaliseOldAddress(address.replace(/\?.*$/s, ""));
  return [...new Set([whole, bare])].filter((one) => one !== null);
}

function normalisePath({ pathname }: URL): string {
  return pathname.replace(/\/+$/, "") || "/";
}

function normaliseQuery({ searchParams }: URL): string {
  const kept = [...searchParams].filter(([name]) => !isTrackingParameter(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
}
