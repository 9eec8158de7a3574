import { staffPhotoPath } from "../../addresses/newsroom.ts";
import type { IntakePhotos } from "../intake/draft.ts";
import { newPhotoName, withPhotoIds } from "../intake/photo-names.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { LeadPhoto } from "./lead-photo.ts";
import { copyName } from "./local-copy.ts";
import type { OpenForm } from "./open-form.ts";
import type { PhotoUploads } from "./photo-uploads.ts";
import type { StoredPhoto } from "./send-photo.ts";
import { readUnsent } from "./unsent-photos.ts";
import type { UnsentPhoto } from "./unsent-photos.ts";

/** The photos of the form. Each is uploaded, and is shown in its place from the start. */
export class FormPhotos {
  readonly #page: OpenForm;
  readonly #uploads: PhotoUploads;
  readonly #lead: LeadPhoto;
  readonly #tell: (text: string) => void;
  /** Local addresses of photos that the body names but the server does not have yet. */
  readonly #addresses = new Map<string, string>();
  readonly #found = new Map<string, string | null>();
  #timer = 0;

  constructor(
    page: OpenForm,
    uploads: PhotoUploads,
    lead: LeadPhoto,
    tell: (text: string) => void,
  ) {
    this.#page = page;
    this.#uploads = uploads;
    this.#lead = lead;
    this.#tell = tell;
    page.form.addEventListener("named", () => uploads.rename(this.#article));
  }

  /** The address of a photo in the body, stored or not. */
  readonly addressOf = (id: string): string =>
    this.#addresses.get(id) ?? (/^[0-9a-f]{64}$/.test(id) ? staffPhotoPath(id, "480.webp") : "");

  /** Inserts them at a position of the editor, or at the cursor if it is null. */
  addToBody(files: readonly File[], at: number | null): void {
    for (const file of files) {
      const photo = this.#unsent(file, file.name);
      this.#page.body.insertPending(photo.key, at);
      this.#sendToBody(photo);
    }
  }

  addLead(file: Blob, name: string, words: { alt: string; caption: string | null }): void {
    this.#sendLead({ ...this.#unsent(file, name), ...words, isLead: true });
  }

  /** Uploads photos that came with a text and that its Markdown already names. */
  addNamed(photos: IntakePhotos): void {
    for (const [ref, { blob, name, alt, caption }] of photos) {
      this.#sendNamed({ ...this.#unsent(blob, name), ref, alt, caption });
    }
  }

  /** Continues the uploads that this browser stored when the page was closed. */
  async resume(): Promise<void> {
    for (const photo of await readUnsent(this.#article)) {
      if (photo.isLead) this.#sendLead(photo);
      else if (photo.ref !== null) this.#sendNamed(photo);
      else {
        this.#page.body.insertPending(photo.key, null);
        this.#sendToBody(photo);
      }
    }
  }

  get #article(): string {
    const { person, id, key } = this.#page;
    return copyName(person, id, key);
  }

  #unsent(file: Blob, name: string): UnsentPhoto {
    const words = { ref: null, alt: "", caption: null, isLead: false };
    return { key: newPhotoName(), article: this.#article, file, name, ...words };
  }

  #sendToBody(photo: UnsentPhoto): void {
    const { key, alt, caption } = photo;
    this.#uploads.add({
      photo,
      onStored: (stored) => {
        const { id, width, height } = stored;
        this.#page.body.resolvePending(key, { id, alt, caption, width, height });
        this.#stored(photo, stored);
      },
      onDropped: () => this.#page.body.dropPending(key),
    });
  }

  #sendNamed(photo: UnsentPhoto): void {
    const ref = photo.ref ?? "";
    this.#addresses.set(ref, URL.createObjectURL(photo.file));
    this.#uploads.add({
      photo,
      onStored: (stored) => {
        this.#rename(ref, stored.id);
        this.#stored(photo, stored);
      },
      onDropped: () => this.#rename(ref, null),
    });
  }

  #sendLead(photo: UnsentPhoto): void {
    const { file, alt, caption } = photo;
    this.#lead.preview(file, { alt, caption });
    this.#uploads.add({
      photo,
      onStored: (stored) => {
        this.#lead.set(stored.id);
        this.#stored(photo, stored);
      },
      onDropped: () => this.#lead.restore(),
    });
  }

  #stored({ name }: UnsentPhoto, { warning }: StoredPhoto): void {
    this.#tell([formScriptWords.uploaded(name), warning ?? ""].join(". "));
  }

  /** Collects several new ids, because each change replaces the whole body. */
  #rename(ref: string, id: string | null): void {
    this.#found.set(ref, id);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.settle(), 300);
  }

  /** Writes the collected ids into the body now. */
  settle(): void {
    clearTimeout(this.#timer);
    if (this.#found.size === 0) return;
    const { body } = this.#page;
    body.setMarkdown(withPhotoIds(body.markdown(), this.#found));
    this.#found.clear();
  }
}
