import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import { Autosave } from "./autosave.ts";
import { FileEntrance } from "./file-entrance.ts";
import { Findings } from "./findings.ts";
import { FormBody } from "./form-body.ts";
import { showCounters } from "./counters.ts";
import { listenToKeys } from "./form-keys.ts";
import { rememberParts } from "./form-parts.ts";
import { FormPhotos } from "./form-photos.ts";
import { LeadPhoto } from "./lead-photo.ts";
import { mountEditorIn } from "./mount-editor.ts";
import { hasCopies } from "./local-copy.ts";
import { OpenForm } from "./open-form.ts";
import { PhotoUploads } from "./photo-uploads.ts";
import { SaveStatus } from "./save-status.ts";
import { sendWhenReady } from "./send-form.ts";
import { TextIntake } from "./text-intake.ts";

/** Adds to the form what needs script: autosave, photo uploads, Word files, the editor and findings while typing. */
export async function openArticleForm(form: HTMLFormElement): Promise<void> {
  const findPart = (selector: string): HTMLElement => form.querySelector(selector) ?? make("div");
  const body = new FormBody(findPart("textarea[name=body]") as HTMLTextAreaElement);
  const page = new OpenForm(form, body);
  const status = new SaveStatus(findPart("#tinh-trang"));
  const findings = new Findings(page, findPart("#soat-bai"), findPart(".form-bar"));
  const notice = make("p", { className: "note upload-notice", hidden: true });
  const showNotice = (text: string): void => {
    notice.textContent = text;
    notice.hidden = text === "";
  };
  const autosave = new Autosave(page, status, (answer, values) => {
    showOtherWriters(
      findPart("#nguoi-khac"),
      answer.others.map(({ name }) => name),
    );
    if (answer.findings !== null && values !== null) findings.answered(answer.findings, values);
    if (answer.newest > page.baseVersion) {
      status.say("newer", formScriptWords.newerVersion(answer.newest));
    }
  });
  followKeyboard();
  rememberParts(form);
  const uploadList = make("div", { className: "uploads" });
  const uploads = new PhotoUploads(uploadList, () => sending.onUploads());
  const lead = findPart("#anh-dai-dien");
  const leadPhoto: LeadPhoto = new LeadPhoto(page, lead, (id) => photos.addressOf(id));
  const photos: FormPhotos = new FormPhotos(page, uploads, leadPhoto, showNotice, (fault) =>
    sending.onSaved(fault),
  );
  const intake = new TextIntake(page, photos, showNotice);
  const entrance = new FileEntrance(photos, intake, showNotice);
  const sending = sendWhenReady(form, { autosave, uploads, photos, status });
  listenToFiles(findPart, entrance, [uploadList, notice]);
  entrance.listenToDrops(form, lead);
  listenToLibraryLinks(form, body, leadPhoto);
  // Before the first autosave, which would overwrite the copy to be offered.
  const waits = await offerCopy(page, () => {
    autosave.changed();
    void photos.resume();
  });
  for (const event of ["input", "change", "filled"]) {
    form.addEventListener(event, ({ target }) => {
      if (target instanceof HTMLElement && target.closest("#soat-bai, .finding-item, [type=file]"))
        return;
      autosave.changed();
      findings.changed();
    });
  }
  listenToKeys(page, { autosave, uploads, status });
  showCounters(page);
  suggestLabelsIn(page);
  openPartsOnUse(page);
  makeNotesLead(page);
  if (page.isRestored || form.dataset["unsaved"] !== undefined) autosave.changed();
  await mountEditorIn(page, { photos, entrance, intake, findings });
  if (!waits) void photos.resume();
  await findings.start();
}

/** Offers text that only this browser has. Returns true if it waits for an answer. */
async function offerCopy(page: OpenForm, onRecovered: () => void): Promise<boolean> {
  if (!hasCopies()) return false;
  const { offerRecovery } = await import("./recovery.ts");
  return offerRecovery(page, onRecovered);
}

