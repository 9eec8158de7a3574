/** Longest address that is kept, in characters as it is kept. */
const maxLength = 500;

/** Query parameters that whoever shares a link adds to it. */
const strayParameter = /^(?:fbclid|gclid|zarsrc|utm_.*)$/;

/**
 * An address of an older site as it is kept and looked up: path and query without the host, percent-encoded, in lower case
 * (the servers of such sites mind no case), parameters in order, without those that sharing adds. Takes a whole http(s)
 * address or one that starts with `/`. Null for anything else, and for `/` alone, which is this site's own.
 */
export function normaliseOldAddress(text: string): string | null {
  const given = text.trim().normalize("NFC");
  if (!/^(?:https?:\/\/|\/(?!\/))/i.test(given) || !URL.canParse(given, "http://old.invalid"))
    return null;
  const url = new URL(new URL(given, "http://old.invalid").href.toLowerCase());
  const address = (normalisePath(url) + normaliseQuery(url)).toLowerCase();
  return address === "/" || address.length > maxLength ? null : address;
}

/** Where to look for a requested address: as it is, and then without its query. */
export function listLookupAddresses(address: string): string[] {
  const whole = normaliseOldAddress(address);
  const bare = normaliseOldAddress(address.replace(/\?.*$/s, ""));
  return [...new Set([whole, bare])].filter((one) => one !== null);
}

function normalisePath({ pathname }: URL): string {
  return pathname.replace(/\/+$/, "") || "/";
}

function normaliseQuery({ searchParams }: URL): string {
  const kept = [...searchParams].filter(([name]) => !strayParameter.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
}
