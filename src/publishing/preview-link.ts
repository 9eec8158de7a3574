import { createHmac, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";

/** The contents of a preview link: the version it shows, when it was made and when it ends. Times in ms since the epoch. */
export type PreviewLink = { articleId: string; version: number; madeAt: number; endsAt: number };

const hour = 60 * 60 * 1000;

/** The lifetimes to choose from, in hours; the form proposes the second. */
export const linkHours = [24, 72, 168] as const;

export type LinkHours = (typeof linkHours)[number];

export function newPreviewLink(
  { articleId, version }: Pick<PreviewLink, "articleId" | "version">,
  hours: LinkHours,
  now: number,
): PreviewLink {
  return { articleId, version, madeAt: now, endsAt: now + hours * hour };
}

/** The link's token in a URL: its contents in base64url, a dot, and its signature under the site's key. */
export function signPreviewLink(link: PreviewLink, key: string): string {
  const { articleId, version, madeAt, endsAt } = link;
  const said = Buffer.from([articleId, version, madeAt, endsAt].join(" ")).toString("base64url");
  return `${said}.${computeSignature(said, key)}`;
}

/** Reads a token; null when its signature is wrong or the link has ended. Compares in constant time. */
export function readPreviewLink(token: string, key: string, now: number): PreviewLink | null {
  const [, said, signature] = /^([\w-]{20,120})\.([\w-]{43})$/.exec(token) ?? [];
  if (said === undefined || signature === undefined) return null;
  if (!timingSafeEqual(Buffer.from(computeSignature(said, key)), Buffer.from(signature)))
    return null;
  const [articleId = "", ...numbers] = Buffer.from(said, "base64url").toString().split(" ");
  const [version = 0, madeAt = 0, endsAt = 0] = numbers.map(Number);
  return now < endsAt ? { articleId, version, madeAt, endsAt } : null;
}

/** The label separates this use of the key from its other uses. */
function computeSignature(said: string, key: string): string {
  return createHmac("sha256", key).update(`preview link\n${said}`).digest("base64url");
}
