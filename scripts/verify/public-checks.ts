import type { Ask, Check, VerifiedSite } from "./checks.ts";

const page = "/";

/** As no compression: a compressed answer may have a weak entity tag. */
const plain = { "accept-encoding": "identity" };

/** What can be seen without an account. Later checks find the cache filled by earlier ones. */
export const publicChecks: Check[] = [
  { name: "https", find: findWrongScheme },
  { name: "health", find: findIllHealth },
  { name: "headers", find: findMissingHeader },
  { name: "cache", find: findMissedCache },
  { name: "cache-headers", find: findCacheHeader },
  { name: "unchanged", find: findRewriting },
  { name: "head", find: findWrongHead },
  { name: "conditional", find: findWrongCondition },
  { name: "range", find: findWrongRange },
  { name: "junk-query", find: findWrongJunkAnswer },
  { name: "newsroom", find: findCachedNewsroom },
  { name: "password", find: findFailingHash },
  { name: "rate-limit", find: findMissingLimit },
];

/** A reader who types the address without its scheme must come to https, too. No answer by http is safe as well. */
async function findWrongScheme({ address, askOther }: VerifiedSite): Promise<string | null> {
  const { protocol, hostname } = new URL(address);
  if (hostname === "localhost") return null;
  if (protocol !== "https:") return protocol;
  const answer = await askOther(`http://${hostname}/`).catch(() => null);
  if (answer === null || answer.headers.get("location")?.startsWith("https:")) return null;
  return `http: ${answer.status}`;
}

async function findIllHealth({ ask }: VerifiedSite): Promise<string | null> {
  const answer = await ask("/healthz");
  const text = await answer.text();
  return answer.status === 200 && text === "ok" ? null : `${answer.status} ${text.slice(0, 100)}`;
}

const requiredHeaders: [name: string, value: RegExp][] = [
  ["strict-transport-security", /max-age=[1-9]/],
  ["content-security-policy", /default-src/],
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /./],
];

async function findMissingHeader({ ask }: VerifiedSite): Promise<string | null> {
  const { headers } = await read(ask, page);
  const missing = requiredHeaders.filter(([name, value]) => !value.test(headers.get(name) ?? ""));
  return missing.length === 0 ? null : missing.map(([name]) => name).join(", ");
}

async function findMissedCache({ ask }: VerifiedSite): Promise<string | null> {
  // The first request may be the one that fills the cache of this place.
  await read(ask, page);
  const { headers } = await read(ask, page);
  const status = headers.get("cf-cache-status");
  return status === "HIT" ? null : `cf-cache-status: ${status ?? "–"}`;
}

async function findCacheHeader({ ask }: VerifiedSite): Promise<string | null> {
  const { headers } = await read(ask, page);
  const leaked = ["cache-tag", "cloudflare-cdn-cache-control", "set-cookie"];
  return leaked.find((name) => headers.has(name)) ?? null;
}

