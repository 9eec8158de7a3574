import { decodeCharacterReferences } from "../markdown/character-references.ts";

const allowed = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i;

/** Browsers drop tabs and line ends from addresses and read a backslash as a slash: neither belongs into one. */
const forbidden = /[\u0000-\u001f\u007f-\u009f\\]/;

export type SafeLink = { address: string; isExternal: boolean };

/**
 * The address of a link if an article may have it: http, https, mailto, tel, or a path of this site. Null for anything
 * else. What is checked is what the browser will see: references are decoded, and the result is escaped again.
 */
export function checkLink(href: string): SafeLink | null {
  const address = decodeCharacterReferences(href).trim();
  if (forbidden.test(address) || !allowed.test(address)) return null;
  const isExternal = /^https?:/i.test(address);
  if (isExternal && !URL.canParse(address)) return null;
  return address.isWellFormed() ? { address: encodePercent(address), isExternal } : null;
}

/** Spaces and letters beyond ASCII as a request sends them; what is encoded already stays. */
function encodePercent(address: string): string {
  return encodeURI(address).replaceAll("%25", "%");
}
