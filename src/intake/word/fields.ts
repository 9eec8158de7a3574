import { readAttribute, childNamed, childrenNamed } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { isSet, valueIn } from "./styles.ts";

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
export function formFieldText({ data }: Field): string | null {
  const checkbox = childNamed(data, "w:checkBox");
  if (checkbox !== null) {
    const state = childNamed(checkbox, "w:checked") ?? childNamed(checkbox, "w:default");
    return isSet(state) ? "☑" : "☐";
  }
  const list = childNamed(data, "w:ddList");
  if (list === null) return null;
  const chosen = childNamed(list, "w:result") ?? childNamed(list, "w:default");
  const entry = childrenNamed(list, "w:listEntry")[Number(valueIn(chosen)) || 0];
  return entry === undefined ? "" : readAttribute(entry, "w:val");
}

/** What is lost with a field that has no result; null if Word shows nothing either. */
export function lostField({ instruction }: Field): string | null {
  const text = instruction.replace(/\s+/g, " ").trim();
  return text === "" || invisible.test(text) ? null : text;
}
