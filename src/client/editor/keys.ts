import {
  baseKeymap,
  chainCommands,
  exitCode,
  lift,
  setBlockType,
  toggleMark,
  wrapIn,
} from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import {
  Plugin,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { moveSelectedPhoto } from "./photo-commands.ts";
import { schema } from "./schema.ts";
import { moveToCellBelow, isInTable, moveByCells, findTablePlace } from "./table-commands.ts";
import { undoKeys } from "./undo.ts";

const { nodes, marks } = schema;

/** The same shortcuts as in Word where Word has them. Tab leaves the editor, except in tables and lists. */
export function keys(openLink: () => void): Plugin[] {
  const link: Command = (_, dispatch) => {
    if (dispatch) openLink();
    return true;
  };
  return [
    keymap({
      "Mod-b": toggleMark(marks.strong),
      "Mod-i": toggleMark(marks.emphasis),
      "Mod-k": link,
      ...undoKeys,
      "Mod-Alt-0": setBlockType(nodes.paragraph),
      "Mod-Alt-2": toggleHeading(2),
      "Mod-Alt-3": toggleHeading(3),
      "Mod-Shift-7": toggleList("orderedList"),
      "Mod-Shift-8": toggleList("bulletList"),
      ArrowUp: insertParagraphAbove,
      "Alt-ArrowUp": moveSelectedPhoto(-1),
      "Alt-ArrowDown": moveSelectedPhoto(1),
      Backspace: undoInputRule,
      Tab: chainCommands(moveByCells(1), sinkListItem(nodes.listItem)),
      "Shift-Tab": chainCommands(moveByCells(-1), liftListItem(nodes.listItem)),
      Enter: chainCommands(moveToCellBelow, leaveFootnote, splitListItem(nodes.listItem)),
      "Shift-Enter": chainCommands(exitCode, breakLine),
      "Mod-Enter": exitCode,
    }),
    keymap(baseKeymap),
    refreshSelection(),
  ];
}

/**
 * Browsers report a new selection a little later, perhaps after the next key: Ctrl+K right after Shift+End would act on the
 * former selection. So the editor reads it before each key that is no letter.
 */
function refreshSelection(): Plugin {
  const handleKeyDown = (view: EditorView, event: KeyboardEvent): boolean => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    const isComposing = view.composing || event.isComposing || event.keyCode === 229;
    if (!isLetter && !isComposing) document.dispatchEvent(new Event("selectionchange"));
    return false;
  };
  return new Plugin({ props: { handleDOMEvents: { keydown: handleKeyDown } } });
}

/** Inserts a paragraph above a table or photo at the top, where there is no line for the cursor. */
const insertParagraphAbove: Command = ({ doc, selection, tr }, dispatch) => {
  const { $from } = selection;
  const top = doc.firstChild;
  const isAtTop = $from.pos < (top?.nodeSize ?? 0) && top?.isTextblock === false;
  const place = findTablePlace($from);
  if (!isAtTop || (place !== null && place.row > 0) || top.type.name.endsWith("List")) return false;
  if (top.type === nodes.blockquote) return false;
  tr.insert(0, nodes.paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, 1)).scrollIntoView());
  return true;
};

/** At the end of a footnote: goes on in a paragraph below it. Within a footnote: breaks the line. */
const leaveFootnote: Command = (state, dispatch) => {
  const { $to, $from } = state.selection;
  if ($to.parent.type !== nodes.footnote || !$from.sameParent($to)) return false;
  if ($to.parentOffset < $to.parent.content.size) return breakLine(state, dispatch);
  const { tr } = state;
  const below = tr.deleteSelection().selection.$to.after();
  tr.insert(below, nodes.paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView());
  return true;
};

const breakLine: Command = ({ selection, tr }, dispatch) => {
  const { parent, depth } = selection.$from;
  if (depth === 0 || !parent.inlineContent) return false;
  if (!parent.type.contentMatch.matchType(nodes.hardBreak)) return true;
  dispatch?.(tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView());
  return true;
};

/**
 * Makes a list of the selected lines. Changes a list of the other kind into this kind. Makes lines of a list of this
 * kind.
 */
export function toggleList(kind: "bulletList" | "orderedList"): Command {
  const type = nodes[kind];
  return (state, dispatch) => {
    if (isInTable(state)) return false;
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const { name } = $from.node(depth).type;
      if (name === kind) return liftListItem(nodes.listItem)(state, dispatch);
      if (name !== "bulletList" && name !== "orderedList") continue;
      const { tight } = $from.node(depth).attrs;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { tight: Boolean(tight) }));
      return true;
    }
    return wrapInList(type)(state, dispatch);
  };
}

export const toggleQuote: Command = (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === nodes.blockquote) return lift(state, dispatch);
  }
  return wrapIn(nodes.blockquote)(state, dispatch);
};

export function toggleHeading(level: number): Command {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    const is =
      parent.type === nodes.heading && Math.max(2, Number(parent.attrs["level"])) === level;
    if (is) return setBlockType(nodes.paragraph)(state, dispatch);
    const can = setBlockType(nodes.heading, { level })(state);
    if (can) dispatch?.(makeHeading(state, level));
    return can;
  };
}

/** A heading has one line, so its line breaks become spaces. */
function makeHeading(
  { doc, selection: { from, to }, tr }: EditorState,
  level: number,
): Transaction {
  doc.nodesBetween(from, to, (block, position) => {
    if (!block.isTextblock) return;
    block.forEach((child, offset) => {
      const at = position + 1 + offset;
      if (child.type === nodes.hardBreak) tr.replaceWith(at, at + 1, schema.text(" "));
    });
  });
  return tr.setBlockType(from, to, nodes.heading, { level });
}
