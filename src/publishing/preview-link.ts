import { createHmac, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";

/** What a preview link says: which version it shows, when it was made and when it ends. Times in ms since the epoch. */
export type PreviewLink = { articleId: string; version: number; madeAt: number; endsAt: number };

const hour = 60 * 60 * 1000;

/** How long a link may live, in hours; the second is proposed. */
export const linkHours = [24, 72, 168] as const;

export type LinkHours = (typeof linkHours)[number];

export function newPreviewLink(
  { articleId, version }: Pick<PreviewLink, "articleId" | "version">,
  hours: LinkHours,
  now: number,
): PreviewLink {
  return { articleId, version, madeAt: now, endsAt: now + hours * hour };
}

/** The link as it stands in an address: what it says in base64url, a dot, and its signature under the site's key. */
export function signPreviewLink(link: PreviewLink, key: string): string {
  const { articleId, version, madeAt, endsAt } = link;
  const said = Buffer.from([articleId, version, madeAt, endsAt].join(" ")).toString("base64url");
  return `${said}.${computeSignature(said, key)}`;
}

/** What a signed link says, or null when it is not ours or its time is over. Takes as long for every wrong signature. */
export function readPreviewLink(token: string, key: string, now: number): PreviewLink | null {
  const [, said, signature] = /^([\w-]{20,120})\.([\w-]{43})$/.exec(token) ?? [];
  if (said === undefined || signature === undefined) return null;
  if (!timingSafeEqual(Buffer.from(computeSignature(said, key)), Buffer.from(signature)))
    return null;
  const [articleId = "", ...numbers] = Buffer.from(said, "base64url").toString().split(" ");
  const [version = 0, madeAt = 0, endsAt = 0] = numbers.map(Number);
  return now < endsAt ? { articleId, version, madeAt, endsAt } : null;
}

/** The label keeps this use of the key apart from every other one. */
function computeSignature(said: string, key: string): string {
  return createHmac("sha256", key).update(`preview link\n${said}`).digest("base64url");
}
