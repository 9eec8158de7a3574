import { deployWords } from "../../src/vietnamese/words/start.ts";
import { inlineValues } from "../admin/remote-database.ts";
import { StartFailure, takeFirstLine } from "../start/start-failure.ts";
import { captureWrangler } from "../start/wrangler.ts";
import { askWrangler } from "./ask-wrangler.ts";
import type { DeploySettings } from "./deploy-settings.ts";

/**
 * Finds the database of a site by its name, or makes it, and returns its id. The database names the address of its site, so
 * that no site takes the database or the bucket of another one. `movedFrom` is the former address of a site that moves. Each
 * step may be interrupted: the next deployment goes on from there. Throws StartFailure.
 */
export function openSiteDatabase(settings: DeploySettings, movedFrom: string | null): string {
  const { names, address } = settings;
  const found = findDatabase(settings);
  const owner = found === null ? null : readOwner(settings);
  if (found !== null && owner === address) return found;
  if (found !== null && owner !== null && owner === movedFrom) {
    execute(
      settings,
      inlineValues({ sql: "UPDATE site_address SET address = ?1", values: [address] }),
    );
    return found;
  }
  if (owner !== null) {
    throw new StartFailure(deployWords.otherSite(names.database, owner, names.worker));
  }
  // The bucket is made after the address is stored, so a bucket that is there belongs to somebody else.
  if (listBuckets(settings).includes(names.bucket)) {
    throw new StartFailure(deployWords.otherBucket(names.bucket, names.worker));
  }
  const id = found ?? createDatabase(settings);
  execute(settings, inlineValues({ sql: storeOwner, values: [address] }));
  return id;
}

const storeOwner = `CREATE TABLE IF NOT EXISTS site_address (address TEXT NOT NULL);
INSERT INTO site_address (address) VALUES (?1);`;

function findDatabase({ names, file }: DeploySettings): string | null {
  type Database = { uuid: string; name: string };
  const databases = askWrangler<Database[]>(["d1", "list", "--json", "--config", file]);
  return databases.find(({ name }) => name === names.database)?.uuid ?? null;
}

function createDatabase(settings: DeploySettings): string {
  const { names, file, location } = settings;
  const create = ["d1", "create", names.database, "--location", location, "--config", file];
  const { status, complaint } = captureWrangler(create);
  if (status !== 0) throw new StartFailure(deployWords.cannotAsk(takeFirstLine(complaint)));
  const id = findDatabase(settings);
  if (id === null) throw new StartFailure(deployWords.notMade(names.database));
  return id;
}

/** The address of the site that a database belongs to; null if it is empty. Throws StartFailure if it has other tables. */
function readOwner(settings: DeploySettings): string | null {
  const tables = execute<{ name: string }>(
    settings,
    "SELECT name FROM sqlite_master WHERE type = 'table'",
  )
    .map(({ name }) => name)
    .filter((name) => !/^(_cf_|sqlite_)/.test(name));
  if (tables.includes("site_address")) {
    const [row] = execute<{ address: string }>(settings, "SELECT address FROM site_address");
    if (row !== undefined) return row.address;
  }
  const { names } = settings;
  if (tables.some((name) => name !== "site_address")) {
    throw new StartFailure(deployWords.otherDatabase(names.database, names.worker));
  }
  return null;
}

/** Runs statements as one transaction and returns the rows of the first. */
function execute<Row>({ names, file }: DeploySettings, sql: string): Row[] {
  const command = ["d1", "execute", names.database, "--remote", "--json", "--command", sql];
  const [first] = askWrangler<{ results?: Row[] }[]>([...command, "--config", file]);
  return first?.results ?? [];
}

/** The names of the account's buckets. Throws StartFailure that says where to enable R2 if it is not enabled. */
function listBuckets({ raw }: DeploySettings): string[] {
  // This command does not read the account from wrangler.toml.
  if (raw.account_id !== undefined) process.env["CLOUDFLARE_ACCOUNT_ID"] ??= raw.account_id;
  const { status, answer, complaint } = captureWrangler(["r2", "bucket", "list"]);
  if (/\b(?:10042|10136)\b/.test(answer + complaint)) throw new StartFailure(deployWords.noR2);
  if (status !== 0) throw new StartFailure(deployWords.cannotAsk(takeFirstLine(complaint)));
  return [...answer.matchAll(/^name:\s+(\S+)/gm)].map(([, name = ""]) => name);
}
