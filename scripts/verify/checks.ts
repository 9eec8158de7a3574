import { verifyWords } from "../../src/vietnamese/words/verify.ts";
import { insideChecks } from "./inside-checks.ts";
import { publicChecks } from "./public-checks.ts";

/** Sends a request to the site. Redirections are not followed. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export type CheckName = keyof typeof verifyWords.checks;

/** One thing that must be true of a deployed site. `find` returns what is wrong, or null; `note` keeps what it measured. */
export type Check = {
  name: CheckName;
  /** Without this the check is left out. */
  needs?: "token" | "workersDev";
  find: (site: VerifiedSite, note: (measured: string) => void) => Promise<string | null>;
};

export type VerifiedSite = {
  /** Origin. */
  address: string;
  ask: Ask;
  /** Requests an address of another host. */
  askOther: (url: string) => Promise<Response>;
  /** The token of an admin, with which it may write. */
  token: string | null;
  /** The host of the Worker at workers.dev, such as `ban-tin.account.workers.dev`. */
  workersDev: string | null;
  photos: { heic: Uint8Array<ArrayBuffer>; rotated: Uint8Array<ArrayBuffer> };
  /** The name of the last migration. */
  migration: string;
  /** How long a purge may take, in ms. */
  maxPurgeTime: number;
};

/** The result of one check. `problem` says what is wrong and what to change; null if nothing is. */
export type Finding = {
  check: CheckName;
  isLeftOut: boolean;
  problem: string | null;
  measured: string | null;
};

export const checks: readonly Check[] = [...publicChecks, ...insideChecks];

/** Runs checks one after another. If the token does not work, what needs it is left out. */
export async function runChecks(site: VerifiedSite, chosen = checks): Promise<Finding[]> {
  const findings: Finding[] = [];
  let known = site;
  for (const { name, needs, find } of chosen) {
    if (needs !== undefined && known[needs] === null) {
      findings.push({ check: name, isLeftOut: true, problem: null, measured: null });
      continue;
    }
    let measured: string | null = null;
    let problem: string | null;
    try {
      const fault = await find(known, (text) => (measured = text));
      problem = fault === null ? null : verifyWords.checks[name](fault);
    } catch (error) {
      problem = verifyWords.notTried(describeError(error));
    }
    if (name === "token" && problem !== null) known = { ...site, token: null };
    findings.push({ check: name, isLeftOut: false, problem, measured });
  }
  return findings;
}

/** The cause tells what `fetch failed` leaves out. */
function describeError(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {};
  return String(cause);
}
