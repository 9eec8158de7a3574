import { TextSelection, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import { element } from "./element.ts";
import { isAllowedAddress, schema } from "./schema.ts";

const { link } = schema.marks;

export type LinkForm = { dom: HTMLElement; open: () => void };

let formsMade = 0;

/** Asks for the address of a link. It is no form element, because it stands within the article's form. */
export function linkForm(view: () => EditorView): LinkForm {
  const number = ++formsMade;
  const fault = element("p", {
    class: "editor-fault",
    id: `editor-link-fault-${number}`,
    role: "alert",
  });
  const field = element("input", {
    id: `editor-link-${number}`,
    type: "text",
    inputmode: "url",
    autocomplete: "off",
    "aria-describedby": fault.id,
  });
  const remove = makeTextButton(editorWords.removeLink, () => {
    setLink(view(), null);
    close();
  });
  const dom = element(
    "div",
    { class: "editor-link-form", role: "group", "aria-label": editorWords.link, hidden: true },
    element("label", { for: field.id }, editorWords.address),
    field,
    makeTextButton(editorWords.applyLink, () => apply()),
    remove,
    makeTextButton(editorWords.cancel, () => close()),
    fault,
  );
  const close = (): void => {
    dom.hidden = true;
    view().focus();
  };
  const apply = (): void => {
    const href = completeAddress(field.value.trim());
    const isWrong = !isAllowedAddress(href);
    fault.textContent = isWrong ? editorWords.badAddress : "";
    field.setAttribute("aria-invalid", String(isWrong));
    if (isWrong) return field.focus();
    setLink(view(), href);
    close();
  };
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key !== "Enter" || event.target !== field) return;
    else apply();
    event.preventDefault();
  });
  const open = (): void => {
    const around = findLink(view().state);
    field.value = around?.href ?? "";
    remove.hidden = around === null;
    field.removeAttribute("aria-invalid");
    fault.textContent = "";
    dom.hidden = false;
    field.focus();
    field.select();
  };
  return { dom, open };
}

function makeTextButton(label: string, act: () => void): HTMLButtonElement {
  const button = element("button", { type: "button" }, label);
  button.addEventListener("click", act);
  return button;
}

/** Adds the scheme that people leave out. */
function completeAddress(address: string): string {
  if (/^[^\s@/:]+@[^\s@/]+\.\w+$/.test(address)) return `mailto:${address}`;
  if (/^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)(?:\/|$))/i.test(address)) {
    return `https://${address}`;
  }
  return address;
}

/** The whole link that contains the selection. */
function findLink({ selection }: EditorState): { from: number; to: number; href: string } | null {
  const { $from } = selection;
  const mark = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (mark === undefined) return null;
  const { parent } = $from;
  let from = $from.start();
  let to = from;
  let position = from;
  for (const child of parent.children) {
    const end = position + child.nodeSize;
    if (!mark.isInSet(child.marks)) {
      if (position >= $from.pos) break;
      from = end;
    } else to = end;
    position = end;
  }
  return { from, to: Math.max(from, to), href: String(mark.attrs["href"]) };
}

/** Null removes the link. With neither a selection nor a link, the address is inserted as the text. */
function setLink(view: EditorView, href: string | null): void {
  const { state } = view;
  const { from, to, empty } = state.selection;
  const around = findLink(state);
  const range =
    around && (empty || (from >= around.from && to <= around.to)) ? around : { from, to };
  const tr = state.tr.removeMark(range.from, range.to, link);
  if (href !== null && range.from === range.to) {
    tr.insert(from, schema.text(href, [link.create({ href })]));
  } else if (href !== null) tr.addMark(range.from, range.to, link.create({ href }));
  if (empty) tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to))));
  view.dispatch(tr.scrollIntoView());
}
