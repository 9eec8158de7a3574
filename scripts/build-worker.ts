import { build } from "esbuild";

/** Bundles a Worker as it is deployed, and returns its one ES module. Throws esbuild's BuildFailure. */
export async function buildWorker(entry = "src/worker.ts"): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    loader: { ".css": "text" },
    external: ["node:*", "cloudflare:*"],
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild gave nothing for ${entry}`);
  return output.text;
}
