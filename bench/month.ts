import type { ActFigures } from "./figures.ts";
import { prices } from "./prices.ts";
import type { Quantity } from "./prices.ts";

/** How many views a site has in a month, and what follows from that. */
export type Traffic = {
  views: number;
  /** The part of the requests for pages and photos that the edge cache does not have. Assumed: it falls as views grow. */
  missed: number;
  /** One of so many readers tells that they read an article. */
  sampling: number;
  /** Rows that counting writes in the Durable Object and in D1: measured for docs/decisions/033-view-counts.md. */
  viewRows: { object: number; database: number };
};

export const traffics: readonly Traffic[] = [
  { views: 10_000, missed: 0.5, sampling: 1, viewRows: { object: 34_000, database: 20_000 } },
  { views: 1_000_000, missed: 0.1, sampling: 10, viewRows: { object: 270_000, database: 150_000 } },
  {
    views: 100_000_000,
    missed: 0.01,
    sampling: 100,
    viewRows: { object: 2_000_000, database: 750_000 },
  },
];

/** What is assumed of readers, of machines and of the newsroom, in a month of 30 days. */
export const assumed = {
  photosOfView: 6,
  scriptsOfView: 0.5,
  /** Searches and later pages of lists, as a part of the views. */
  searches: 0.01,
  /** Uncached pages that robots read. */
  robotPages: 30_000,
  /** Questions of mirrors for changes and feeds: two ask every five minutes. */
  mirrorRequests: 17_280,
  articles: 250,
  photosOfArticle: 3,
  autosavesOfArticle: 40,
  savesOfArticle: 4,
  signIns: 600,
  newsroomPages: 9000,
  /** What the site has stored: five years. */
  storedArticles: 18_000,
};

type Acts = Record<string, ActFigures>;

/** How often each act is done in a month without help of the cache. */
function listActs({ views, missed, sampling }: Traffic): Record<string, number> {
  const { articles, robotPages, mirrorRequests } = assumed;
  return {
    article: views * missed + robotPages,
    photo: views * assumed.photosOfView * missed,
    "search, common word": views * assumed.searches,
    "view beacon": views / sampling,
    "API: changes": mirrorRequests,
    desk: assumed.newsroomPages,
    "list of articles": assumed.newsroomPages / 3,
    "form of an article": articles * 4,
    "review page": articles * 2,
    "sign-in by password": assumed.signIns,
    autosave: articles * assumed.autosavesOfArticle,
    save: articles * assumed.savesOfArticle,
    submit: articles,
    publish: articles,
    "upload of a photo, 5 MB": articles * assumed.photosOfArticle,
    "cron, empty outbox": 30 * 24 * 60,
  };
}

/**
 * The acts with uploads as they run on the platform: a Durable Object answers large requests (src/large-request.ts), and the Worker only
 * passes them on.
 */
export function placeUploads(acts: Acts): Acts {
  return Object.fromEntries(
    Object.entries(acts).map(([name, one]) => {
      if (!name.startsWith("upload ")) return [name, one];
      return [name, { ...one, cpu: 0, firstCpu: 0, objectCpu: one.cpu, objectCalls: 1 }];
    }),
  );
}

/** How long a Durable Object is awake for a call, in seconds, and its memory in GB. */
const awake = 0.01;
const memory = 0.128;

/** What a site uses in a month, computed from the measured acts. `bytesOfArticle`: in the database, with its search terms. */
export function computeMonth(
  traffic: Traffic,
  acts: Acts,
  bytesOfArticle: number,
): Record<Quantity, number> {
  const done = listActs(traffic);
  const add = (quantity: keyof ActFigures) =>
    Object.entries(done).reduce((sum, [name, times]) => {
      const figures = acts[name];
      if (figures === undefined) throw new Error(`${name} was not measured`);
      return sum + times * figures[quantity];
    }, 0);
  const { photosOfView, scriptsOfView, storedArticles, photosOfArticle } = assumed;
  const { views, missed } = traffic;
  const hits = views * (1 + photosOfView) * (1 - missed) + views * scriptsOfView;
  const invoked = Object.values(done).reduce((sum, times) => sum + times, 0);
  const photo = acts["upload of a photo, 5 MB"];
  const photos = done["upload of a photo, 5 MB"] ?? 0;
  const objectRequests = add("objectCalls");
  return {
    requests: hits + invoked,
    cpu: add("cpu"),
    rowsRead: add("rowsRead"),
    rowsWritten: add("rowsWritten") + traffic.viewRows.database,
    database: storedArticles * bytesOfArticle,
    filesWritten: photos * (photo?.files ?? 0),
    filesRead: done["photo"] ?? 0,
    fileBytes: storedArticles * photosOfArticle * (photo?.storedBytes ?? 0),
    transformations: photos * (photo?.transformations ?? 0),
    objectRequests,
    objectTime: (objectRequests * awake + add("objectCpu") / 1000) * memory,
    objectRows: traffic.viewRows.object,
  };
}

/** Dollars on the paid plan for what it does not include. */
export function computePrice(quantity: Quantity, used: number): number {
  const { included, dollars, unit } = prices[quantity].paid;
  return (Math.max(0, used - included) / unit) * dollars;
}

/** The part of the free plan that a month uses; 0 where the plan has no limit. */
export function computeFreeShare(quantity: Quantity, used: number): number {
  const free: { day?: number; month?: number } = prices[quantity].free;
  if (free.day !== undefined) return used / 30 / free.day;
  return free.month === undefined ? 0 : used / free.month;
}
