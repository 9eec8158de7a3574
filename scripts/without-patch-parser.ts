import type { Plugin } from "esbuild";

/**
 * Bundles the library `diff` without its parser of patch files, which is 2 KB of the compressed Worker: the site applies only
 * patches that it has made itself (src/newsroom/form/merged-body.ts).
 */
export const withoutPatchParser: Plugin = {
  name: "without-patch-parser",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]diff[\\/]libesm[\\/]patch[\\/]parse\.js$/ }, () => ({
      contents: `export function parsePatch() { throw new Error("parsePatch is left out"); }`,
      loader: "js",
    }));
  },
};
