import type { FormValues } from "../../article/article-fields.ts";
import { joinBodies } from "../../markdown/join-bodies.ts";
import type { IntakeMode, ReadDraft } from "../intake/draft.ts";
import type { FormPhotos } from "./form-photos.ts";
import type { OpenForm } from "./open-form.ts";

/**
 * Takes texts from Word files and formatted text from the clipboard. The scripts that read them are loaded on first
 * use.
 */
export class TextIntake {
  readonly #page: OpenForm;
  readonly #photos: FormPhotos;
  readonly #tell: (text: string) => void;

  constructor(page: OpenForm, photos: FormPhotos, tell: (text: string) => void) {
    this.#page = page;
    this.#photos = photos;
    this.#tell = tell;
  }

  /** Rejects if its script cannot be loaded. */
  async takeFile(file: File): Promise<void> {
    const { openIntakeDialog } = await import("../intake/intake-dialog.ts");
    await openIntakeDialog(file, {
      hasText: () => this.#page.body.markdown().trim() !== "" || this.#page.title !== "",
      apply: (draft, mode) => this.#apply(draft, mode),
    });
  }

  /**
   * Returns true if the text was inserted or the reporter cancelled it. Rejects like `takeFile`; then the editor pastes
   * it.
   */
  async takePaste(html: string, files: readonly File[]): Promise<boolean> {
    const { readPasteAsking } = await import("../intake/paste-asking.ts");
    const pasted = await readPasteAsking(html, files);
    if (pasted === null) return true;
    // A picture that was copied alone comes as HTML with an address that only its own page can read.
    if (pasted.markdown.trim() === "" && files.length > 0) {
      this.#photos.addToBody(
        [...files].filter(({ type }) => type.startsWith("image/")),
        null,
      );
      return true;
    }
    this.#photos.addNamed(pasted.photos);
    this.#page.body.insertMarkdown(pasted.markdown);
    if (pasted.problems.length > 0) this.#tell(pasted.problems.join(" "));
    return true;
  }

  #apply(draft: ReadDraft, mode: IntakeMode): void {
    const lead = draft.leadPhoto === null ? undefined : draft.photos.get(draft.leadPhoto);
    const inBody = new Map([...draft.photos].filter(([ref]) => ref !== draft.leadPhoto));
    this.#photos.addNamed(inBody);
    if (mode === "append") {
      const { body } = this.#page;
      body.setMarkdown(joinBodies(body.markdown(), draft.body));
    } else this.#page.fill(fillFormValues(draft));
    if (lead !== undefined) this.#photos.addLead(lead.blob, lead.name, lead);
  }
}

/** Fields that the file does not have stay as they are in the form. */
function fillFormValues({
  title,
  lede,
  body,
  byline,
  source,
  tags,
}: ReadDraft): Partial<FormValues> {
  return {
    title,
    lede,
    body,
    ...(byline.authors.length > 0 && { "byline.authors": byline.authors.join(", ") }),
    ...(byline.unit !== "" && { "byline.unit": byline.unit }),
    ...(tags.length > 0 && { tags: tags.join(", ") }),
    ...(source !== null && {
      "source.name": source.name,
      "source.url": source.url ?? "",
    }),
  };
}
