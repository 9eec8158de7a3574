import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { readSite } from "../../src/site.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { StartFailure } from "./start-failure.ts";
import type { WorkerConfig } from "./worker-config.ts";

/** What the local runtime needs: a cache in memory, because it has no edge cache, and no line for each request in a terminal. */
export const localBindings = { EDGE_CACHE: "stand-in", REQUEST_LOG: "off" };

/**
 * Reads the Worker's settings: from the environment, else .dev.vars, else [vars] of wrangler.toml. BASE_URL is this server's
 * address unless the first two name another. Throws StartFailure that names every missing or wrong setting.
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

/** Reads the named settings that .dev.vars or the environment has. */
export function readOutsideSettings(names: string[]): Record<string, string> {
  const outside = { ...readDevVars(), ...process.env };
  return Object.fromEntries(
    names.flatMap((name) => (outside[name] === undefined ? [] : [[name, outside[name]]])),
  );
}

/** Returns the names of the settings that the site refuses. */
export function findWrongSettings(settings: Record<string, string>): string[] {
  try {
    readSite(settings);
    return [];
  } catch (error) {
    // The site's error message is English and names the settings.
    return String(error).match(/\b[A-Z]+_[A-Z_]+\b/g) ?? [];
  }
}

function readDevVars(): Record<string, string | undefined> {
  return existsSync(".dev.vars") ? parseEnv(readFileSync(".dev.vars", "utf8")) : {};
}
