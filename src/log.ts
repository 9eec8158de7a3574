import { AsyncLocalStorage } from "node:async_hooks";

/** What one request asked of D1. `databaseMs`: the time of its round trips together. */
export type DatabaseUse = {
  roundTrips: number;
  rowsRead: number;
  rowsWritten: number;
  databaseMs: number;
};

const current = new AsyncLocalStorage<DatabaseUse>();

/** Runs a request. What it asks of D1 is added to `use`. */
export function recordDatabaseUse<T>(use: DatabaseUse, run: () => T): T {
  return current.run(use, run);
}

/** The use of D1 by the request that runs now; null outside requests. */
export function findDatabaseUse(): DatabaseUse | null {
  return current.getStore() ?? null;
}

/** Writes one line of JSON: what happened, and facts about it. Facts are never taken from what a person sent. */
export function log(level: "log" | "error", event: string, facts: object): void {
  console[level](JSON.stringify({ event, ...facts }));
}

/** Logs a failure after which the program continues. `what` is a constant sentence; `facts` are ids and counts. */
export function logFailure(what: string, error: unknown, facts: object = {}): void {
  log("error", "failure", { what, ...facts, error: describeError(error) });
}

const maxMessage = 200;
const maxFrames = 8;

/**
 * An error without what a person sent. Messages of the runtime quote input ("Unexpected token …"), so all from the first quotation
 * mark to the last is left out, and what looks like an address. Of several lines only the first is kept. An AppError's message is a sentence to the person who sent the
 * request, so only its code is kept.
 */
export function describeError(error: unknown): { name: string; message: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, message: "", at: [] };
  const message =
    error.name === "AppError" && "code" in error
      ? String(error.code)
      : error.message.split("\n", 1).join("");
  // The stack begins with the message, which may have lines that look like frames.
  const frames = (error.stack ?? "").replace(error.message, "").match(/^ {4}at .*$/gm) ?? [];
  return {
    name: error.name,
    message: message
      .replace(/["'“‘`][^]*["'”’`]/, "…")
      .replace(/\S*(?:@|:\/\/)\S*/g, "…")
      .slice(0, maxMessage),
    at: frames.slice(0, maxFrames).map((frame) => frame.slice(7)),
  };
}

/** An id that a person can read out and an operator finds in the log. */
export function makeErrorId(): string {
  return crypto.randomUUID().slice(-10);
}
