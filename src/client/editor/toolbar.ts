import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { MarkType } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import { element, iconButton, icons } from "./element.ts";
import { toggleHeading, toggleList, toggleQuote } from "./keys.ts";
import { schema } from "./schema.ts";
import {
  addColumn,
  addRow,
  deleteColumn,
  deleteRow,
  deleteTable,
  insertTable,
  isInTable,
} from "./table-commands.ts";

type Tool = {
  name: keyof typeof icons & keyof typeof editorWords;
  command: Command;
  keys?: string;
  /** For a tool that can be on: whether it is on at the selection. */
  isOn?: (state: EditorState) => boolean;
};

/** So long after the last letter the tools show what is possible, in ms. */
const delay = 200;

export type ToolbarActs = {
  view: () => EditorView;
  openLink: () => void;
  /** Files that were chosen by the button for photos. */
  onFiles: (files: File[]) => void;
  switchMarkdown: () => void;
};

export type Toolbar = {
  dom: HTMLElement;
  /** Shows which tools are on at the selection; null while the Markdown itself is edited. */
  show: (state: EditorState | null) => void;
  /** Shows the state of the editor a little later, so that typing does not wait for it. */
  showSoon: () => void;
};

export function makeToolbar({ view, openLink, onFiles, switchMarkdown }: ToolbarActs): Toolbar {
  const chooser = makeFileChooser(onFiles);
  const tools = [...listTextTools(openLink, () => chooser.click()), ...historyTools];
  const createButton = (tool: Tool): HTMLButtonElement => {
    const button = iconButton(icons[tool.name], editorWords[tool.name], () => {
      tool.command(view().state, view().dispatch, view());
      // The form for links and the file dialog take the focus themselves.
      if (tool.name !== "link" && tool.name !== "photo") view().focus();
    });
    if (tool.keys !== undefined) {
      button.setAttribute("aria-keyshortcuts", tool.keys);
      button.title = `${editorWords[tool.name]} (${tool.keys.replace("Control", "Ctrl")})`;
    }
    return button;
  };
  const main = tools.map(createButton);
  const table = tableTools.map(createButton);
  const markdown = iconButton(icons.markdown, editorWords.markdown, switchMarkdown);
  const help = iconButton(icons.help, editorWords.shortcuts, showShortcuts);
  const tableRow = group(editorWords.tableTools, table);
  const dom = element(
    "div",
    { class: "editor-toolbar" },
    group(editorWords.toolbar, [...main, markdown, help]),
    tableRow,
    chooser,
  );
  let timer = 0;
  let isOff = false;
  const show = (state: EditorState | null): void => {
    isOff = state === null;
    setState(markdown, "aria-pressed", state === null);
    const isHidden = state === null || !isInTable(state);
    if (tableRow.hidden !== isHidden) tableRow.hidden = isHidden;
    main.forEach((button, place) => showTool(button, tools[place], state));
  };
  const showSoon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => show(isOff ? null : view().state), delay);
  };
  return { dom, show, showSoon };
}

/** Loads the list when it is first wanted. Without a network nothing happens. */
function showShortcuts(): void {
  import("./shortcut-list.ts").then(({ showShortcuts: show }) => show()).catch(() => null);
}

function showTool(
  button: HTMLButtonElement,
  tool: Tool | undefined,
  state: EditorState | null,
): void {
  const can = state !== null && tool?.command(state) === true;
  setState(button, "aria-disabled", !can);
  if (tool?.isOn) setState(button, "aria-pressed", state !== null && tool.isOn(state));
}

function setState(button: HTMLButtonElement, name: string, is: boolean): void {
  if (button.getAttribute(name) !== String(is)) button.setAttribute(name, String(is));
}

function group(label: string, buttons: HTMLButtonElement[]): HTMLElement {
  // In Firefox, what scrolls is a stop of Tab. The buttons already are one.
  const attributes = { class: "editor-tools", role: "toolbar", tabindex: "-1" };
  const dom = element("div", { ...attributes, "aria-label": label }, ...buttons);
  // A click beside the buttons leaves the focus in the text.
  dom.addEventListener("mousedown", (event) => event.preventDefault());
  moveFocusByArrows(dom, buttons);
  return dom;
}

