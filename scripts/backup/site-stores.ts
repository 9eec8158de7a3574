import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { Miniflare } from "miniflare";
import { bindingsOnly } from "../admin/local-database.ts";
import { askD1 } from "../start/migration-store.ts";
import type { AskDatabase } from "../start/migration-store.ts";
import { openSecrets } from "../start/secrets.ts";
import { readLocalSettings } from "../start/settings.ts";
import { lockState } from "../start/state-lock.ts";
import { openStateFolder } from "../start/state-folder.ts";
import { readWorkerConfig } from "../start/worker-config.ts";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { StartFailure } from "../start/start-failure.ts";

/** The stores of a site, on this machine or on Cloudflare. */
export type SiteStores = {
  /** Origin of the site. */
  address: string;
  /** Folder of the migrations. */
  migrations: string;
  /** Runs statements that have no parameters in one transaction, and returns the rows of each statement. */
  ask: AskDatabase;
  /** Runs one statement with parameters ?1, ?2 … */
  run: (sql: string, parameters: string[]) => Promise<void>;
  /** The object of a key, null if there is none. */
  getObject: (key: string) => Promise<{ body: ReadableStream<Uint8Array>; type: string } | null>;
  putObject: (key: string, bytes: Uint8Array, type: string) => Promise<void>;
  /** Opens the database for reading at one moment, where that needs no write. Null on Cloudflare. */
  snapshot: (() => Snapshot) | null;
  close: () => Promise<void>;
};

/** A read transaction of a local database. The site may write meanwhile. */
export type Snapshot = { ask: AskDatabase; moment: number; [Symbol.dispose]: () => void };

/** The stores of a site that does not exist yet, for a dry run. */
export function makeEmptyStores(address: string, migrations: string): SiteStores {
  const refuse = async (): Promise<never> => {
    throw new Error("nothing is written");
  };
  return {
    address,
    migrations,
    ask: async (statements) => statements.map(() => []),
    run: refuse,
    getObject: async () => null,
    putObject: refuse,
    snapshot: null,
    close: async () => undefined,
  };
}

/** What the site is opened for. A backup needs an existing site, which may run. For a restore the site must not run. A dry run makes nothing. */
export type Purpose = "backup" | "restore" | "dry-run";

/** Opens the database and the bucket of a local site. */
export async function openLocalStores(
  purpose: Purpose,
  { state, port }: { state: string; port: number },
): Promise<SiteStores> {
  const config = await readWorkerConfig();
  const isThere = existsSync(join(state, "v3", "d1"));
  if (!isThere && purpose === "backup") throw new StartFailure(backupWords.noSite(state));
  if (!isThere && purpose === "dry-run") {
    const secrets = Object.fromEntries(config.secrets.map((name) => [name, "x".repeat(32)]));
    const { BASE_URL = "" } = readLocalSettings(config, port, secrets);
    return makeEmptyStores(BASE_URL, config.migrations);
  }
  const folder = await openStateFolder(state);
  if (purpose === "restore") await lockState(folder.path);
  const secrets = await openSecrets(folder, config.secrets);
  const { BASE_URL: address = "" } = readLocalSettings(config, port, secrets);
  const miniflare = new Miniflare(bindingsOnly(config, folder.resources));
  const database = await miniflare.getD1Database("DB");
  const bucket = await miniflare.getR2Bucket("PHOTOS");
  return {
    address,
    migrations: config.migrations,
    ask: repeatWhileLocked(askD1(database)),
    run: async (sql, parameters) => {
      await database
        .prepare(sql)
        .bind(...parameters)
        .run();
    },
    getObject: async (key) => {
      const object = await bucket.get(key);
      if (object === null) return null;
      const body = object.body as unknown as ReadableStream<Uint8Array>;
      return { body, type: object.httpMetadata?.contentType ?? "" };
    },
    putObject: async (key, bytes, contentType) => {
      await bucket.put(key, bytes, { httpMetadata: { contentType } });
    },
    snapshot: () => openSnapshot(folder.resources),
    close: () => miniflare.dispose(),
  };
}

/** The running site may write at the same time. */
function repeatWhileLocked(ask: AskDatabase): AskDatabase {
  return async (statements) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(statements);
      } catch (error) {
        if (!/database is locked/.test(String(error)) || attempt === 10) throw error;
        await setTimeout(100);
      }
    }
  };
}

/**
 * Reads miniflare's file of the database itself. A write of a second process would make a write of the running site fail at the
 * same time ("database is locked"); a reader disturbs nobody.
 */
function openSnapshot(resources: string): Snapshot {
  const folder = join(resources, "d1", "miniflare-D1DatabaseObject");
  const [file, ...others] = readdirSync(folder).filter(
    (name) => name.endsWith(".sqlite") && name !== "metadata.sqlite",
  );
  if (file === undefined || others.length > 0) throw new StartFailure(backupWords.noDatabase);
  const sqlite = new DatabaseSync(join(folder, file), { readOnly: true });
  sqlite.exec("BEGIN");
  // The transaction begins with its first read.
  sqlite.prepare("SELECT count(*) FROM sqlite_master").get();
  const ask: AskDatabase = async (statements) =>
    statements.map((statement) => sqlite.prepare(statement).all());
  return { ask, moment: Date.now(), [Symbol.dispose]: () => sqlite.close() };
}
