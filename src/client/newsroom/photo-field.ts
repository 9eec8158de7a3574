import { staffPhotoPath } from "../../addresses/newsroom.ts";
import { pickerWords } from "../../vietnamese/words/media.ts";
import { make } from "../intake/make-element.ts";

/** Adds to a field for the address of a photo a button that opens the library, and shows the photo. */
export function offerLibrary(part: HTMLElement): void {
  const input = part.querySelector("input");
  if (input === null) return;
  const picture = make("img", { className: "photo-chosen", alt: "" });
  const button = make("button", { type: "button" }, pickerWords.title);
  const show = (): void => {
    const id = /[\da-f]{64}/.exec(input.value)?.[0];
    picture.hidden = id === undefined;
    if (id !== undefined) picture.src = staffPhotoPath(id, "480.webp");
  };
  picture.addEventListener("error", () => (picture.hidden = true));
  input.addEventListener("input", show);
  button.addEventListener("click", () => void choose(part, input).then(show));
  part.append(picture, button);
  show();
}

/** The words of the photo become its description, unless there is one. */
async function choose(part: HTMLElement, input: HTMLInputElement): Promise<void> {
  const { choosePhoto } = await import("./photo-picker.ts");
  const photo = await choosePhoto();
  if (photo === null) return;
  input.value = photo.id;
  const words = document.getElementById(part.dataset["photoField"] ?? "");
  if (words instanceof HTMLInputElement && words.value === "") words.value = photo.alt;
  input.focus();
}
