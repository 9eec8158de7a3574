import { dismissPath } from "../../addresses/newsroom.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { ArticleContent } from "../../article/article.ts";
import { findDismissal } from "../../check/dismissal.ts";
import { readExcerpt, readShortExcerpt } from "../../check/excerpt.ts";
import type { Finding } from "../../check/finding.ts";
import { askServer } from "./ask-server.ts";
import { FieldNotes } from "./field-notes.ts";
import { FindingsPanel } from "./findings-panel.ts";
import type { KnownDismissal } from "./findings-panel.ts";
import type { CheckFields } from "./local-check.ts";
import type { OpenForm } from "./open-form.ts";

/** Delay after the last change, in ms. */
const delay = 600;

/** Rules that only the server can apply. */
const serverRules = ["near-duplicate-title", "small-photo", "normalised-text"];

/**
 * Soát bài while typing. The rules run in the browser; findings that need the server arrive with each autosave. Where
 * the rules cannot run (on Apple's devices they need a browser of 2023), all findings come from the server.
 */
export class Findings {
  readonly #page: OpenForm;
  readonly #panel: FindingsPanel;
  readonly #notes: FieldNotes;
  readonly #dismissals: KnownDismissal[];
  #check: CheckFields | null = null;
  #fromServer: { findings: Finding[]; content: ArticleContent } | null = null;
  #open: Finding[] = [];
  #timer = 0;

  constructor(page: OpenForm, section: HTMLElement, bar: HTMLElement) {
    this.#page = page;
    this.#dismissals = JSON.parse(section.dataset["dismissals"] ?? "[]") as KnownDismissal[];
    this.#panel = new FindingsPanel(section, bar, {
      go: (number) => this.#go(number),
      apply: (number) => this.#apply(number),
      dismiss: (number, reason) => this.#dismiss(number, reason),
    });
    this.#notes = new FieldNotes(page.form);
  }

  /** Loads the rules. Without them the findings of the server are shown. */
  async start(): Promise<void> {
    try {
      this.#check = (await import("./local-check.ts")).startCheck();
    } catch {
      this.#check = null;
    }
    this.changed();
  }

  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#show(), delay);
  }

  /** Takes the findings of the server for a text that was sent to it. */
  answered(findings: Finding[], values: FormValues): void {
    this.#fromServer = { findings, content: valuesToJson(values) as ArticleContent };
    this.changed();
  }

  /** A marked place in the body was clicked. */
  showNumber(number: number): void {
    this.#panel.reveal(number);
  }

  async #show(): Promise<void> {
    const { id, title } = this.#page;
    const values = this.#page.values();
    const isNew = id === null && title === "" && values.body.trim() === "";
    const local = isNew || this.#check === null ? null : await this.#check(values);
    // The offsets of the findings fit this text only. After a change the next check is already due.
    if (JSON.stringify(this.#page.values()) !== JSON.stringify(values)) return;
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
    this.#panel.show({ open: this.#open, excerpts, dismissed, isSaved: id !== null, isNew });
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
    return [...local, ...still.filter(({ rule }) => serverRules.includes(rule))];
  }

  #go(number: number): void {
    const finding = this.#open[number];
    if (finding === undefined) return;
    const { field, start, end } = finding.where;
    if (field === "body") return this.#page.body.focusFinding(number, start, end);
    const control = this.#notes.controlOf(field);
    control?.closest("details")?.setAttribute("open", "");
    control?.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
    if (start === null || end === null || control === null) return;
    if ("setSelectionRange" in control) control.setSelectionRange(start, end);
  }

  #apply(number: number): void {
    const finding = this.#open[number];
    if (finding === undefined) return;
    const { where, suggestion } = finding;
    const { field, start, end } = where;
    if (suggestion === null || start === null || end === null) return;
    if (field === "body") this.#page.body.applySuggestion(number, start, end, suggestion);
    else {
      const control = this.#notes.controlOf(field);
      if (control === null) return;
      const { value } = control;
      control.value = value.slice(0, start) + suggestion + value.slice(end);
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.#panel.release();
    void this.#show();
  }

  /** Returns false if the dismissal was not saved. */
  async #dismiss(number: number, reason: string): Promise<boolean> {
    const finding = this.#open[number];
    const { id } = this.#page;
    if (finding === undefined || id === null) return false;
    const { rule, where } = finding;
    const excerpt = readExcerpt(valuesToJson(this.#page.values()) as ArticleContent, where);
    const which = { rule, field: where.field, excerpt };
    const form = new URLSearchParams({ ...which, reason });
    const answer = await askServer("POST", dismissPath(id), form);
    if (answer.kind !== "done") return false;
    this.#dismissals.push({ ...which, reason, person: "" });
    this.#panel.release();
    void this.#show();
    return true;
  }
}
