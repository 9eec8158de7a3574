import { Miniflare } from "miniflare";
import { migrate } from "../start/migration-store.ts";
import { makeQuietOptions } from "../start/quiet-miniflare.ts";
import { openSecrets } from "../start/secrets.ts";
import { readLocalSettings } from "../start/settings.ts";
import { openStateFolder } from "../start/state-folder.ts";
import { readWorkerConfig } from "../start/worker-config.ts";
import type { WorkerConfig } from "../start/worker-config.ts";
import type { AdminFlags } from "./admin-flags.ts";
import type { AdminDatabase } from "./admin-store.ts";

/** Opens the database of a local site. The site may be running: SQLite lets two processes write in turn. */
export async function openLocalDatabase({ state, port }: AdminFlags): Promise<AdminDatabase> {
  const folder = await openStateFolder(state);
  const config = await readWorkerConfig();
  const secrets = await openSecrets(folder, config.secrets);
  const { BASE_URL: baseUrl = "" } = readLocalSettings(config, port, secrets);
  const miniflare = new Miniflare(bindingsOnly(config, folder.resources));
  const database = await miniflare.getD1Database("DB");
  await migrate(database, config.migrations);
  return {
    baseUrl,
    ask: async <Row>({ sql, values }: { sql: string; values: readonly unknown[] }) => {
      const row = await database
        .prepare(sql)
        .bind(...values)
        .first();
      return row as Row;
    },
    write: async (statements) => {
      await database.batch(
        statements.map(({ sql, values }) => database.prepare(sql).bind(...values)),
      );
    },
    close: () => miniflare.dispose(),
  };
}

/** The bindings of wrangler.toml, so that the database is the same file. The site's Worker does not run. */
export function bindingsOnly({ options, assets }: WorkerConfig, resources: string) {
  // A Durable Object needs the Worker's code.
  const { durableObjects: _, ...stores } = options;
  return makeQuietOptions(resources, [
    {
      ...stores,
      name: "ban-tin",
      modules: [{ type: "ESModule", path: "worker.js", contents: "export default {}" }],
    },
    assets,
  ]);
}
