import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { FormPhotos } from "./form-photos.ts";
import type { TextIntake } from "./text-intake.ts";

const photo = /\.(?:jpe?g|png|webp|gif|heic|heif|avif|bmp)$/i;
const text = /\.(?:docx?|html?|txt|pdf|rtf|odt)$/i;

/** All ways for files into the form: drop, paste, the file dialog and a phone's camera. */
export class FileEntrance {
  readonly #photos: FormPhotos;
  readonly #intake: TextIntake;
  readonly #tell: (text: string) => void;

  constructor(photos: FormPhotos, intake: TextIntake, tell: (text: string) => void) {
    this.#photos = photos;
    this.#intake = intake;
    this.#tell = tell;
  }

  /** Puts photos into the body, and opens the intake dialog for a text. The field for recordings takes any other file. */
  take(files: readonly File[], at: number | null): void {
    const photos = files.filter(isPhoto);
    this.#photos.addToBody(photos, at);
    const others = new DataTransfer();
    for (const file of files.filter((one) => !isPhoto(one))) {
      if (!text.test(file.name)) others.items.add(file);
      else this.#intake.takeFile(file).catch(() => this.#tell(formScriptWords.notLoaded));
    }
    const input = document.querySelector<HTMLInputElement>("#o-phim");
    if (input === null || others.files.length === 0) return;
    input.files = others.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Takes files from a file field as soon as they are chosen, so that the form itself does not send them. */
  listenTo(input: HTMLInputElement, isLead: boolean): void {
    const take = (): void => {
      const files = [...(input.files ?? [])];
      input.value = "";
      if (isLead) this.#takeLead(files);
      else this.take(files, null);
    };
    input.addEventListener("change", take);
    // Files that were chosen before this script was loaded.
    take();
  }

  /** Takes files that are pasted into the plain field. The editor takes those that are pasted into it. */
  listenToPaste(field: HTMLElement): void {
    field.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.clipboardData?.getData("text/plain") !== "") return;
      event.preventDefault();
      this.take(files, null);
    });
  }

  /** Takes files dropped anywhere on the page. Otherwise the browser would leave the page and open the file. */
  listenToDrops(form: HTMLFormElement, lead: HTMLElement): void {
    addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    addEventListener("drop", (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      const target = event.target instanceof Node ? event.target : null;
      if (lead.contains(target)) this.#takeLead(files);
      else if (form.contains(target)) this.take(files, null);
    });
  }

  #takeLead([first, ...others]: File[]): void {
    if (first !== undefined && isPhoto(first)) {
      this.#photos.addLead(first, first.name, { alt: "", caption: null });
    } else if (first !== undefined) this.take([first], null);
    this.take(others, null);
  }
}

function isPhoto({ type, name }: File): boolean {
  return type.startsWith("image/") || photo.test(name);
}
