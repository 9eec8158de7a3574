import { photoFactsPath } from "../../addresses/newsroom.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { mergeFacts } from "../../photo/photo-facts.ts";
import type { PhotoFacts } from "../../photo/photo-facts.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { photoWords } from "../../vietnamese/words/photo.ts";
import { renderChoiceField, findError, renderInputField, renderTextField } from "../fields.ts";

/** Facts as they were sent, by name, and what is wrong with them. */
export type TypedFacts = { typed: Record<string, string>; errors: readonly FieldError[] };

/**
 * The form of what is said about a photo. `isSeen` says that readers see the photo. `was` tells which facts were shown: only what
 * was changed here is saved, because somebody may have changed the others meanwhile.
 */
export function renderFactsForm(
  photo: PhotoFacts & { id: string },
  refused: TypedFacts | null,
  isSeen: boolean,
): Html {
  return html`<form method="post" action="${photoFactsPath(photo.id)}" class="stack">
    <input type="hidden" name="was" value="${refused?.typed["was"] ?? writeFacts(photo)}" />
    ${renderFactFields(photo, refused, isSeen ? mediaWords.creditSeen : null)}
    <button type="submit">${isSeen ? mediaWords.saveSeenFacts : mediaWords.saveFacts}</button>
  </form>`;
}

function writeFacts(photo: PhotoFacts): string {
  return JSON.stringify(mergeFacts(photo, {}));
}

/** The facts of a form that differ from those that it showed. All of them if it does not say what it showed. */
export function keepChangedFacts(facts: Partial<PhotoFacts>, was: string): Partial<PhotoFacts> {
  const shown = parseShownFacts(was);
  if (shown === null) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => shown[name] !== value));
}

function parseShownFacts(was: string): Record<string, unknown> | null {
  try {
    const shown: unknown = JSON.parse(was);
    return typeof shown === "object" ? (shown as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** The fields of the facts, for a photo or for all photos of an upload. */
export function renderFactFields(
  facts: PhotoFacts,
  refused: TypedFacts | null,
  creditHint: string | null = null,
): Html {
  const field = (name: keyof PhotoFacts) => ({
    name,
    label: mediaWords.facts[name],
    value: refused?.typed[name] ?? facts[name] ?? "",
    error: findError(refused?.errors ?? [], name),
  });
  return html`${renderInputField({ ...field("credit"), hint: creditHint })}
  ${renderChoiceField({ ...field("source"), choices: mediaWords.sources })}
  ${renderTextField({ ...field("license"), hint: mediaWords.licenseHint, rows: 2 })}
  ${renderInputField({ ...field("usableUntil"), hint: mediaWords.usableUntilHint, type: "date" })}
  ${renderChoiceField({ ...field("madeByAi"), choices: aiChoices })}`;
}

const aiChoices = [
  { value: "", label: mediaWords.notByAi },
  { value: "generated", label: photoWords.aiLabels.generated },
  { value: "altered", label: photoWords.aiLabels.altered },
];

/** The facts in words, for those who may not change them. */
export function renderFactsText({
  credit,
  source,
  license,
  usableUntil,
  madeByAi,
}: PhotoFacts): Html {
  const origin = mediaWords.sources.find(({ value }) => value === source)?.label;
  const lines = [
    credit === null ? mediaWords.noCredit : mediaWords.by(credit),
    source === null ? mediaWords.noSource : `${mediaWords.facts.source}: ${origin}`,
    license,
    usableUntil === null ? null : mediaWords.usableUntil(usableUntil),
    madeByAi === null ? null : photoWords.aiLabels[madeByAi],
  ].filter((line) => line !== null);
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}
