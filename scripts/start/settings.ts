import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { readSite } from "../../src/site.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { StartFailure } from "./start-failure.ts";
import type { WorkerConfig } from "./worker-config.ts";

/**
 * The Worker's settings: [vars] of wrangler.toml, over them .dev.vars, over it the environment. BASE_URL is this server's
 * address unless one of the latter two says otherwise. Throws StartFailure that names every missing or wrong one.
 */
export function readLocalSettings(
  config: WorkerConfig,
  port: number,
  secrets: Record<string, string>,
): Record<string, string> {
  const own = { ...config.vars, BASE_URL: `http://localhost:${port}` };
  const missing = findWrongSettings({ ...own, ...secrets });
  const vars = { ...own, ...readOutsideSettings([...Object.keys(own), ...missing]) };
  const wrong = findWrongSettings({ ...vars, ...secrets });
  if (wrong.length > 0) throw new StartFailure(startWords.wrongSettings(wrong));
  return vars;
}

/** The named settings as far as .dev.vars or the environment give them. */
export function readOutsideSettings(names: string[]): Record<string, string> {
  const outside = { ...readDevVars(), ...process.env };
  return Object.fromEntries(
    names.flatMap((name) => (outside[name] === undefined ? [] : [[name, outside[name]]])),
  );
}

/** Names of the settings that the site would refuse to run with. */
export function findWrongSettings(settings: Record<string, string>): string[] {
  try {
    readSite(settings);
    return [];
  } catch (error) {
    // The site's own error names them, in English.
    return String(error).match(/\b[A-Z]+_[A-Z_]+\b/g) ?? [];
  }
}

function readDevVars(): Record<string, string | undefined> {
  return existsSync(".dev.vars") ? parseEnv(readFileSync(".dev.vars", "utf8")) : {};
}
