import type { Finding } from "../../check/finding.ts";
import { findingWords } from "../../vietnamese/words/findings.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";

/** A dismissed finding, as the page contains it. */
export type KnownDismissal = {
  rule: string;
  field: string;
  excerpt: string;
  reason: string;
  person: string;
};

export type ShownFindings = {
  open: readonly Finding[];
  /** The excerpt of each open finding, or "". */
  excerpts: readonly string[];
  dismissed: readonly { finding: Finding; dismissal: KnownDismissal }[];
  /** The form is still empty. */
  isNew: boolean;
};

/** The list of findings, and their numbers in the bottom bar. */
export class FindingsPanel {
  readonly #section: HTMLElement;
  readonly #list: HTMLElement;
  readonly #count: HTMLAnchorElement;
  readonly #go: (number: number) => void;
  #waiting: ShownFindings | null = null;
  #last = "";

  constructor(section: HTMLElement, bar: HTMLElement, go: (number: number) => void) {
    this.#section = section;
    this.#go = go;
    this.#count = make("a", { className: "finding-count", href: `#${section.id}`, hidden: true });
    this.#list = section.querySelector(":scope > div") ?? section;
    bar.prepend(this.#count);
    section.addEventListener("focusout", () => setTimeout(() => this.#showWaiting(), 0));
  }

  /** Shows findings. The list does not change while the focus is in it. */
  show(shown: ShownFindings): void {
    this.#waiting = shown;
    this.#showWaiting();
  }

  #showWaiting(): void {
    const isInside = this.#list.contains(document.activeElement);
    if (this.#waiting === null || isInside) return;
    const shown = this.#waiting;
    this.#waiting = null;
    const now = JSON.stringify({ ...shown, open: shown.open.map(removeOffsets) });
    if (now === this.#last) return;
    this.#last = now;
    keepFocusedField(this.#section, () => {
      this.#section.hidden = shown.isNew;
      this.#list.replaceChildren(...this.#content(shown));
    });
    this.#showCount(shown.open);
  }

  #showCount(open: readonly Finding[]): void {
    const blocks = open.filter(({ severity }) => severity === "block").length;
    const warnings = open.length - blocks;
    const part = (className: string, text: string) => make("span", { className }, text);
    this.#count.replaceChildren(
      ...(blocks > 0 ? [part("blocks", formScriptWords.fewBlocks(blocks))] : []),
      ...(warnings > 0 ? [part("warnings", formScriptWords.fewToLookAt(warnings))] : []),
    );
    this.#count.hidden = open.length === 0;
  }

  #content(shown: ShownFindings): Node[] {
    const { open, dismissed } = shown;
    const numbered = open.map((finding, number) => ({ finding, number }));
    const blocks = numbered.filter(({ finding }) => finding.severity === "block");
    const warnings = numbered.filter(({ finding }) => finding.severity === "warn");
    const list = (some: typeof numbered, className: string) =>
      make(
        "ul",
        { className },
        ...some.map(({ finding, number }) => this.#line(finding, number, shown)),
      );
    return [
      ...(open.length === 0 ? [make("p", { className: "soft" }, findingWords.noFindings)] : []),
      ...(blocks.length === 0
        ? []
        : [
            make("h3", {}, findingWords.blocking(blocks.length)),
            list(blocks, "finding-list blocks"),
          ]),
      ...(warnings.length === 0
        ? []
        : [make("h3", {}, findingWords.toLookAt(warnings.length)), list(warnings, "finding-list")]),
      ...(dismissed.length === 0 ? [] : [makeDismissedList(dismissed)]),
    ];
  }

  #line(finding: Finding, number: number, { excerpts }: ShownFindings): HTMLLIElement {
    const { where, message } = finding;
    const link = make("a", { href: `#o-${where.field.replace(/\./g, "-")}` }, message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.#go(number);
    });
    const excerpt = excerpts[number] ?? "";
    const line = make("li", {}, link);
    line.dataset["number"] = String(number);
    if (excerpt !== "") line.append(make("q", { className: "excerpt" }, excerpt));
    return line;
  }
}

/** Changes the list without moving the field of the same panel in which somebody types. */
function keepFocusedField(section: HTMLElement, change: () => void): void {
  const panel = section.parentElement;
  const field = document.activeElement;
  if (panel === null || field === null || !panel.contains(field)) return change();
  const { top } = field.getBoundingClientRect();
  change();
  panel.scrollTop += field.getBoundingClientRect().top - top;
}

/** What the list shows of a finding. Its offsets change with every letter before it. */
function removeOffsets({ severity, message, where }: Finding): object {
  return { severity, message, field: where.field };
}

function makeDismissedList(dismissed: ShownFindings["dismissed"]): HTMLDetailsElement {
  return make(
    "details",
    { className: "form-fold" },
    make("summary", {}, findingWords.dismissed(dismissed.length)),
    make(
      "ul",
      { className: "finding-list" },
      ...dismissed.map(({ finding, dismissal: { person, reason } }) =>
        make(
          "li",
          {},
          finding.message,
          make(
            "p",
            { className: "soft" },
            formScriptWords.dismissedBy(person || formScriptWords.you),
            make("q", {}, reason),
          ),
        ),
      ),
    ),
  );
}
