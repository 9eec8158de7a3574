import { rolldown } from "rolldown";
import { buildClient } from "./build-client.ts";
import { cssModules } from "./css-as-text.ts";
import { markedLexer } from "./marked-lexer.ts";
import { withoutAttestation } from "./without-attestation.ts";
import { withoutIndent } from "./without-indent.ts";
import { withoutPatchParser } from "./without-patch-parser.ts";

/** The largest size of the Worker, gzip, in bytes. */
export const maxWorkerSize = 350_000;

/** Bundles a Worker as it is deployed and returns its only ES module. Throws Rolldown's error when a file cannot be bundled. */
export async function buildWorker(entry = "src/worker.ts"): Promise<string> {
  await buildClient();
  const bundled = await rolldown({
    input: entry,
    platform: "neutral",
    resolve: {
      conditionNames: ["workerd", "worker", "browser", "import"],
      mainFields: ["module", "main"],
    },
    moduleTypes: { ".txt": "text" },
    plugins: [cssModules, markedLexer, withoutAttestation, withoutIndent, withoutPatchParser],
    external: /^(node|cloudflare):/,
    transform: { target: "es2024", define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await bundled.generate({
    format: "esm",
    minify: true,
    comments: { annotation: false, legal: false },
    codeSplitting: false,
  });
  await bundled.close();
  return output[0].code;
}
