type Properties = { [name: string]: string | boolean | null };

/** Creates an element. True sets an attribute without a value; false and null set none. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Properties = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

const namespace = "http://www.w3.org/2000/svg";

/** A line drawing of 24 by 24 units. `path` is the attribute `d`. */
function icon(path: string): SVGSVGElement {
  const drawing = document.createElementNS(namespace, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}

/** A button with an icon, whose label is its name and its tooltip. */
export function iconButton(path: string, label: string, act: () => void): HTMLButtonElement {
  const button = element(
    "button",
    { type: "button", class: "editor-button", "aria-label": label, title: label },
    icon(path),
  );
  // The focus and the selection stay in the text.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", act);
  return button;
}

/** A button with a text, and with a longer name that contains the text if the text alone says too little. */
export function textButton(
  text: string,
  act: () => void,
  name: string | null = null,
): HTMLButtonElement {
  const attributes = { type: "button", class: "editor-text-button", "aria-label": name };
  const button = element("button", attributes, text);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", act);
  return button;
}

/** Paths of the icons, on a field of 24 by 24 units. */
export const icons = {
  bold: "M7 4.5h6a3.75 3.75 0 0 1 0 7.5H7zM7 12h7a3.75 3.75 0 0 1 0 7.5H7z",
  italic: "M10 4.5h7M7 19.5h7M14 4.5l-4 15",
  heading: "M5 5v14M15 5v14M5 12h10M19 19v-8l-2 1.5",
  subheading: "M6 8v11M13 8v11M6 13.5h7M17 13a2 2 0 1 1 3.6 1.2L17 19h4",
  bulletList: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  orderedList: "M10 6h10M10 12h10M10 18h10M4 4.5l1.5-.8V8M4 15.5a1.3 1.3 0 1 1 2.3.8L4 19.5h2.6",
  quote:
    "M4 17c2.5-1 3.5-3 3.5-5H4V7h5v5c0 3.5-2 6-5 7M14 17c2.5-1 3.5-3 3.5-5H14V7h5v5c0 3.5-2 6-5 7",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M12 10v9",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  photo: "M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9h.01",
  undo: "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3",
  redo: "M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3",
  markdown: "M3 6h18v12H3zM6.5 15V9.5L9 12l2.5-2.5V15M17 9v6M14.8 12.8L17 15l2.2-2.2",
  close: "M6 6l12 12M18 6L6 18",
  help: "M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.5M12 18.5h.01",
  up: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  grip: "M9 5h.01M15 5h.01M9 12h.01M15 12h.01M9 19h.01M15 19h.01",
  group: "M4 5h7v14H4zM13 5h7v14h-7z",
  ungroup: "M3 5h7v14H3zM14 5h7v14h-7zM12 3v18",
  remove: "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5",
  rowAbove: "M4 12h16v7H4zM12 3v6M9 6h6",
  rowBelow: "M4 5h16v7H4zM12 15v6M9 18h6",
  columnBefore: "M12 4h7v16h-7zM3 12h6M6 9v6",
  columnAfter: "M5 4h7v16H5zM15 12h6M18 9v6",
  deleteRow: "M4 9h16v6H4zM9 18l6 4M15 18l-6 4",
  deleteColumn: "M5 4h6v16H5zM15 9l5 6M20 9l-5 6",
  deleteTable: "M4 5h16v14H4zM4 10h16M9 13l6 4M15 13l-6 4",
} as const;
