import type { Plugin } from "rolldown";

/**
 * Bundles the library `diff` without its parser of patch files, which is 2 KB of the compressed Worker: the site applies only
 * patches that it has made itself (src/newsroom/form/merged-body.ts).
 */
export const withoutPatchParser: Plugin = {
  name: "without-patch-parser",
  load: {
    filter: { id: /[\\/]diff[\\/]libesm[\\/]patch[\\/]parse\.js$/ },
    handler: () => `export function parsePatch() { throw new Error("parsePatch is left out"); }`,
  },
};
