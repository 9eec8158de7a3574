import { readFile } from "node:fs/promises";
import type { Plugin } from "rolldown";

/**
 * Bundles src/ without the indentation of its lines. Bundlers keep that of template literals, which is 4 KB of the compressed
 * Worker. Those of src/ are HTML, XML, SQL and lists of words, in which it says nothing; src/html/template.ts removes it
 * from HTML, too. A text whose indentation matters must not be a literal of several lines.
 */
export const withoutIndent: Plugin = {
  name: "without-indent",
  load: {
    filter: { id: { include: /[\\/]src[\\/].*\.ts$/, exclude: /node_modules/ } },
    handler: async (path) => {
      const source = await readFile(path, "utf8");
      return { code: source.replace(/\n[ \t]+/g, "\n"), moduleType: "ts" };
    },
  },
};
