import { readFile } from "node:fs/promises";
import type { Plugin } from "rolldown";

/**
 * Bundles ProseMirror without what the editor never uses: its JSON, and what Internet Explorer needed. Bundlers keep both. This
 * saves 1.7 KB, compressed, in the script of the form.
 */
export const leanProseMirror: Plugin = {
  name: "lean-prosemirror",
  load: {
    filter: { id: /[\\/]prosemirror-(?:model|state|transform|view)[\\/]dist[\\/]index\.js$/ },
    handler: async (path) => {
      const module = await readFile(path, "utf8");
      return path.includes("prosemirror-view") ? removeOldBrowsers(module) : removeJson(module);
    },
  },
};

/** No version of Internet Explorer or of the old Edge runs the form's script, so their checks are constants. */
function removeOldBrowsers(module: string): string {
  return replaceSome(module, /^const (ie_edge|ie_upto10|ie_11up) = .*$/gm, "const $1 = null;");
}

function removeJson(module: string): string {
  const method = /^ {4}(?:static )?(?:toJSON|fromJSON)\(.*\) \{\n(?: {8}.*\n|\n)*? {4}\}\n/gm;
  return replaceSome(module, method, "");
}

/** Throws if the module is not built as it was. */
function replaceSome(module: string, pattern: RegExp, by: string): string {
  const changed = module.replace(pattern, by);
  if (changed === module) throw new Error(`A module of ProseMirror has changed: no ${pattern}`);
  return changed;
}
