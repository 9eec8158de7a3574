import { readAttribute, findChild, listChildren } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { isSet, readValue } from "./styles.ts";

/** A field that has begun: its instruction so far, and whether its result has begun. */
export type Field = { instruction: string; hasResult: boolean; data: MarkupElement | null };

/** Fields that Word never shows. */
const invisible = /^(?:xe|tc|ta|rd|set|private|bookmark|comments?)\b/i;

/** The address of a HYPERLINK field; null for other fields, and for a link within the document. */
export function findFieldLink({ instruction }: Field): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|(?!\\)(\S+))/i.exec(instruction) ?? [];
  return quoted ?? bare ?? null;
}

/** The text of a form's field that has none in its result: a checkbox, a chosen entry. Null for other fields. */
export function readFormField({ data }: Field): string | null {
  const checkbox = findChild(data, "w:checkBox");
  if (checkbox !== null) {
    const state = findChild(checkbox, "w:checked") ?? findChild(checkbox, "w:default");
    return isSet(state) ? "☑" : "☐";
  }
  const list = findChild(data, "w:ddList");
  if (list === null) return null;
  const chosen = findChild(list, "w:result") ?? findChild(list, "w:default");
  const entry = listChildren(list, "w:listEntry")[Number(readValue(chosen)) || 0];
  return entry === undefined ? "" : readAttribute(entry, "w:val");
}

/** What is lost with a field that has no result; null if Word shows nothing either. */
export function findLostField({ instruction }: Field): string | null {
  const text = instruction.replace(/\s+/g, " ").trim();
  return text === "" || invisible.test(text) ? null : text;
}
