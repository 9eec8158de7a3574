import { fold } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { findForms, buildHandbookIndex } from "../handbook-index.ts";
import type { FoundForm, KnownPerson } from "../handbook-index.ts";
import { locate } from "../passage.ts";
import type { Passage } from "../passage.ts";
import type { PersonMention } from "../person-mentions.ts";
import { areSameRole } from "../person-roles.ts";
import type { Role } from "../person-roles.ts";
import type { ReadArticle } from "../read-article.ts";
import { isAboutAppointment } from "./people.ts";

/** Limit of the findings of each rule. Nobody reads more. */
const maxFindings = 50;

/** A form that differs from the newsroom's handbook: a known wrong form, or other marks, letter case or hyphens. */
export function handbookForm({ everything, article }: ReadArticle): Finding[] {
  const index = buildHandbookIndex(article.handbook);
  if (index.forms.size === 0) return [];
  const passages = everything.filter(({ kind }) => kind !== "code");
  return passages
    .flatMap((passage) =>
      findForms(passage.text, index).flatMap((found) => {
        const right = findRightForm(passage, found);
        if (right === null) return [];
        const { start, end } = found;
        const written = passage.text.slice(start, end);
        const message = checkWords.handbookForm(written, right);
        return [warn("handbook-form", locate(passage, start, end), message, right)];
      }),
    )
    .slice(0, maxFindings);
}

/** The form that should stand here; null if the text is right, or is not what the handbook means. */
function findRightForm({ text, kind }: Passage, { start, end, known }: FoundForm): string | null {
  const written = text.slice(start, end);
  const isRight = known.some(({ form, isRight: right }) => right && isSameForm(form, written));
  if (isRight) return null;
  const wrong = known.find(({ form, isRight: right }) => !right && lower(form) === lower(written));
  if (wrong !== undefined) return wrong.right;
  const near = known.find(({ form, isRight: right }) => right && isNearForm(form, written));
  const isCapital = written === written.toUpperCase() && (kind === "title" || kind === "heading");
  const onlyCase = near !== undefined && lower(near.form) === lower(written);
  return near === undefined || (isCapital && onlyCase) ? null : near.right;
}

/** A sentence begins with a capital letter, whatever the handbook writes. */
function isSameForm(form: string, written: string): boolean {
  const [first = ""] = form;
  return form === written || first.toUpperCase() + form.slice(first.length) === written;
}

/** One word is told from others by its marks: "Sở" is not "số". */
function isNearForm(form: string, written: string): boolean {
  const isOneWord = /^\p{L}[\p{L}\p{M}]*$/u.test(form);
  return !isOneWord || lower(form) === lower(written);
}

function lower(text: string): string {
  return text.replace(/\s+/g, " ").toLowerCase();
}

/** A person with another office than in the newsroom's handbook. */
export function handbookOffice({ people, prose, article }: ReadArticle): Finding[] {
  const index = buildHandbookIndex(article.handbook);
  if (index.people.size === 0) return [];
  const findings = people.flatMap((mention) => {
    const known = index.people.get(fold(mention.name)) ?? [];
    return known.length === 0 ? [] : findOtherOffice(mention, known);
  });
  if (findings.length === 0 || isAboutAppointment(prose)) return [];
  return findings.slice(0, maxFindings);
}

function findOtherOffice(mention: PersonMention, known: readonly KnownPerson[]): Finding[] {
  const [first] = known;
  const offices = mention.roles.filter(({ office }) => office !== "hoc vi");
  const isKnown = (role: Role): boolean =>
    known.some(({ roles }) => roles.some((one) => areSameRole(one, role)));
  const [other] = offices;
  if (first === undefined || other === undefined || offices.some(isKnown)) return [];
  const { passage, name } = mention;
  const message = checkWords.handbookOffice(name, first.entry.text);
  const { start, end } = mention;
  const officeStart = start - other.text.length - 1;
  if (passage.text.slice(officeStart, start) === `${other.text} `) {
    const where = locate(passage, officeStart, end);
    return [warn("handbook-office", where, message, first.entry.text)];
  }
  return [warn("handbook-office", locate(passage, start, end), message)];
}
