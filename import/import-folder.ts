import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartFailure } from "../scripts/start/start-failure.ts";
import { importWords } from "../src/vietnamese/words/import.ts";
import { bringInFile } from "./bring-in-file.ts";
import type { Bringing } from "./bring-in-file.ts";
import { FactsTable } from "./facts-table.ts";
import type { ImportFlags } from "./flags.ts";
import { PhotoFiles } from "./folder/photo-files.ts";
import { countFiles, findRoot, listSourceFiles } from "./folder/source-files.ts";
import { JournalStore } from "./journal-store.ts";
import { Progress } from "./progress.ts";
import type { Screen } from "./progress.ts";
import { writeSummary, writeReport } from "./report.ts";
import type { Tokens } from "./site/enter-article.ts";
import { SiteClient, SiteUnreachable } from "./site/site-client.ts";
import { requireSite } from "./site/require-site.ts";
import { Tally } from "./tally.ts";
import { readCsvRows, readMap } from "./two-columns.ts";

/** How a run ended, as an exit code: all in, some files not in, broken off. */
export type ImportEnd = 0 | 1 | 2;

/**
 * Brings a folder in. `stop` ends the run after the files that are under way. StartFailure when it cannot begin; then
 * nothing was sent.
 */
export async function importFolder(
  flags: ImportFlags,
  screen: Screen,
  stop: AbortSignal,
): Promise<ImportEnd> {
  const root = await findRoot(flags.input).catch(() => {
    throw new StartFailure(importWords.noInput(flags.input));
  });
  const map =
    flags.sectionMap === null ? new Map<string, string>() : await readMap(flags.sectionMap);
  if (flags.section === null && map.size === 0) throw new StartFailure(importWords.needsSection);
  const facts = flags.facts === null ? new FactsTable() : await FactsTable.read(flags.facts);
  const tokens = flags.dryRun ? null : readTokens(flags);
  const holder: { progress: Progress | null } = { progress: null };
  const client = new SiteClient(flags.site, (seconds) =>
    holder.progress?.say(importWords.waiting(seconds)),
  );
  if (tokens !== null) {
    const sections = [...new Set([flags.section, ...map.values()])].filter((one) => one !== null);
    await requireSite(client, flags.site, tokens, sections);
  }
  const memory = openMemory(flags);
  try {
    const { journal } = memory;
    await addOldAddresses(flags.oldUrlMap, journal);
    const counts = await countFiles(flags.input);
    screen.write(`${importWords.counting(counts.readable)}\n`);
    const tally = new Tally();
    holder.progress = new Progress(screen, counts.readable, tally, flags.dryRun);
    const bringing: Bringing = {
      files: new PhotoFiles(root),
      journal,
      reading: {
        now: Date.now(),
        dateOrder: flags.dateOrder,
        legacy: flags.legacy,
        charset: flags.charset,
        strict: true,
        keepsDocumentLinks: true,
      },
      composing: {
        sections: { fallback: flags.section, map },
        bylineUnit: flags.bylineUnit,
        standInAlt: flags.standInAlt,
        facts,
      },
      entry: tokens === null ? null : { client, tokens, keep: (record) => journal.keep(record) },
    };
    const broken = await bringInAll(flags, bringing, { tally, progress: holder.progress, stop });
    screen.write(`\n${writeSummary(tally, flags.dryRun, counts.unsupported)}\n`);
    if (flags.report !== null) {
      const { unsupported } = counts;
      const text = writeReport(flags.report, journal, tally, { isDry: flags.dryRun, unsupported });
      screen.write(`${importWords.summary.written(flags.report, text)}\n`);
    }
    if (broken !== null) screen.write(`${broken}\n`);
    if (broken !== null) return 2;
    return tally.of("failed") + tally.of("skipped") + tally.of("entered") > 0 ? 1 : 0;
  } finally {
    memory.close();
  }
}

type Watch = { tally: Tally; progress: Progress; stop: AbortSignal };

/** Several files side by side, each taken from the folder when a place is free. Gives why the run broke off, or null. */
async function bringInAll(
  { input, concurrency }: ImportFlags,
  bringing: Bringing,
  { tally, progress, stop }: Watch,
): Promise<string | null> {
  const files = listSourceFiles(input);
  let broken: string | null = null;
  const work = async (): Promise<void> => {
    while (broken === null && !stop.aborted) {
      const { done, value: file } = await files.next();
      if (done === true) return;
      try {
        const outcome = await bringInFile(file, bringing);
        tally.add(outcome);
        progress.after(outcome);
      } catch (error) {
        if (!(error instanceof SiteUnreachable)) throw error;
        broken ??= importWords.brokenOff(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return stop.aborted ? importWords.stopping : broken;
}

function readTokens({ reporterToken, editorToken }: ImportFlags): Tokens {
  if (reporterToken === null) {
    throw new StartFailure(importWords.needsToken("--reporter-token", "BAN_TIN_REPORTER_TOKEN"));
  }
  return { reporter: reporterToken, editor: editorToken };
}

/** The journal beside the input. A dry run uses a temporary journal, so it changes nothing. */
function openMemory({ input, state, dryRun, site }: ImportFlags): {
  journal: JournalStore;
  close: () => void;
} {
  const folder = dryRun ? mkdtempSync(join(tmpdir(), "ban-tin-import-")) : null;
  const path = folder === null ? (state ?? `${input}.import.db`) : join(folder, "journal.db");
  let journal: JournalStore;
  try {
    journal = new JournalStore(path);
  } catch {
    throw new StartFailure(importWords.badState(path));
  }
  const close = (): void => {
    journal.close();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  const known = journal.readSiteOr(site);
  if (known === site) return { journal, close };
  close();
  throw new StartFailure(importWords.otherSite(path, known));
}

async function addOldAddresses(file: string | null, journal: JournalStore): Promise<void> {
  if (file === null) return;
  const rows: [string, string][] = [];
  const write = (): void =>
    journal.together(() => {
      for (const [address, name] of rows.splice(0)) {
        journal.addOldAddress(name.replace(/^\.?\//, "").replaceAll("\\", "/"), address);
      }
    });
  for await (const row of readCsvRows(file)) {
    if (rows.push(row) >= 1000) write();
  }
  write();
}