function listTextTools(openLink: () => void, choosePhotos: () => void): Tool[] {
  const { strong, emphasis, link } = schema.marks;
  return [
    { name: "bold", command: toggleMark(strong), keys: "Control+B", isOn: hasMark(strong) },
    { name: "italic", command: toggleMark(emphasis), keys: "Control+I", isOn: hasMark(emphasis) },
    { name: "heading", command: toggleHeading(2), keys: "Control+Alt+2", isOn: isHeading(2) },
    { name: "subheading", command: toggleHeading(3), keys: "Control+Alt+3", isOn: isHeading(3) },
    {
      name: "bulletList",
      command: toggleList("bulletList"),
      keys: "Control+Shift+8",
      isOn: isIn("bulletList"),
    },
    {
      name: "orderedList",
      command: toggleList("orderedList"),
      keys: "Control+Shift+7",
      isOn: isIn("orderedList"),
    },
    { name: "quote", command: toggleQuote, isOn: isIn("blockquote") },
    { name: "link", command: keepFocus(openLink), keys: "Control+K", isOn: hasMark(link) },
    { name: "photo", command: keepFocus(choosePhotos) },
    { name: "table", command: insertTable },
  ];
}

const historyTools: Tool[] = [
  { name: "undo", command: undo, keys: "Control+Z" },
  { name: "redo", command: redo, keys: "Control+Y" },
];

const tableTools: Tool[] = [
  { name: "rowAbove", command: addRow(0) },
  { name: "rowBelow", command: addRow(1) },
  { name: "columnBefore", command: addColumn(0) },
  { name: "columnAfter", command: addColumn(1) },
  { name: "deleteRow", command: deleteRow },
  { name: "deleteColumn", command: deleteColumn },
  { name: "deleteTable", command: deleteTable },
];

function keepFocus(act: () => void): Command {
  return (_, dispatch) => {
    if (dispatch) act();
    return true;
  };
}

function hasMark(type: MarkType): (state: EditorState) => boolean {
  return ({ selection, storedMarks, doc }) => {
    const { from, to, empty, $from } = selection;
    if (!empty) return doc.rangeHasMark(from, to, type);
    return type.isInSet(storedMarks ?? $from.marks()) !== undefined;
  };
}

function isHeading(level: number): (state: EditorState) => boolean {
  return ({ selection }) => {
    const { type, attrs } = selection.$from.parent;
    return type === schema.nodes.heading && Math.max(2, Number(attrs["level"])) === level;
  };
}

function isIn(name: string): (state: EditorState) => boolean {
  return ({ selection: { $from } }) =>
    Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1).type.name).includes(name);
}

/** The browser's own dialog for photo files; `click` opens it. It has no name, so the form does not send it. */
function makeFileChooser(choose: (files: File[]) => void): HTMLInputElement {
  const input = element("input", { type: "file", accept: "image/*", multiple: true, hidden: true });
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) choose(files);
  });
  return input;
}

/** Tab stops once at a group of buttons. Within it the arrows, Home and End move the focus. */
function moveFocusByArrows(group: HTMLElement, buttons: HTMLButtonElement[]): void {
  const makeTabStop = (place: number): void => {
    buttons.forEach((button, index) => (button.tabIndex = index === place ? 0 : -1));
  };
  group.addEventListener("focusin", ({ target }) => {
    const place = buttons.findIndex((button) => button === target);
    if (place >= 0) makeTabStop(place);
  });
  group.addEventListener("keydown", (event) => {
    const current = buttons.findIndex((button) => button === document.activeElement);
    const next = placeAfter(event.key, current, buttons.length);
    if (current < 0 || next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
  makeTabStop(0);
}

function placeAfter(key: string, current: number, count: number): number | null {
  if (key === "ArrowRight") return (current + 1) % count;
  if (key === "ArrowLeft") return (current - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
