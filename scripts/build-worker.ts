import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import type { Plugin } from "esbuild";
import { buildClient } from "./build-client.ts";

/** Bundles a Worker as it is deployed, and returns its one ES module. Throws esbuild's BuildFailure. */
export async function buildWorker(entry = "src/worker.ts"): Promise<string> {
  await buildClient();
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    loader: { ".txt": "text" },
    plugins: [cssAsText],
    external: ["node:*", "cloudflare:*"],
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild gave nothing for ${entry}`);
  return output.text;
}

/** Stylesheets are imported as text (see [[rules]] in wrangler.toml); every page carries them, so they are minified. */
const cssAsText: Plugin = {
  name: "css-as-text",
  setup(worker) {
    worker.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};
