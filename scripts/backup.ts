import { backupWords } from "../src/vietnamese/words/backup.ts";
import { explainFullDisk, makeReport, openStores, readBackupFlags } from "./backup/backup-flags.ts";
import { takeBackup } from "./backup/take-backup.ts";
import { explainStartFailure } from "./start/start-failure.ts";

/** `npm run backup -- FOLDER`: saves a site, on this machine or on Cloudflare, while it runs. See docs/decisions/036-backup.md. */
await explainStartFailure(async () => {
  const flags = readBackupFlags(process.argv.slice(2));
  const stores = await openStores(flags, "backup");
  await explainFullDisk(flags.folder, async () => {
    const { moment, objects } = await takeBackup(stores, flags.folder, flags.keep, makeReport());
    if (objects.missing.length > 0) console.error(backupWords.missing(objects.missing));
    console.log(backupWords.done(flags.folder, moment, objects.count, objects.bytes));
  });
  await stores.close();
});
// After a failure, objects that are half copied would keep this process alive.
process.exit();
