import type { V4WorkerOptions } from "miniflare";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { assetsFolder } from "../build-client.ts";
import { takeFirstLine, StartFailure } from "./start-failure.ts";

/** The parts of wrangler.toml that running the Worker locally needs. */
export type WorkerConfig = {
  /** Bindings and compatibility, as wrangler dev gives them to miniflare. Without code and settings. */
  options: WorkerOptions;
  /** The Worker behind the ASSETS binding. It must run beside each Worker that has these options. */
  assets: V4WorkerOptions;
  compatibilityDate: string;
  vars: Record<string, string>;
  /** Names of the secrets it requires. */
  secrets: string[];
  migrations: string;
};

type WorkerOptions = Omit<V4WorkerOptions, "script" | "scriptPath" | "modules" | "bindings">;

/** Reads wrangler.toml with wrangler's own reader. Throws StartFailure when that fails. */
export async function readWorkerConfig(file = "wrangler.toml"): Promise<WorkerConfig> {
  // Set before the import, which reads them: without them wrangler prints warnings and sends metrics.
  process.env["WRANGLER_LOG"] = "none";
  process.env["WRANGLER_SEND_METRICS"] = "false";
  const { unstable_readConfig, unstable_getMiniflareWorkerOptions } = await import("wrangler");
  try {
    const config = unstable_readConfig({ config: file }, { hideWarnings: true });
    const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
    const { modulesRules: _, bindings: _vars, assets: _files, ...options } = workerOptions;
    return {
      options: { ...options, serviceBindings: { ASSETS: assetsName } },
      assets: makeAssetsWorker(
        config.assets?.directory ?? assetsFolder,
        config.compatibility_date ?? "",
      ),
      compatibilityDate: config.compatibility_date ?? "",
      vars: Object.fromEntries(Object.entries(config.vars).map(([name, v]) => [name, String(v)])),
      secrets: config.secrets?.required ?? [],
      migrations: config.d1_databases[0]?.migrations_dir ?? "migrations",
    };
  } catch (error) {
    throw new StartFailure(startWords.unreadableConfig(takeFirstLine(error)));
  }
}

const assetsName = "assets";

/**
 * Serves a folder as the platform serves [assets]. Miniflare puts two Workers before a Worker that has assets. This Worker has
 * them instead of ours, so requests reach ours directly.
 */
function makeAssetsWorker(directory: string, compatibilityDate: string): V4WorkerOptions {
  return {
    name: assetsName,
    compatibilityDate,
    modules: [{ type: "ESModule", path: "assets.js", contents: "export default {}" }],
    assets: { directory, assetConfig: { html_handling: "none", not_found_handling: "none" } },
  };
}
