import { dismissPath, handbookJsonPath } from "../../addresses/newsroom.ts";
import { splitList, valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { ArticleContent } from "../../article/article.ts";
import { findDismissal } from "../../check/dismissal.ts";
import { readExcerpt, readShortExcerpt } from "../../check/excerpt.ts";
import type { Finding, Where } from "../../check/finding.ts";
import { handbookRules, serverRules } from "../../check/server-rules.ts";
import { afterPause } from "./after-pause.ts";
import { askServer } from "./ask-server.ts";
import { FieldNote, FieldNotes } from "./field-notes.ts";
import type { FindingBubble } from "./finding-bubble.ts";
import { makeFindingItem } from "./finding-item.ts";
import type { FindingActs } from "./finding-item.ts";
import { FindingsPanel } from "./findings-panel.ts";
import type { KnownDismissal } from "./findings-panel.ts";
import type { LocalCheck } from "./local-check.ts";
import { openPartsAround } from "./form-parts.ts";
import type { OpenForm } from "./open-form.ts";
import type { HandbookEntry } from "../../article/handbook.ts";

/** Delay after the last change, in ms. */
const delay = 600;

/**
 * Soát bài while typing. The rules run in the browser; findings that need the server come with the page and with each autosave. Where
 * the rules cannot run (on Apple's devices they need a browser of 2023), all findings come from the server.
 */
export class Findings {
  readonly #page: OpenForm;
  readonly #panel: FindingsPanel;
  readonly #notes: FieldNotes;
  readonly #photoNotes = new WeakMap<HTMLElement, FieldNote>();
  /** Loaded when it is first opened. */
  #bubble: FindingBubble | null = null;
  /** Counts openings and closings: a bubble that is loaded too late stays closed. */
  #opening = 0;
  readonly #acts: FindingActs;
  readonly #dismissals: KnownDismissal[];
  /** The newsroom's handbook. Null: it could not be loaded, so only the server compares with it. */
  readonly handbook = loadHandbook();
  #serverRules: readonly string[] = [...serverRules, ...handbookRules];
  #check: LocalCheck | null = null;
  #fromServer: { findings: Finding[]; content: ArticleContent } | null = null;
  #open: Finding[] = [];

  constructor(page: OpenForm, section: HTMLElement, bar: HTMLElement) {
    this.#page = page;
    this.#dismissals = JSON.parse(section.dataset["dismissals"] ?? "[]") as KnownDismissal[];
    this.#acts = {
      apply: (finding) => this.#apply(finding),
      dismiss: (finding, reason) => this.#dismiss(finding, reason),
      isSaved: () => page.id !== null,
      isEditor: "editor" in section.dataset,
    };
    const given = section.dataset["findings"];
    if (given !== undefined && !page.isRestored) {
      this.answered(JSON.parse(given) as Finding[], page.values());
    }
    this.#panel = new FindingsPanel(section, bar, (number) => this.#go(number));
    this.#notes = new FieldNotes(page.form, this.#acts);
  }

  /** Loads the rules. Without them the findings of the server are shown. */
  async start(): Promise<void> {
    try {
      this.#check = (await import("./local-check.ts")).startCheck(this.#page.kind);
    } catch {
      this.#check = null;
    }
    this.changed();
    const handbook = await this.handbook;
    if (handbook === null || this.#check === null) return;
    try {
      await this.#check.useHandbook(handbook);
    } catch {
      return;
    }
    this.#serverRules = serverRules;
    this.changed();
  }

  readonly changed = afterPause(() => void this.#show(), delay);

  /** Takes the findings of the server for a text that was sent to it. */
  answered(findings: Finding[], values: FormValues): void {
    this.#fromServer = { findings, content: valuesToJson(values) as ArticleContent };
    this.changed();
  }

  /** Opens the bubble for findings of the body. */
  readonly open = (numbers: readonly number[], takesFocus: boolean): void => {
    const findings = numbers.flatMap((number) => this.#open[number] ?? []);
    const [first] = findings;
    if (first === undefined) return;
    const items = findings.map((finding) => makeFindingItem(finding, this.#acts));
    const findBox = () => this.#page.body.findingBox(this.#numberOf(first));
    // Without a network the list of findings still has them.
    const opening = ++this.#opening;
    this.#loadBubble()
      .then((bubble) => {
        if (opening === this.#opening) bubble.open({ items, findBox }, takesFocus);
      })
      .catch(() => null);
  };

  async #loadBubble(): Promise<FindingBubble> {
    const { FindingBubble } = await import("./finding-bubble.ts");
    const { form, body } = this.#page;
    this.#bubble ??= new FindingBubble(form, () => body.focus());
    return this.#bubble;
  }

  readonly close = (): void => {
    this.#opening++;
    this.#bubble?.close();
  };

  /** Shows findings of a photo in the text, below one of its fields. */
  readonly showInPhoto = (numbers: readonly number[], place: HTMLElement): void => {
    const note = this.#photoNotes.get(place) ?? new FieldNote(place, this.#acts);
    this.#photoNotes.set(place, note);
    const findings = numbers.flatMap((number) => this.#open[number] ?? []);
    // The photo itself says that it has no alt text.
    note.show(findings.filter(({ rule }) => rule !== "missing-alt"));
  };

  async #show(): Promise<void> {
    const { id, title } = this.#page;
    const values = this.#page.values();
    const isNew = id === null && title === "" && values.body.trim() === "";
    const local = isNew || this.#check === null ? null : await this.#check.find(values);
    // The offsets of the findings fit this text only. After a change the next check is already due.
    if (!this.#page.hasValues(values)) return;
    const content = valuesToJson(values) as ArticleContent;
    const all = isNew ? [] : this.#all(local, content);
    const dismissed = all.flatMap((finding) => {
      const dismissal = findDismissal(content, finding, this.#dismissals);
      return dismissal === null ? [] : [{ finding, dismissal }];
    });
    this.#open = all.filter((finding) => dismissed.every((one) => one.finding !== finding));
    this.#page.body.showFindings(this.#open);
    this.#notes.show(this.#open);
    const excerpts = this.#open.map(({ where }) => readShortExcerpt(content, where));
    this.#panel.show({ open: this.#open, excerpts, dismissed, isNew });
    this.#bubble?.place();
  }

  /** The findings of the rules in this browser, if it runs them, and those that only the server has. */
  #all(local: Finding[] | null, content: ArticleContent): Finding[] {
    const { findings, content: then } = this.#fromServer ?? { findings: [], content };
    const still = findings.filter(
      ({ where }) =>
        readExcerpt(then, where) === readExcerpt(content, where) &&
        then.leadPhoto?.photo === content.leadPhoto?.photo,
    );
    if (local === null) return still;
    return [...local, ...still.filter(({ rule }) => this.#serverRules.includes(rule))];
  }

  /** The number of a finding now; -1 if its text is gone. */
  #numberOf(finding: Finding): number {
    const wanted = JSON.stringify(finding);
    return this.#open.findIndex((one) => JSON.stringify(one) === wanted);
  }

  #go(number: number): void {
    const finding = this.#open[number];
    if (finding === undefined) return;
    const { field, start, end } = finding.where;
    if (field === "body") {
      this.#page.body.focusFinding(number, start, end);
      return this.open([number], false);
    }
    const control = this.#notes.findControl(field);
    openPartsAround(control);
    control?.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
    if (start === null || end === null || control === null) return;
    if ("setSelectionRange" in control) control.setSelectionRange(start, end);
  }

  #focusField(field: string): void {
    if (field === "body") this.#page.body.focus();
    else this.#notes.findControl(field)?.focus();
  }

  #apply(finding: Finding): void {
    const { where, suggestion } = finding;
    const { field, start, end } = where;
    const number = this.#numberOf(finding);
    if (number < 0 || suggestion === null || start === null || end === null) return;
    if (field === "body") this.#page.body.applySuggestion(number, start, end, suggestion);
    else {
      const control = this.#notes.findControl(field);
      if (control === null) return;
      control.value = replaceIn(control.value, where, suggestion);
      control.focus();
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.#bubble?.close();
    void this.#show();
  }

  /** Returns false if the dismissal was not saved. */
  async #dismiss(finding: Finding, reason: string): Promise<boolean> {
    const { id } = this.#page;
    if (id === null) return false;
    const { rule, where } = finding;
    const excerpt = readExcerpt(valuesToJson(this.#page.values()) as ArticleContent, where);
    const which = { rule, field: where.field, excerpt };
    const form = new URLSearchParams({ ...which, reason });
    const answer = await askServer("POST", dismissPath(id), form);
    if (answer.kind !== "done") return false;
    this.#dismissals.push({ ...which, reason, person: "" });
    this.#bubble?.close();
    if (document.activeElement?.closest(".field-note")) this.#focusField(where.field);
    void this.#show();
    return true;
  }
}

/** Puts a suggestion into the text of a field. In a list such as "tags.1" the offsets are those in one name. */
function replaceIn(value: string, { field, start, end }: Where, suggestion: string): string {
  const place = /\.(\d+)$/.exec(field)?.[1];
  const put = (text: string): string =>
    text.slice(0, start ?? 0) + suggestion + text.slice(end ?? text.length);
  if (place === undefined) return put(value);
  return splitList(value)
    .map((name, at) => (at === Number(place) ? put(name) : name))
    .join(", ");
}

/** The newsroom's handbook; null without a network. */
async function loadHandbook(): Promise<readonly HandbookEntry[] | null> {
  try {
    const answer = await fetch(handbookJsonPath, { headers: { accept: "application/json" } });
    if (!answer.ok) return null;
    const { entries } = (await answer.json()) as { entries: HandbookEntry[] };
    return entries;
  } catch {
    return null;
  }
}
