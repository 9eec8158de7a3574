import { mediaPhotoPath, photoEditPath } from "../../addresses/newsroom.ts";
import { cropWords } from "../../vietnamese/words/crop.ts";
import { openFrame, addRules } from "../intake/dialog-frame.ts";
import { make } from "../intake/make-element.ts";
import { askServer } from "./ask-server.ts";
import css from "./crop-dialog.css";
import { CropFrame } from "./crop-frame.ts";
import type { Edit } from "./crop-frame.ts";
import type { PhotoFacts } from "./photo-facts.ts";

/** A stored photo as the server describes it. */
type DescribedPhoto = PhotoFacts & { edit: Edit | null; originalUrl: string };

/**
 * Opens the dialog that crops and rotates a photo and sets its focus. `onSaved` gets the photo as it is then, and the forms of its
 * edit and of its former edit.
 */
export async function openCropDialog(
  id: string,
  onSaved: (photo: PhotoFacts, edit: string, former: string) => void,
): Promise<void> {
  addRules(css);
  let frame: CropFrame | null = null;
  let former = "";
  const status = make("p", { className: "crop-fault" }, cropWords.loading);
  status.setAttribute("role", "status");
  const { dialog, heading, submit } = openFrame(cropWords.title, cropWords.save, {
    submitted: () => {
      if (frame !== null) void save(frame.edit);
      return false;
    },
    settle: () => undefined,
  });
  const save = async (edit: Edit): Promise<void> => {
    status.textContent = cropWords.saving;
    submit.disabled = true;
    const fields = toFields(edit);
    const answer = await askServer<PhotoFacts>("POST", photoEditPath(id), fields);
    submit.disabled = false;
    if (answer.kind !== "done") {
      const why = answer.kind === "offline" ? cropWords.noNetwork : answer.detail;
      status.textContent = cropWords.notSaved(why);
      return;
    }
    onSaved(answer.value, fields.toString(), former);
    dialog.close();
  };
  submit.hidden = true;
  heading.after(status, make("p", { className: "hint" }, cropWords.hint));
  const opened = await openPhoto(id).catch(() => null);
  status.textContent = opened === null ? cropWords.notOpened : "";
  if (opened === null) return;
  frame = new CropFrame(opened.image, opened.edit);
  former = toFields(frame.edit).toString();
  status.before(frame.dom, makeActs(frame));
  submit.hidden = false;
}

async function openPhoto(id: string): Promise<{ image: HTMLImageElement; edit: Edit | null }> {
  const response = await fetch(mediaPhotoPath(id), { headers: { accept: "application/json" } });
  const { originalUrl, edit } = (await response.json()) as DescribedPhoto;
  const image = make("img", { src: originalUrl });
  await image.decode();
  return { image, edit };
}

function makeActs(frame: CropFrame): HTMLElement {
  const makeButton = (text: string, act: () => void): HTMLButtonElement => {
    const made = make("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  };
  return make(
    "div",
    { className: "crop-acts" },
    makeButton(cropWords.left, () => frame.rotate(-90)),
    makeButton(cropWords.right, () => frame.rotate(90)),
    makeButton(cropWords.reset, () => frame.reset()),
  );
}

/** The fields of the form without script: what is cut away at each edge, and the focus, in percent. */
function toFields({ rotation, crop, focus }: Edit): URLSearchParams {
  const { x, y, width, height } = crop ?? { x: 0, y: 0, width: 1, height: 1 };
  return new URLSearchParams({
    rotation: String(rotation),
    cutLeft: formatPercent(x),
    cutTop: formatPercent(y),
    cutRight: formatPercent(1 - x - width),
    cutBottom: formatPercent(1 - y - height),
    focusX: focus === null ? "" : formatPercent(focus.x),
    focusY: focus === null ? "" : formatPercent(focus.y),
  });
}

function formatPercent(part: number): string {
  return Math.max(0, part * 100).toFixed(2);
}
