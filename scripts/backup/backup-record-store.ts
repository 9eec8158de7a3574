import type { AskDatabase } from "../start/migration-store.ts";
import { writeLiteral } from "../start/sql-literal.ts";
import type { Manifest } from "./backup-folder.ts";
import type { Schema } from "./schema.ts";

/** A backup that ended. Times in ms. `error` is null if it is whole. */
export type BackupRecord = {
  startedAt: number;
  endedAt: number;
  target: string;
  manifest: Manifest;
  error: string | null;
};

/** Records it in the site, for the health check. */
export async function recordBackup(
  ask: AskDatabase,
  { columns }: Schema,
  { startedAt, endedAt, target, manifest, error }: BackupRecord,
): Promise<void> {
  if (!columns.has("backups")) return;
  const values = [endedAt, startedAt, target, manifest.objects.bytes, error].map(writeLiteral);
  await ask([
    `INSERT INTO backups (ended_at, started_at, target, bytes, error) VALUES (${values.join(", ")}) ON CONFLICT DO NOTHING`,
  ]);
}
