import { NodeSelection, type Command, type EditorState } from "prosemirror-state";
import { editorWords } from "../../vietnamese/words/editor.ts";
import { element, iconButton, icons, textButton } from "./element.ts";
import { readLead } from "./lead-attribute.ts";
import { toggleLead } from "./lead-commands.ts";
import { groupPhoto, movePhoto, removePhoto, ungroupPhoto } from "./photo-commands.ts";

/** The acts on a photo that undo takes back, in the order of their buttons. */
const acts = ["lead", "up", "down", "group", "ungroup", "remove"] as const;

export type PhotoAct = (typeof acts)[number];

/** The buttons of a photo's acts. */
export type PhotoTools = Record<PhotoAct, HTMLButtonElement>;

export function photoTools(press: (act: PhotoAct) => void): PhotoTools {
  const makeButton = (act: PhotoAct, button: HTMLButtonElement): HTMLButtonElement => {
    button.dataset["act"] = act;
    return button;
  };
  const makeTextButton = (act: PhotoAct, label: string, name: string | null): HTMLButtonElement =>
    makeButton(
      act,
      textButton(label, () => press(act), name),
    );
  const makeIconButton = (act: "group" | "ungroup" | "remove", name: string): HTMLButtonElement =>
    makeButton(
      act,
      iconButton(icons[act], name, () => press(act)),
    );
  return {
    lead: makeTextButton("lead", editorWords.makeLead, null),
    up: makeTextButton("up", editorWords.up, editorWords.moveUp),
    down: makeTextButton("down", editorWords.down, editorWords.moveDown),
    group: makeIconButton("group", editorWords.group),
    ungroup: makeIconButton("ungroup", editorWords.ungroup),
    remove: makeIconButton("remove", editorWords.removePhoto),
  };
}

export function makeToolRow(...buttons: HTMLElement[]): HTMLElement {
  const attributes = { class: "editor-photo-tools", role: "group" };
  return element("div", { ...attributes, "aria-label": editorWords.photoTools }, ...buttons);
}

/** Shows which acts the photo at `position` can do now, and whether it is the lead photo. */
export function showTools(tools: PhotoTools, state: EditorState, position: number): void {
  for (const act of acts) {
    const can = makePhotoCommand(act, position)(state);
    tools[act].setAttribute("aria-disabled", String(!can));
    if (isHiddenIfUseless(act)) tools[act].hidden = !can;
  }
  const isLead = state.doc.nodeAt(position)?.attrs["id"] === readLead(state.doc).photo;
  tools.lead.setAttribute("aria-pressed", String(isLead));
}

/** True if the button of an act is shown after the act, so that the focus can stay on it. */
export function isShownAfter(act: PhotoAct, state: EditorState): boolean {
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return false;
  return !isHiddenIfUseless(act) || makePhotoCommand(act, selection.from)(state);
}

export function makePhotoCommand(act: PhotoAct, position: number): Command {
  switch (act) {
    case "lead":
      return makeLead(position);
    case "up":
      return movePhoto(position, -1);
    case "down":
      return movePhoto(position, 1);
    case "group":
      return groupPhoto(position);
    case "ungroup":
      return ungroupPhoto(position);
    case "remove":
      return removePhoto(position);
  }
}

function makeLead(position: number): Command {
  return (state, dispatch) => {
    const photo = state.doc.nodeAt(position);
    if (photo !== null) dispatch?.(toggleLead(state, String(photo.attrs["id"])));
    return photo !== null;
  };
}

function isHiddenIfUseless(act: PhotoAct): boolean {
  return act === "group" || act === "ungroup";
}
