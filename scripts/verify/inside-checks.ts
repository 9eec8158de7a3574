import type { Ask, Check, VerifiedSite } from "./checks.ts";
import { isFromAccess } from "./public-checks.ts";

/** What only an admin can see or try. Nothing is published, and nothing that is stored stays. */
export const insideChecks: Check[] = [
  { name: "token", needs: "token", find: findRefusedToken },
  { name: "heartbeat", needs: "token", find: findSilentClock },
  { name: "problems", needs: "token", find: findProblems },
  { name: "migrations", needs: "token", find: findMissingMigration },
  { name: "database", needs: "token", find: findFarDatabase },
  { name: "miss-then-hit", needs: "token", find: findWrongOrder },
  { name: "purge", needs: "token", find: findFailingPurge },
  { name: "bucket", needs: "token", find: findFailingBucket },
  { name: "rotated-photo", needs: "token", find: findWrongRotation },
  { name: "heic-photo", needs: "token", find: findRefusedHeic },
  { name: "large-photo", needs: "token", find: findRefusedLargePhoto },
  { name: "access", needs: "token", find: findOpenNewsroom },
  { name: "workers-dev", needs: "workersDev", find: findOpenAddress },
];

/** Parts of the answer to /healthz?sau=1. */
type Details = {
  problems: { name: string; text: string }[];
  heartbeat: { ranAt: number };
  migration: string | null;
  version: { id: string };
  database: { region: string | null; roundTrip: number };
  settings: { accessSignIn: boolean; databaseLocation: string | null };
};

async function askAsAdmin(
  { ask, token }: VerifiedSite,
  ...[path, init = {}]: Parameters<Ask>
): Promise<Response> {
  return ask(path, { ...init, headers: { authorization: `Bearer ${token}` } });
}

async function readDetails(site: VerifiedSite): Promise<Details> {
  return (await (await askAsAdmin(site, "/healthz?sau=1")).json()) as Details;
}

/** 503 is an answer, too: something is wrong, and the answer says what. */
async function findRefusedToken(site: VerifiedSite): Promise<string | null> {
  const answer = await askAsAdmin(site, "/healthz?sau=1");
  const text = await answer.text();
  return [200, 503].includes(answer.status) && text.startsWith("{") ? null : `${answer.status}`;
}

async function findSilentClock(site: VerifiedSite): Promise<string | null> {
  const { heartbeat } = await readDetails(site);
  const seconds = Math.round((Date.now() - heartbeat.ranAt) / 1000);
  return seconds < 180 ? null : `${seconds}`;
}

/** Other checks have the clock and the cache. */
async function findProblems(site: VerifiedSite): Promise<string | null> {
  const { problems } = await readDetails(site);
  const others = problems.filter(({ name }) => name !== "heartbeat" && name !== "edge-cache");
  return others.length === 0 ? null : others.map(({ text }) => text).join(" ");
}

async function findMissingMigration(site: VerifiedSite): Promise<string | null> {
  const { migration } = await readDetails(site);
  return migration === site.migration ? null : `${migration} ≠ ${site.migration}`;
}

/** The Worker in a place near us asks the database at each step of the newsroom. In ms. */
const maxRoundTrip = 300;

async function findFarDatabase(
  site: VerifiedSite,
  note: (measured: string) => void,
): Promise<string | null> {
  const answers = [await readDetails(site), await readDetails(site), await readDetails(site)];
  const roundTrip = Math.min(...answers.map(({ database }) => database.roundTrip));
  const [first] = answers;
  const region = first?.database.region?.toLowerCase() ?? null;
  const location = first?.settings.databaseLocation ?? null;
  note([region, `${roundTrip} ms`].filter((part) => part !== null).join(", "));
  if (region !== null && location !== null && region !== location) return `${region} ≠ ${location}`;
  return roundTrip <= maxRoundTrip ? null : `${roundTrip} ms`;
}

/** A new address that no cache can have. */
async function makeCacheProbe(site: VerifiedSite): Promise<string> {
  const answer = await askAsAdmin(site, "/healthz/dem", { method: "POST" });
  if (answer.status !== 201) throw new Error(`/healthz/dem: ${answer.status}`);
  return ((await answer.json()) as { path: string }).path;
}

async function readCacheProbe(ask: Ask, path: string): Promise<{ status: string; text: string }> {
  const answer = await ask(path);
  const text = await answer.text();
  return { status: answer.headers.get("cf-cache-status") ?? `${answer.status}`, text };
}

