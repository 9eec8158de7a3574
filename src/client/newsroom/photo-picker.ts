import { mediaListPath } from "../../addresses/newsroom.ts";
import { pickerWords as words } from "../../vietnamese/words/media.ts";
import { openFrame, addRules } from "../intake/dialog-frame.ts";
import { make } from "../intake/make-element.ts";
import css from "./photo-picker.css";
import { writePhoto } from "../../markdown/photo-words.ts";
import type { FormBody } from "./form-body.ts";
import type { LeadPhoto } from "./lead-photo.ts";

/** A photo of the library, as the server describes it. */
type LibraryPhoto = {
  id: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  url: string;
  expired: boolean;
};

type LibraryPage = { photos: LibraryPhoto[]; next: string | null };

/** Time without typing before the search begins, in ms. */
const pause = 300;

/** Lets a person choose photos of the library, and puts them into the text with the words that they have there. */
export async function insertFromLibrary(body: FormBody): Promise<void> {
  const photos = (await pickPhotos(false)).map(({ id, alt, caption }) => ({
    id,
    alt: alt ?? "",
    caption,
  }));
  if (photos.length === 0) return;
  body.insertStored(photos, photos.map((photo) => writePhoto(photo.id, photo)).join("\n\n"));
}

/** Lets a person choose one photo; null if they choose none. */
export async function choosePhoto(): Promise<{ id: string; alt: string } | null> {
  const [photo] = await pickPhotos(true);
  return photo === undefined ? null : { id: photo.id, alt: photo.alt ?? "" };
}

/** Lets a person choose the lead photo. */
export async function chooseLeadFromLibrary(lead: LeadPhoto): Promise<void> {
  const [photo] = await pickPhotos(true);
  if (photo !== undefined) lead.choose(photo);
}

/** Opens a dialog with the photos of the library. Gives those that were chosen, in the order of choosing; none if cancelled. */
function pickPhotos(isSingle: boolean): Promise<LibraryPhoto[]> {
  addRules(css);
  return new Promise((settle) => {
    const chosen = new Map<string, LibraryPhoto>();
    const list = new PhotoList(chosen, isSingle);
    const frame = openFrame(words.title, words.insert, {
      submitted: () => chosen.size > 0,
      settle: (isDone) => settle(isDone ? [...chosen.values()] : []),
    });
    frame.dialog.classList.add("photo-picker");
    frame.heading.after(list.search, list.status, list.tiles, list.more);
    list.field.focus();
    void list.begin();
  });
}

/** The search, and the photos that it found. */
class PhotoList {
  readonly field = make("input", { type: "search", maxLength: 100 });
  readonly #show = make(
    "select",
    {},
    ...words.choices.map(({ value, label }) => make("option", { value }, label)),
  );
  readonly search = make(
    "div",
    { className: "photo-picker-search" },
    make("label", {}, words.search, this.field),
    make("label", {}, words.show, this.#show),
  );
  readonly status = make("p");
  readonly tiles = make("div", { className: "photo-picker-list" });
  readonly more = make("button", { type: "button", hidden: true }, words.more);
  readonly #chosen: Map<string, LibraryPhoto>;
  readonly #isSingle: boolean;
  #next: string | null = null;
  #timer = 0;
  #turn = 0;

  constructor(chosen: Map<string, LibraryPhoto>, isSingle: boolean) {
    this.#chosen = chosen;
    this.#isSingle = isSingle;
    this.status.setAttribute("role", "status");
    this.field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.begin(), pause);
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      void this.begin();
    });
    this.#show.addEventListener("change", () => void this.begin());
    this.more.addEventListener("click", () => void this.#goOn());
  }

  /** Shows what the search finds. */
  async begin(): Promise<void> {
    clearTimeout(this.#timer);
    const path = mediaListPath({ q: this.field.value, show: this.#show.value });
    await this.#load(path, () => this.tiles.replaceChildren());
  }

  async #goOn(): Promise<void> {
    const last = this.tiles.lastElementChild;
    if (this.#next !== null) await this.#load(this.#next, () => {});
    last?.nextElementSibling?.querySelector("input")?.focus();
  }

  async #load(path: string, clear: () => void): Promise<void> {
    const turn = ++this.#turn;
    this.status.textContent = words.loading;
    try {
      const answer = await fetch(path, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = (await answer.json()) as LibraryPage;
      if (turn !== this.#turn) return;
      clear();
      this.tiles.append(...page.photos.map((photo) => this.#tile(photo)));
      this.#next = page.next;
      this.more.hidden = page.next === null;
      const count = this.tiles.childElementCount;
      this.status.textContent = count === 0 ? words.none : words.found(count);
    } catch {
      if (turn === this.#turn) this.status.textContent = words.failed;
    }
  }

  #tile(photo: LibraryPhoto): HTMLElement {
    const { id, alt, caption, credit, url, expired } = photo;
    const input = make("input", {
      type: this.#isSingle ? "radio" : "checkbox",
      name: "photo",
      checked: this.#chosen.has(id),
      disabled: expired,
    });
    input.addEventListener("change", () => {
      if (this.#isSingle) this.#chosen.clear();
      if (input.checked) this.#chosen.set(id, photo);
      else this.#chosen.delete(id);
    });
    const lines = [
      caption ?? (alt === "" ? null : alt) ?? words.noWords,
      ...(credit === null ? [] : [make("small", {}, words.by(credit))]),
      ...(expired ? [make("strong", {}, words.expired)] : []),
    ];
    const picture = make("img", { src: url, alt: "", loading: "lazy" });
    return make("label", {}, input, picture, ...lines.map((line) => make("span", {}, line)));
  }
}
