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
  /** Runs statements without parameters as one transaction, and returns the rows of each. */
  ask: AskDatabase;
  /** Runs one statement with parameters ?1, ?2 … */
  run: (sql: string, parameters: string[]) => Promise<void>;
  /** The object of a key, null if there is none. */
  getObject: (key: string) => Promise<{ body: ReadableStream<Uint8Array>; type: string } | null>;
  putObject: (key: string, bytes: Uint8Array, type: string) => Promise<void>;
  close: () => Promise<void>;
};

/** `mayBeNew`: makes the folder if there is none, and requires that no site runs on it, for a restore. */
export type LocalSite = { state: string; port: number; mayBeNew: boolean };

/** Opens the database and the bucket of a local site. The site may be running unless `mayBeNew`. */
export async function openLocalStores({ state, port, mayBeNew }: LocalSite): Promise<SiteStores> {
  const folder = await openStateFolder(state);
  if (mayBeNew) await lockState(folder.path);
  else if (folder.isNew) throw new StartFailure(backupWords.noSite(state));
  const config = await readWorkerConfig();
  const secrets = await openSecrets(folder, config.secrets);
  const miniflare = new Miniflare(bindingsOnly(config, folder.resources));
  const database = await miniflare.getD1Database("DB");
  const bucket = await miniflare.getR2Bucket("PHOTOS");
  return {
    address: readLocalSettings(config, port, secrets)["BASE_URL"] ?? "",
    migrations: config.migrations,
    ask: askD1(database),
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
    close: () => miniflare.dispose(),
  };
}