async function findWrongOrder(site: VerifiedSite): Promise<string | null> {
  const path = await makeCacheProbe(site);
  const first = await readCacheProbe(site.ask, path);
  const second = await readCacheProbe(site.ask, path);
  const isRight = first.status === "MISS" && second.status === "HIT" && first.text === second.text;
  return isRight ? null : `${first.status}, ${second.status}`;
}

async function findFailingPurge(
  site: VerifiedSite,
  note: (measured: string) => void,
): Promise<string | null> {
  const path = await makeCacheProbe(site);
  const before = await readCacheProbe(site.ask, path);
  const begun = performance.now();
  const { status } = await askAsAdmin(site, path, { method: "DELETE" });
  if (status !== 204) return `${status}`;
  for (;;) {
    const after = await readCacheProbe(site.ask, path);
    const ms = Math.round(performance.now() - begun);
    if (after.text !== before.text) {
      note(`${ms} ms`);
      return null;
    }
    if (ms > site.maxPurgeTime) return `${ms} ms`;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What the Worker made of a photo; the status if it refused. */
async function tryPhoto(site: VerifiedSite, photo: Uint8Array<ArrayBuffer>) {
  const answer = await askAsAdmin(site, "/healthz/anh", { method: "POST", body: photo });
  if (answer.status === 200) {
    return (await answer.json()) as {
      width: number;
      height: number;
      variants: string[];
      isKept: boolean;
    };
  }
  await answer.arrayBuffer();
  return answer.status;
}

async function findFailingBucket(site: VerifiedSite): Promise<string | null> {
  const tried = await tryPhoto(site, site.photos.rotated);
  if (typeof tried === "number") return `${tried}`;
  return tried.isKept ? null : "R2";
}

/** The drawn photos are 96 × 64 pixels as people see them. Without variants, Images did not work. */
async function findWrongPhoto(
  site: VerifiedSite,
  photo: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  const tried = await tryPhoto(site, photo);
  if (typeof tried === "number") return `${tried}`;
  const { width, height, variants } = tried;
  if (width !== 96 || height !== 64) return `${width} × ${height}`;
  return variants.length > 0 ? null : "Images";
}

async function findWrongRotation(site: VerifiedSite): Promise<string | null> {
  return findWrongPhoto(site, site.photos.rotated);
}

/** A local site has no decoder for HEIC. */
async function findRefusedHeic(site: VerifiedSite): Promise<string | null> {
  const fault = await findWrongPhoto(site, site.photos.heic);
  return fault === "415" && new URL(site.address).hostname === "localhost" ? null : fault;
}

async function findRefusedLargePhoto(
  site: VerifiedSite,
  note: (measured: string) => void,
): Promise<string | null> {
  const begun = performance.now();
  const fault = await findWrongPhoto(site, padJpeg(site.photos.rotated, 19_900_000));
  note(`${Math.round(performance.now() - begun)} ms`);
  return fault;
}

/** The same picture with comments, so that it has about this many bytes. */
function padJpeg(photo: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const comment = new Uint8Array(65_537).fill(0x20);
  // Marker of a comment, and its length without the marker.
  comment.set([0xff, 0xfe, 0xff, 0xff]);
  const count = Math.floor((bytes - photo.length) / comment.length);
  const padded = new Uint8Array(photo.length + count * comment.length);
  padded.set(photo.subarray(0, 2));
  for (let n = 0; n < count; n++) padded.set(comment, 2 + n * comment.length);
  padded.set(photo.subarray(2), 2 + count * comment.length);
  return padded;
}

async function findOpenNewsroom(site: VerifiedSite): Promise<string | null> {
  const { settings } = await readDetails(site);
  if (!settings.accessSignIn) return null;
  const { status, headers } = await site.ask("/toa-soan");
  return isFromAccess(headers) ? null : `${status}`;
}

/** The address at workers.dev, unless it is the site's own, and that of the running version. */
async function findOpenAddress(site: VerifiedSite): Promise<string | null> {
  const { address, askOther, token, workersDev } = site;
  const version = token === null ? null : (await readDetails(site)).version.id.slice(0, 8);
  const hosts = [workersDev, version === null ? null : `${version}-${workersDev}`].filter(
    (host) => host !== null && host !== new URL(address).hostname,
  );
  for (const host of hosts) {
    const answer = await askOther(`https://${host}/healthz`).catch(() => null);
    if (answer?.status === 200 && (await answer.text()) === "ok") return host;
  }
  return null;
}
