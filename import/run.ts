import { explainStartFailure } from "../scripts/start/start-failure.ts";
import { importWords } from "../src/vietnamese/words/import.ts";
import { readImportFlags } from "./flags.ts";
import { importFolder } from "./import-folder.ts";

/** `npm run import -- <folder or file>`: brings in the articles of an older site. See docs/import.md. */
await explainStartFailure(async () => {
  const flags = readImportFlags(process.argv.slice(2), process.env);
  if (flags === null) return console.log(importWords.usage);
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      console.error(`\n${importWords.stopping}`);
      stopping.abort();
    });
  }
  process.exitCode = await importFolder(flags, process.stdout, stopping.signal);
});
