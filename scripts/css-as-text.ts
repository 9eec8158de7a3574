import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import type { Plugin } from "esbuild";

/**
 * Imports stylesheets as compact text: pages and scripts carry them inline. Whatever is deployed, started by `npm start` or
 * measured is built with this plugin. `wrangler dev` and the Worker's tests read the files as they are (see [[rules]] in
 * wrangler.toml).
 */
export const cssAsText: Plugin = {
  name: "css-as-text",
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};
