import { mediaPhotoPath, photoEditPath, photoProposalPath } from "../../addresses/newsroom.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { PhotoBlock, PhotoFact } from "../editor/editor-handle.ts";
import { askServer } from "./ask-server.ts";

/** What belongs to a stored photo and not to the text that shows it. `url` is a small file of it as it is now. */
export type PhotoFacts = { url: string; credit: string | null };

type Callbacks = {
  onSaved: (fault: string | null) => void;
  onCropped: (id: string) => void;
  /** Called with a fact that the server has now, and its former value. */
  onChanged: (fact: PhotoFact, former: string) => void;
};

/** Shows and saves who took the photos of the body, and shows each photo as it is cropped now. */
export class KnownPhotos {
  readonly #facts = new Map<string, PhotoFacts>();
  readonly #blocks = new Map<string, Set<PhotoBlock>>();
  readonly #callbacks: Callbacks;
  /** The last request that restores a fact. They go one by one, so that the last one counts. */
  #restoring: Promise<void> = Promise.resolve();
  /** The number of credits that are being saved. */
  saving = 0;

  /** The list of photos in the page has the facts of those that the server knew when it made the page. */
  constructor(form: HTMLFormElement, callbacks: Callbacks) {
    this.#callbacks = callbacks;
    for (const item of form.querySelectorAll<HTMLElement>(".text-photo")) {
      const url = item.querySelector("img")?.src ?? "";
      const credit = item.querySelector<HTMLInputElement>("[name$='.credit']")?.value ?? "";
      this.#facts.set(item.dataset["photo"] ?? "", { url, credit });
    }
  }

  set(id: string, facts: PhotoFacts): void {
    this.#facts.set(id, facts);
    for (const block of this.#blocks.get(id) ?? []) show(block, facts);
  }

  /** Binds the block of a stored photo. A credit that was typed during the upload is saved. */
  async bind(id: string, block: PhotoBlock): Promise<void> {
    this.#blocks.set(id, new Set([...(this.#blocks.get(id) ?? []), block]));
    const { credit } = block;
    credit.onchange = () => void this.#save(id, block);
    block.crop.onclick = () => void this.#crop(id, block);
    const facts = this.#facts.get(id) ?? (await readFacts(id));
    if (facts === null) return;
    const typed = credit.value.trim();
    this.set(id, facts);
    if (typed === "" || typed === facts.credit) return;
    credit.value = typed;
    await this.#save(id, block);
  }

  /** The address of a photo as it is cropped now; null if that is not known. */
  addressOf(id: string): string | null {
    return this.#facts.get(id)?.url || null;
  }

  /** The dialog is loaded on first use. */
  async #crop(id: string, { creditFault }: PhotoBlock): Promise<void> {
    try {
      const { openCropDialog } = await import("./crop-dialog.ts");
      await openCropDialog(id, (photo, value, former) => {
        this.set(id, photo);
        this.#callbacks.onCropped(id);
        this.#callbacks.onChanged({ photo: id, name: "edit", value }, former);
      });
    } catch {
      creditFault.textContent = formScriptWords.notLoaded;
    }
  }

  /** Enters the photographer. For a published photo, a reporter only proposes it to the editors. */
  async #save(id: string, { credit, creditFault }: PhotoBlock): Promise<void> {
    const text = credit.value.normalize("NFC").trim().replace(/\s+/g, " ");
    const facts = this.#facts.get(id);
    creditFault.textContent = "";
    if (text === (facts?.credit ?? "")) return;
    this.saving++;
    const form = makeCreditForm(text);
    const path = photoProposalPath(id);
    const answer = await askServer<PhotoFacts>("POST", path, form, { keepalive: true });
    this.saving--;
    let fault: string | null = null;
    if (answer.kind === "done" && (answer.value.credit ?? "") === text) {
      this.set(id, { url: facts?.url ?? "", credit: text });
      const former = makeCreditForm(facts?.credit ?? "").toString();
      this.#callbacks.onChanged({ photo: id, name: "credit", value: form.toString() }, former);
    } else if (answer.kind === "done") creditFault.textContent = formScriptWords.creditProposed;
    else {
      const why = answer.kind === "offline" ? formScriptWords.noNetwork : answer.detail;
      fault = formScriptWords.creditNotSaved(why);
      creditFault.textContent = fault;
    }
    this.#callbacks.onSaved(fault);
  }

  /** Sends a fact that an undo or a redo restored. A photo whose fact the server refused says so. */
  async restore(fact: PhotoFact): Promise<void> {
    this.saving++;
    this.#restoring = this.#restoring.then(() => this.#restoreNow(fact));
    await this.#restoring;
    this.saving--;
    this.#callbacks.onSaved(null);
  }

  async #restoreNow({ photo, name, value }: PhotoFact): Promise<void> {
    const path = name === "edit" ? photoEditPath(photo) : photoProposalPath(photo);
    const form = new URLSearchParams(value);
    const answer = await askServer<PhotoFacts>("POST", path, form, { keepalive: true });
    let fault = "";
    if (answer.kind === "done") {
      const { url, credit } = answer.value;
      const isProposed = name === "credit" && (credit ?? "") !== form.get("credit");
      if (isProposed) fault = formScriptWords.creditProposed;
      else this.set(photo, name === "edit" ? { url, credit } : { ...this.#known(photo), credit });
      this.#callbacks.onCropped(photo);
    } else {
      const why = answer.kind === "offline" ? formScriptWords.noNetwork : answer.detail;
      fault = formScriptWords.photoNotRestored(why);
    }
    for (const { creditFault } of this.#blocks.get(photo) ?? []) creditFault.textContent = fault;
  }

  #known(id: string): PhotoFacts {
    return this.#facts.get(id) ?? { url: "", credit: null };
  }
}

function makeCreditForm(credit: string): URLSearchParams {
  return new URLSearchParams({ act: "propose", credit });
}

async function readFacts(id: string): Promise<PhotoFacts | null> {
  try {
    const response = await fetch(mediaPhotoPath(id), { headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as PhotoFacts) : null;
  } catch {
    return null;
  }
}

function show({ image, credit }: PhotoBlock, facts: PhotoFacts): void {
  if (facts.url !== "") image.src = facts.url;
  if (document.activeElement !== credit) credit.value = facts.credit ?? "";
}
