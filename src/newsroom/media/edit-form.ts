import { photoEditPath } from "../../addresses/newsroom.ts";
import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import type { Photo } from "../../photo/photo.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { renderChoiceField, findError, renderFormFaults, renderInputField } from "../fields.ts";
import type { Choice } from "../fields.ts";

/** The fields of an edit as they were sent: see `postPhotoEdit`. */
export type TypedEdit = {
  rotation: string;
  cutLeft: string;
  cutTop: string;
  cutRight: string;
  cutBottom: string;
  focusX: string;
  focusY: string;
};

/** An edit that was refused, and why. */
export type RefusedEdit = { typed: TypedEdit; error: AppError };

/** The form that rotates and crops a photo and sets its focus, for browsers without script. */
export function renderEditForm(photo: Photo, refused: RefusedEdit | null): Html {
  const typed = refused?.typed ?? readCurrentEdit(photo);
  const errors = refused?.error.errors ?? [];
  const cut = (name: "cutLeft" | "cutTop" | "cutRight" | "cutBottom") =>
    renderInputField({
      name,
      label: mediaWords.cuts[name],
      value: typed[name],
      error: findError(errors, name),
      more: html`inputmode="decimal" maxlength="8"`,
    });
  const choice = (name: "rotation" | "focusX" | "focusY", label: string, choices: Choice[]) =>
    renderChoiceField({
      name,
      label,
      value: typed[name],
      error: findError(errors, name),
      choices: addPresent(choices, typed[name]),
    });
  return html`<details class="confirm photo-edit" ${refused === null ? null : html`open`}>
    <summary>${mediaWords.edit}</summary>
    <form method="post" action="${photoEditPath(photo.id)}" class="stack">
      <p class="hint">${mediaWords.editHint}</p>
      ${choice("rotation", mediaWords.rotation, mediaWords.rotations)}
      <div class="photo-cuts">
        ${cut("cutLeft")} ${cut("cutRight")} ${cut("cutTop")} ${cut("cutBottom")}
      </div>
      ${choice("focusX", mediaWords.focusX, mediaWords.focusPlacesX)}
      ${choice("focusY", mediaWords.focusY, mediaWords.focusPlacesY)}
      <button type="submit">${mediaWords.saveEdit}</button>
    </form>
  </details>`;
}

/** Why an edit was refused, above the page. */
export function renderRefusedEdit({ error, typed }: RefusedEdit): Html {
  return error.errors.length === 0
    ? html`<p class="faults" role="alert">${error.message}</p>`
    : (renderFormFaults(error.errors, Object.keys(typed)) ?? html``);
}

/** A value that no choice has, because a script set it, is a choice of its own. */
function addPresent(choices: Choice[], value: string): Choice[] {
  if (choices.some((choice) => choice.value === value)) return choices;
  return [...choices, { value, label: `${value}%` }];
}

function readCurrentEdit({ edit }: Photo): TypedEdit {
  const focus = edit?.focus ?? null;
  const { x, y, width, height } = edit?.crop ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    rotation: String(edit?.rotation ?? 0),
    cutLeft: formatPercent(x),
    cutTop: formatPercent(y),
    cutRight: formatPercent(1 - x - width),
    cutBottom: formatPercent(1 - y - height),
    focusX: focus === null ? "" : formatPercent(focus.x),
    focusY: focus === null ? "" : formatPercent(focus.y),
  };
}

function formatPercent(part: number): string {
  return String(Math.round(part * 10_000) / 100);
}
