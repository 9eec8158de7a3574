import { Plugin, type Command } from "prosemirror-state";

const isApple = /Mac|iP(?:hone|ad|od)/.test(globalThis.navigator?.platform ?? "");

/**
 * Commands by the names of their keys: "Mod-b", "Shift-Tab". Modifiers stand in the order Mod, Alt, Shift; Mod is Ctrl,
 * or ⌘ where that is what people press.
 */
export function keyBindings(commands: Record<string, Command>): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const command = commands[nameOf(event)];
        return command?.(view.state, view.dispatch, view) ?? false;
      },
    },
  });
}

function nameOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const [isMod, isOther] = isApple ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  // With Shift a digit gives another sign, on each keyboard its own.
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const name = digit ?? (key.length === 1 ? key.toLowerCase() : key);
  const modifiers = `${isMod ? "Mod-" : ""}${altKey ? "Alt-" : ""}${shiftKey ? "Shift-" : ""}`;
  const other = isApple ? "Ctrl-" : "Meta-";
  return `${isOther ? other : ""}${modifiers}${name}`;
}