/** Loads the script of the parts for files once somebody uses one of them or a recovered text fills the form. */
function openPartsOnUse(page: OpenForm): void {
  for (const part of page.form.querySelectorAll<HTMLElement>(".file-part")) {
    const used = new AbortController();
    const load = ({ type }: Event): void => {
      used.abort();
      import("./document-fields.ts")
        .then(({ openFilePart }) => openFilePart(page, part, type === "filled"))
        .catch(() => null);
    };
    const { signal } = used;
    for (const type of ["focusin", "change"]) part.addEventListener(type, load, { signal });
    page.form.addEventListener("filled", load, { signal });
  }
}

/** Lets the notes of editors lead to their words. */
function makeNotesLead(page: OpenForm): void {
  const list = page.form.querySelector<HTMLElement>("#ghi-chu");
  if (list === null) return;
  import("./note-list.ts").then(({ listenToNotes }) => listenToNotes(page, list)).catch(() => null);
}

/** Takes files as soon as they are chosen. `below` stands below the field for photos. */
function listenToFiles(
  part: (selector: string) => HTMLElement,
  entrance: FileEntrance,
  below: HTMLElement[],
): void {
  const photos = part("[name=photos]") as HTMLInputElement;
  showEntrance(photos, below);
  entrance.listenTo(photos, false);
  entrance.listenTo(part("[name='leadPhoto.file']") as HTMLInputElement, true);
  entrance.listenToPaste(part("textarea[name=body]"));
}

/** Lets the field for photos take Word files too, and shows the uploads below it. */
function showEntrance(input: HTMLInputElement, below: HTMLElement[]): void {
  const field = input.closest(".field");
  const label = field?.querySelector("label");
  const hint = field?.querySelector(".hint");
  if (label) label.textContent = formScriptWords.dropHere;
  if (hint) hint.textContent = formScriptWords.dropHint;
  input.accept = "image/*,.docx,.doc,.txt,.html";
  below[0]?.setAttribute("role", "group");
  below[0]?.setAttribute("aria-label", formScriptWords.uploads);
  below[1]?.setAttribute("role", "status");
  field?.append(...below);
}

/** The links to the library open it in a dialog. If that cannot be loaded, they open the library itself. */
function listenToLibraryLinks(form: HTMLFormElement, body: FormBody, lead: LeadPhoto): void {
  for (const link of form.querySelectorAll<HTMLAnchorElement>("a.library-link")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const isLead = link.closest("#anh-dai-dien") !== null;
      import("./photo-picker.ts")
        .then((library) =>
          isLead ? library.chooseLeadFromLibrary(lead) : library.insertFromLibrary(body),
        )
        .catch(() => open(link.href));
    });
  }
}

/** Shows who else has the form open. */
function showOtherWriters(note: HTMLElement, names: readonly string[]): void {
  note.hidden = names.length === 0;
  const line = note.querySelector("b") ?? note;
  const text = names.length === 0 ? "" : formScriptWords.writing(names);
  // A screen reader would read the same text again.
  if (line.textContent !== text) line.textContent = text;
}

/**
 * Tells the style sheet how much of the window a phone's keyboard covers, so that the bars stay in what is visible. A
 * keyboard makes only the visual viewport smaller. So does enlarging the page with two fingers: then the bars stay
 * where they are.
 */
function followKeyboard(): void {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  const root = document.documentElement;
  const follow = (): void => {
    const { scale, offsetTop, height } = viewport;
    const isEnlarged = scale > 1.01;
    const bottom = Math.max(window.innerHeight, root.clientHeight) - offsetTop - height;
    root.style.setProperty("--covered-top", `${isEnlarged ? 0 : offsetTop}px`);
    root.style.setProperty("--covered-bottom", `${isEnlarged ? 0 : Math.max(0, bottom)}px`);
  };
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
}

/** Suggests tags and authors of the site in their fields. The list is loaded when one of the fields is first used. */
function suggestLabelsIn(page: OpenForm): void {
  for (const [name, kind] of [
    ["tags", "tag"],
    ["byline.authors", "author"],
  ] as const) {
    const field = page.control(name) as HTMLInputElement;
    const load = (): void => {
      // Without it the field works as it does without script.
      import("./label-list.ts")
        .then(({ LabelList }) => new LabelList(field, kind))
        .catch(() => null);
    };
    if (document.activeElement === field) load();
    else field.addEventListener("focus", load, { once: true });
  }
}
