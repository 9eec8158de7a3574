/** A quantity of the platform: what the free plan allows, what the paid plan includes each month, and what more costs. */
export type Price = {
  name: string;
  /** Limit of the free plan in a day, or in a month. */
  free: { day?: number; month?: number };
  /** Included in the paid plan each month, and the price in dollars of each further `unit`. */
  paid: { included: number; dollars: number; unit: number };
  source: string;
};

/** The day on which the sources were read, in stored copies of these pages. */
export const pricesRead = "2026-12-01";

/** The paid plan of Workers, in dollars a month. It includes D1 and Durable Objects. */
export const paidPlan = 5;

const million = 1_000_000;
const gigabyte = 1_000_000_000;

const workers = "https://developers.cloudflare.com/workers/platform/pricing/";
const d1 = "https://developers.cloudflare.com/d1/platform/pricing/";
const r2 = "https://developers.cloudflare.com/r2/pricing/";
const images = "https://developers.cloudflare.com/images/pricing/";
const objects = "https://developers.cloudflare.com/durable-objects/platform/pricing/";

export const prices = {
  requests: {
    name: "requests, hits of the cache too",
    free: { day: 100_000 },
    paid: { included: 10 * million, dollars: 0.3, unit: million },
    source: workers,
  },
  cpu: {
    name: "CPU time, ms",
    free: {},
    paid: { included: 30 * million, dollars: 0.02, unit: million },
    source: workers,
  },
  rowsRead: {
    name: "D1 rows read",
    free: { day: 5 * million },
    paid: { included: 25_000 * million, dollars: 0.001, unit: million },
    source: d1,
  },
  rowsWritten: {
    name: "D1 rows written",
    free: { day: 100_000 },
    paid: { included: 50 * million, dollars: 1, unit: million },
    source: d1,
  },
  database: {
    name: "D1 storage, bytes",
    free: { month: 500 * million },
    paid: { included: 5 * gigabyte, dollars: 0.75, unit: gigabyte },
    source: d1,
  },
  filesWritten: {
    name: "R2 operations of class A (write, list)",
    free: { month: million },
    paid: { included: million, dollars: 4.5, unit: million },
    source: r2,
  },
  filesRead: {
    name: "R2 operations of class B (read)",
    free: { month: 10 * million },
    paid: { included: 10 * million, dollars: 0.36, unit: million },
    source: r2,
  },
  fileBytes: {
    name: "R2 storage, bytes",
    free: { month: 10 * gigabyte },
    paid: { included: 10 * gigabyte, dollars: 0.015, unit: gigabyte },
    source: r2,
  },
  transformations: {
    name: "Images, unique transformations",
    free: { month: 5000 },
    paid: { included: 5000, dollars: 0.5, unit: 1000 },
    source: images,
  },
  objectRequests: {
    name: "requests to Durable Objects",
    free: { day: 100_000 },
    paid: { included: million, dollars: 0.15, unit: million },
    source: objects,
  },
  objectTime: {
    name: "duration of Durable Objects, GB-s",
    free: { day: 13_000 },
    paid: { included: 400_000, dollars: 12.5, unit: million },
    source: objects,
  },
  objectRows: {
    name: "rows written by Durable Objects",
    free: { day: 100_000 },
    paid: { included: 50 * million, dollars: 1, unit: million },
    source: objects,
  },
} as const satisfies Record<string, Price>;

export type Quantity = keyof typeof prices;
