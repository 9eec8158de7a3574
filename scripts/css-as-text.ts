import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import type { Plugin } from "esbuild";
import type { Plugin as ModulePlugin } from "rolldown";

/**
 * Imports stylesheets as compact text: pages and scripts carry them inline. Whatever is deployed, started by `npm start` or
 * measured is built with this plugin. `wrangler dev` and the Worker's tests read the files as they are (see [[rules]] in
 * wrangler.toml).
 */
export const cssAsText: Plugin = {
  name: "css-as-text",
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await readCompact(path),
      loader: "text",
    }));
  },
};

/** The same for Rolldown. */
export const cssModules: ModulePlugin = {
  name: "css-as-text",
  load: {
    filter: { id: /\.css$/ },
    handler: async (path) => ({
      code: `export default ${JSON.stringify(await readCompact(path))}`,
      moduleType: "js",
    }),
  },
};

async function readCompact(path: string): Promise<string> {
  const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
  return code.trim();
}
