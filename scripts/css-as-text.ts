import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import type { Plugin } from "esbuild";

/**
 * Stylesheets are imported as text: by the Worker (see [[rules]] in wrangler.toml), whose pages carry them, and by script that
 * adds them to a page. They are minified.
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
