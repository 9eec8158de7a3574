import { staffPhotoPath } from "../../addresses/newsroom.ts";
import type { IntakePhotos } from "../intake/draft.ts";
import { makePhotoName } from "../intake/photo-names.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { LeadFields, PhotoBlock, PhotoFact } from "../editor/editor-handle.ts";
import { KnownPhotos } from "./photo-facts.ts";
import type { LeadPhoto } from "./lead-photo.ts";
import type { OpenForm } from "./open-form.ts";
import type { PhotoUploads } from "./photo-uploads.ts";
import type { StoredPhoto } from "./send-photo.ts";
import { readUnsent } from "./unsent-photos.ts";
import type { UnsentPhoto } from "./unsent-photos.ts";

/** Delay between a change of the body and the uploads that follow from it, in ms. */
const delay = 300;

/**
 * The photos of the form. The form names a photo from the start, so that it keeps its place and its words; the id takes the
 * place of the name when the photo is stored. A photo is uploaded as long as the body or the lead photo's field names it.
 */
export class FormPhotos {
  readonly #page: OpenForm;
  readonly #uploads: PhotoUploads;
  readonly #lead: LeadPhoto;
  readonly #tell: (text: string) => void;
  readonly #known: KnownPhotos;
  /** Local addresses of photos by the names that they had before they were stored. */
  readonly #addresses = new Map<string, string>();
  /** Photos of the form that are not stored yet, by name. One that was removed may come back by undo. */
  readonly #unstored = new Map<string, UnsentPhoto>();
  readonly #ids = new Map<string, string>();
  #timer = 0;

  constructor(
    page: OpenForm,
    uploads: PhotoUploads,
    lead: LeadPhoto,
    tell: (text: string) => void,
    onSaved: (fault: string | null) => void,
  ) {
    this.#known = new KnownPhotos(page.form, {
      onSaved,
      onCropped: (id) => {
        if (lead.read().photo === id) lead.restore();
      },
      onChanged: (fact, former) => page.body.recordFact(fact, former),
    });
    this.#page = page;
    this.#uploads = uploads;
    this.#lead = lead;
    this.#tell = tell;
    page.form.addEventListener("input", () => this.#onInput());
  }

  /** The address of a photo in the body, stored or not. */
  readonly addressOf = (id: string): string =>
    this.#addresses.get(id) ??
    this.#known.addressOf(id) ??
    (/^[0-9a-f]{64}$/.test(id) ? staffPhotoPath(id, "480.webp") : "");

  /** Fills the block of a photo: with its upload, if there is one, or with what the server knows of it. */
  readonly showBlock = (id: string, block: PhotoBlock): void => {
    this.#uploads.showIn(id, block.upload);
    block.crop.hidden = this.#addresses.has(id);
    if (this.#addresses.has(id)) return;
    void this.#known.bind(id, block);
  };

  /** Sends what an undo or a redo restored of a photo to the server. */
  readonly restoreFact = (fact: PhotoFact): void => void this.#known.restore(fact);

  /** The fields of the lead photo, for the editor. */
  get lead(): { read: () => LeadFields; write: (lead: LeadFields) => void } {
    return { read: () => this.#lead.read(), write: (lead) => this.#lead.write(lead) };
  }

  /** The number of credits that are being saved. */
  get saving(): number {
    return this.#known.saving;
  }

  /** Inserts them in their order at a position of the editor, or at the cursor if it is null. */
  addToBody(files: readonly File[], at: number | null): void {
    if (files.length === 0) return;
    const photos = files.map((file) => this.#unsent(makePhotoName(), file, file.name));
    photos.forEach((photo) => this.#send(photo));
    this.#page.body.insertPhotos(
      photos.map(({ key }) => key),
      at,
    );
  }

  addLead(file: Blob, name: string, words: { alt: string; caption: string | null }): void {
    this.#takeLead({ ...this.#unsent(makePhotoName(), file, name), ...words, isLead: true });
  }

  /** Uploads photos that came with a text and that its Markdown already names. */
  addNamed(photos: IntakePhotos): void {
    for (const [key, { blob, name }] of photos) this.#send(this.#unsent(key, blob, name));
  }

  /** Continues the uploads that this browser stored when the page was closed. A photo whose text was lost goes to the end. */
  async resume(): Promise<void> {
    for (const photo of await readUnsent(this.#page.copyName)) {
      // Added to this page, and perhaps stored while the list was read.
      if (this.#addresses.has(photo.key)) continue;
      if (this.#isNamed(photo.key)) this.#send(photo);
      else if (!photo.isLead) {
        this.#send(photo);
        this.#page.body.insertPhotos([photo.key], null);
      } else if (this.#lead.read().photo === "") this.#takeLead(photo);
    }
  }

  /** Starts and ends uploads as the body names their photos now. */
  settle(): void {
    clearTimeout(this.#timer);
    for (const photo of this.#unstored.values()) {
      const isNamed = this.#isNamed(photo.key);
      if (isNamed === this.#uploads.has(photo.key)) continue;
      if (isNamed) this.#send(photo);
      else this.#uploads.abandon(photo.key);
    }
    // An undo in the textarea brings names back.
    for (const [name, id] of this.#ids) {
      if (!this.#isNamed(name)) continue;
      this.#page.body.storePhoto(name, id);
      if (this.#lead.read().photo === name) this.#lead.set(id);
    }
  }

  #unsent(key: string, file: Blob, name: string): UnsentPhoto {
    return { key, article: this.#page.copyName, file, name, alt: "", caption: null, isLead: false };
  }

  #onInput(): void {
    if (this.#unstored.size + this.#ids.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.settle(), delay);
  }

  #isNamed(name: string): boolean {
    const isInBody = new RegExp(`photo:${name}(?![\\w-])`).test(this.#page.body.markdown());
    return isInBody || this.#lead.read().photo === name;
  }

  #send(photo: UnsentPhoto): void {
    const { key, file } = photo;
    photo.article = this.#page.copyName;
    this.#unstored.set(key, photo);
    if (!this.#addresses.has(key)) this.#addresses.set(key, URL.createObjectURL(file));
    this.#uploads.add({
      photo,
      onStored: (stored) => {
        this.#unstored.delete(key);
        this.#ids.set(key, stored.id);
        this.#known.set(stored.id, stored);
        this.#page.body.storePhoto(key, stored.id);
        if (this.#lead.read().photo === key) this.#lead.set(stored.id);
        this.#stored(photo, stored);
      },
      onDropped: () => {
        this.#page.body.removePhoto(key);
        if (this.#lead.read().photo === key) this.#lead.set("");
      },
    });
  }

  /** Makes a photo the lead photo under its name. Its words go into fields that are empty. */
  #takeLead(photo: UnsentPhoto): void {
    this.#send(photo);
    this.#lead.choose({ ...photo, id: photo.key });
  }

  #stored({ name }: UnsentPhoto, { warning }: StoredPhoto): void {
    this.#tell([formScriptWords.uploaded(name), warning ?? ""].join(". "));
  }
}
