import { parseArgs } from "node:util";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { StartFailure, readErrorCode } from "../start/start-failure.ts";
import { openRemoteStores } from "./remote-stores.ts";
import { openLocalStores } from "./site-stores.ts";
import type { Purpose, SiteStores } from "./site-stores.ts";
import type { Report } from "./take-backup.ts";

const options = {
  state: { type: "string", default: ".wrangler/state" },
  port: { type: "string", default: "8787" },
  remote: { type: "boolean", default: false },
  config: { type: "string", default: "wrangler.toml" },
} as const;

const backupOptions = { ...options, keep: { type: "string", default: "7" } } as const;

const restoreOptions = {
  ...options,
  "dry-run": { type: "boolean", default: false },
  backup: { type: "string" },
  "new-address": { type: "boolean", default: false },
  "publish-overdue": { type: "boolean", default: false },
} as const;

/** Reads the flags of `npm run backup`. Throws StartFailure. */
export function readBackupFlags(args: string[]) {
  const { values, folder } = parse(args, backupOptions, backupWords.usage);
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new StartFailure(backupWords.badKeep);
  return { ...values, folder, keep };
}

/** Reads the flags of `npm run restore`. Throws StartFailure. */
export function readRestoreFlags(args: string[]) {
  const { values, folder } = parse(args, restoreOptions, backupWords.restoreUsage);
  return { ...values, folder };
}

function parse<const Options extends typeof options>(
  args: string[],
  known: Options,
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ args, options: known, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new StartFailure(usage);
    return { values, folder };
  } catch {
    throw new StartFailure(usage);
  }
}

type SiteFlags = { state: string; port: string; remote: boolean; config: string };

/** Opens the site that the flags name. */
export async function openStores(flags: SiteFlags, purpose: Purpose): Promise<SiteStores> {
  if (flags.remote) return openRemoteStores(purpose, flags.config);
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFailure(backupWords.badPort);
  }
  return openLocalStores(purpose, { state: flags.state, port });
}

/** Prints progress, about once a second. */
export function makeReport(): Report {
  let printedAt = 0;
  return (line) => {
    if (Date.now() - printedAt < 1000) return;
    printedAt = Date.now();
    console.log(line);
  };
}

/** Says which folder cannot be written, when the disk is full or refuses. */
export async function explainFullDisk(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = readErrorCode(error);
    const isFull = /^(?:ENOSPC|EDQUOT|EFBIG|EACCES|EROFS|EPERM|EIO|ENOENT|ENOTDIR|EEXIST)$/.test(
      code,
    );
    // SQLite says so in words.
    if (!isFull && !/database or disk is full|disk I\/O error/.test(String(error))) throw error;
    throw new StartFailure(backupWords.cannotWrite(folder, code));
  }
}
