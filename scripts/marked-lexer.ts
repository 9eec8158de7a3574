import { readFile } from "node:fs/promises";
import type { Plugin } from "rolldown";

/** What the site's code uses of marked. */
const used = ["Lexer", "Tokenizer", "getDefaults"];

const markedFile = /[\\/]marked\.esm\.js$/;

/**
 * Bundles marked without its parser and renderer: the site reads Markdown with marked, but never renders it. Bundlers keep
 * them, because marked makes an instance of its own. This saves 3 KB, compressed, in the script of the form and in the Worker.
 */
export const markedLexer: Plugin = {
  name: "marked-lexer",
  load: { filter: { id: markedFile }, handler: readLexer },
};

async function readLexer(path: string): Promise<string> {
  return keepLexer(await readFile(path, "utf8"));
}

/** marked's module up to its renderer. Throws if the module is not built as it was. */
function keepLexer(module: string): string {
  const names = module.match(/export\{([^}]+)\}/)?.[1] ?? "";
  const locals = new Map(
    names.split(",").map((pair) => pair.split(" as ").reverse() as [string, string]),
  );
  const end = module.indexOf(`var ${locals.get("Renderer")}=class`);
  const kept = module.slice(0, end);
  const definitions = used.map((name) => {
    const local = locals.get(name);
    if (end < 0 || !new RegExp(`(?:var|function) ${local}\\b`).test(kept)) {
      throw new Error(`marked's module has changed: ${name} is not before the renderer`);
    }
    return `${local} as ${name}`;
  });
  return `${kept};export{${definitions.join(",")}};`;
}
