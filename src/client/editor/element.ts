type Properties = { [name: string]: string | boolean | null };

/** An element with attributes; true is an attribute without a value, false and null are none. */
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

/** Line art of 24 by 24; `path` as in the attribute `d`. */
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

/** A button that shows an icon and is named by its label. */
export function iconButton(path: string, label: string, act: () => void): HTMLButtonElement {
  const button = element(
    "button",
    { type: "button", class: "editor-button", "aria-label": label, title: label },
    icon(path),
  );
  // The selection stays where it is.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", act);
  return button;
}
