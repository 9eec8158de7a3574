import { expect, test } from "vitest";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";
import { startState } from "../../../src/client/editor/start-state.ts";

const table = "| Xã | Hộ |\n| --- | --- |\n| Một | 12 |";

test.each(["\n", "\n  ", "\n\n", "\n\nSau bảng."])(
  "a cursor below a table, before %j, adds no row to it",
  (end) => {
    const value = table + end;
    const selectionStart = value.length - (end.endsWith(".") ? "\nSau bảng.".length : 0);
    const bridge = new MarkdownBridge();
    const plain = { value, selectionStart, selectionEnd: selectionStart, isBackward: false };
    const { doc, selection } = startState(bridge, { ...plain, former: [] }, []);
    expect(doc.firstChild?.childCount).toBe(2);
    expect(selection.$from.parent.type.name).toBe("paragraph");
    expect(bridge.write(doc).text.trimEnd()).toBe(value.trimEnd());
  },
);
