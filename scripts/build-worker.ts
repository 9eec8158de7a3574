import { build } from "esbuild";
import { buildClient } from "./build-client.ts";
import { cssAsText } from "./css-as-text.ts";
import { markedLexer } from "./marked-lexer.ts";
import { withoutAttestation } from "./without-attestation.ts";
import { withoutIndent } from "./without-indent.ts";
import { withoutPatchParser } from "./without-patch-parser.ts";

/** The largest size of the Worker, gzip, in bytes. */
export const maxWorkerSize = 350_000;

/** Bundles a Worker as it is deployed and returns its only ES module. Throws esbuild's BuildFailure. */
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
    plugins: [cssAsText, markedLexer, withoutAttestation, withoutIndent, withoutPatchParser],
    external: ["node:*", "cloudflare:*"],
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild gave nothing for ${entry}`);
  return output.text;
}
