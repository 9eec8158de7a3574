import { join } from "node:path";
import { copyChangingRows, readLastMigration } from "../scripts/backup/row-copy-store.ts";
import { RowCopy } from "../scripts/backup/row-copy.ts";
import { readSchema } from "../scripts/backup/schema.ts";
import { openLocalStores } from "../scripts/backup/site-stores.ts";
import type { StateFolder } from "../scripts/start/state-folder.ts";

/** Copies the rows of a running site as a backup does, without the photos. Prints and returns how many there are. */
export async function countBackupRows({ path }: StateFolder): Promise<number> {
  const stores = await openLocalStores("backup", { state: path, port: 8787 });
  try {
    const schema = await readSchema(stores.migrations, await readLastMigration(stores.ask));
    using copy = new RowCopy(join(path, "rows.sqlite"));
    let count = 0;
    const begun = performance.now();
    await copyChangingRows(stores.ask, schema, copy, (_table, rows) => (count += rows));
    const seconds = (performance.now() - begun) / 1000;
    console.log(`\nBackup of ${count.toLocaleString("en")} rows: ${seconds.toFixed(1)} s`);
    return count;
  } finally {
    await stores.close();
  }
}
