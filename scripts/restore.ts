import { backupWords } from "../src/vietnamese/words/backup.ts";
import { makeReport, openStores, readRestoreFlags } from "./backup/backup-flags.ts";
import { BackupFolder } from "./backup/backup-folder.ts";
import {
  listOverdue,
  requireTarget,
  restoreBackup,
  verifyBackup,
} from "./backup/restore-backup.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";

/** `npm run restore -- FOLDER`: makes an empty site the one that was saved. See docs/decisions/036-backup.md. */
await explainStartFailure(async () => {
  const flags = readRestoreFlags(process.argv.slice(2));
  const folder = new BackupFolder(flags.folder);
  const files = await folder.listManifests();
  const file = flags.backup ?? files.at(-1);
  if (file === undefined || !files.includes(file))
    throw new StartFailure(backupWords.noBackup(flags.folder));
  const manifest = await folder.readManifest(file);
  const choices = { mayMove: flags["new-address"], publishesOverdue: flags["publish-overdue"] };
  const report = makeReport();
  await verifyBackup(folder, manifest, report);
  const { site, moment, tables, objects } = manifest;
  const rows = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, table.rows]),
  );
  console.log(backupWords.plan(site, moment, rows, objects.count));
  const overdue = await listOverdue(folder, manifest, Date.now());
  if (overdue.length > 0) console.log(backupWords.overdue(overdue, choices.publishesOverdue));
  const stores = await openStores(flags, flags["dry-run"] ? "dry-run" : "restore");
  try {
    const resumes = await requireTarget(stores, manifest, choices);
    if (flags["dry-run"])
      return console.log(resumes ? backupWords.wouldResume : backupWords.wouldBegin);
    await restoreBackup(stores, folder, manifest, choices, report);
    console.log(backupWords.restoredSite(flags.remote));
  } finally {
    await stores.close();
  }
});