/** The entity tag is a digest of the bytes (src/edge-cache/etag.ts), so it shows every change on the way. */
async function findRewriting({ ask }: VerifiedSite): Promise<string | null> {
  for (const path of [page, ...(await listNewestArticle(ask))]) {
    const { headers, body } = await read(ask, path);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body), 0, 16);
    const tag = `"${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
    if (headers.get("etag") === tag) continue;
    const trace = rewriting.exec(new TextDecoder().decode(body))?.[0];
    return `${path} ${trace ?? `ETag ${headers.get("etag") ?? "–"}`}`;
  }
  return null;
}

/** What features of a zone write into a page. */
const rewriting = /data-cfemail|\/cdn-cgi\/[\w/.-]+|static\.cloudflareinsights\.com|rocket-loader/;

/** The path of the newest article, which has the most for such features to find; none on an empty site. */
async function listNewestArticle(ask: Ask): Promise<string[]> {
  const { body } = await read(ask, "/feed.json");
  const { items } = JSON.parse(new TextDecoder().decode(body)) as { items: { url: string }[] };
  return items.slice(0, 1).map(({ url }) => new URL(url).pathname);
}

async function findWrongHead({ ask }: VerifiedSite): Promise<string | null> {
  const get = await read(ask, page);
  const head = await read(ask, page, { method: "HEAD" });
  if (head.status !== get.status) return `HEAD ${head.status}`;
  const differing = ["etag", "content-type"].find(
    (name) => head.headers.get(name) !== get.headers.get(name),
  );
  return differing ?? (head.body.byteLength === 0 ? null : "HEAD");
}

async function findWrongCondition({ ask }: VerifiedSite): Promise<string | null> {
  const { headers } = await read(ask, page);
  const condition = { "if-none-match": headers.get("etag") ?? "" };
  const { status } = await read(ask, page, { headers: condition });
  return status === 304 ? null : `If-None-Match: ${status}`;
}

/** A server may ignore Range. If it does not, it must send these bytes. */
async function findWrongRange({ ask }: VerifiedSite): Promise<string | null> {
  const whole = await read(ask, page);
  const part = await read(ask, page, { headers: { range: "bytes=10-19" } });
  const expected = part.status === 206 ? whole.body.slice(10, 20) : whole.body;
  const isRight = [200, 206].includes(part.status) && equalBytes(part.body, expected);
  return isRight ? null : `Range: ${part.status}`;
}

async function findWrongJunkAnswer({ ask }: VerifiedSite): Promise<string | null> {
  const clean = await read(ask, page);
  const junk = await read(ask, `${page}?fbclid=${Math.random()}`);
  if (junk.status !== clean.status) return `${junk.status}`;
  return junk.headers.get("etag") === clean.headers.get("etag") ? null : "ETag";
}

async function findCachedNewsroom({ ask }: VerifiedSite): Promise<string | null> {
  const { headers } = await read(ask, "/toa-soan");
  const control = headers.get("cache-control") ?? "";
  if (!control.includes("no-store")) return `cache-control: ${control}`;
  return headers.get("cf-cache-status") === "HIT" ? "HIT" : null;
}

/** Signs in as nobody. The site hashes the password all the same, which must not take more than the platform allows. */
async function findFailingHash(
  { address, ask }: VerifiedSite,
  note: (measured: string) => void,
): Promise<string | null> {
  const begun = performance.now();
  const body = new URLSearchParams({
    username: `kiem-tra-${crypto.randomUUID()}`,
    password: "không phải mật khẩu",
  });
  const headers = { origin: address, "sec-fetch-site": "same-origin" };
  const { status, headers: answered } = await read(ask, "/toa-soan/dang-nhap", {
    method: "POST",
    headers,
    body,
  });
  note(`${Math.round(performance.now() - begun)} ms`);
  return status === 401 || isFromAccess(answered) ? null : `${status}`;
}

/** Whether Cloudflare Access answered. */
export function isFromAccess(headers: Headers): boolean {
  return /^https:\/\/[^/]+\.cloudflareaccess\.com\//.test(headers.get("location") ?? "");
}

/** The site allows 20 wrong tokens a minute. The platform's limits are not exact. Valid tokens still work. */
const maxWrongTokens = 60;

async function findMissingLimit({ ask }: VerifiedSite): Promise<string | null> {
  const headers = { authorization: `Bearer ${"x".repeat(32)}` };
  for (let sent = 0; sent < maxWrongTokens; sent++) {
    const { status } = await read(ask, "/api/changes", { headers });
    if (status === 429) return null;
    if (status !== 401) return `${status}`;
  }
  return `${maxWrongTokens}`;
}

type Whole = { status: number; headers: Headers; body: Uint8Array<ArrayBuffer> };

async function read(ask: Ask, path: string, init: RequestInit = {}): Promise<Whole> {
  const headers = { ...plain, ...(init.headers as Record<string, string> | undefined) };
  const answer = await ask(path, { ...init, headers });
  const body = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, body };
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
