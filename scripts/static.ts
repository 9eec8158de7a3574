import { parseArgs } from "node:util";
import { staticWords } from "../src/vietnamese/words/static.ts";
import { explainFullDisk, makeReport } from "./backup/backup-flags.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { writeArchivePages } from "./static/archive-pages.ts";
import { SiteCopy } from "./static/copy-site.ts";
import { writeRedirects } from "./static/redirects.ts";
import { openRunningSite, openStoppedSite } from "./static/site-source.ts";
import type { SiteSource } from "./static/site-source.ts";
import { StaticFolder } from "./static/static-folder.ts";

/**
 * `npm run static -- FOLDER`: writes the public site as files for any web server. See docs/decisions/037-static-copy.md. The exit
 * code is 1 if a link leads nowhere or something could not be copied.
 */
await explainStartFailure(async () => {
  const flags = readStaticFlags(process.argv.slice(2));
  const { from, state = ".wrangler/state" } = flags;
  const source =
    from === undefined ? await openStoppedSite(state) : await openRunningSite(from, flags);
  try {
    await explainFullDisk(flags.folder, () => copySite(source, flags.folder, flags.address));
  } finally {
    await source.close();
  }
});

async function copySite(source: SiteSource, path: string, address = source.origin): Promise<void> {
  const place = { origin: source.origin, address };
  const folder = await StaticFolder.open(path, place);
  const report = makeReport();
  const copy = new SiteCopy(source.ask, place, folder, (done, known) =>
    report(staticWords.progress(done, known, folder.written)),
  );
  await copy.run(source.oldAddresses);
  const { dead, failed } = copy.result;
  for (const { key, problem } of failed) console.error(staticWords.failed(key, problem));
  for (const { key, status, from } of dead) console.error(staticWords.deadLink(key, status, from));
  if (dead.length + failed.length > 0) process.exitCode = 1;
  if (failed.length > 0) return console.error(staticWords.unfinished(failed.length));
  await writeArchivePages(folder, copy.archiveSource, place);
  await writeRedirects(folder, place);
  const removed = await folder.removeFormer();
  const files = new Set(folder.records().map(({ file }) => file)).size;
  console.log(staticWords.done({ files, written: folder.written, removed, dead: dead.length }));
}

function readStaticFlags(args: string[]) {
  const text = { type: "string" } as const;
  const remote = { type: "boolean", default: false } as const;
  const config = { type: "string", default: "wrangler.toml" } as const;
  const options = { from: text, address: text, state: text, remote, config };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new StartFailure(staticWords.usage);
    const from = values.from === undefined ? undefined : new URL(values.from).origin;
    const address = values.address === undefined ? undefined : readAddress(values.address);
    return { ...values, folder, from, address };
  } catch {
    throw new StartFailure(staticWords.usage);
  }
}

/** Without a slash at its end. */
function readAddress(given: string): string {
  const { origin, pathname } = new URL(given);
  return origin + pathname.replace(/\/+$/, "");
}
