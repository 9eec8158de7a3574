import { frontBlocksPath, frontBlocksPreviewPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import type { OrderedBlocks } from "../../published/block-store.ts";
import type { BlockChoice } from "../../published/front-page.ts";
import { blockField, blockFieldNames } from "../../publishing/typed-blocks.ts";
import type { TypedBlock } from "../../publishing/typed-blocks.ts";
import { blockWords } from "../../vietnamese/words/blocks.ts";
import {
  fieldId,
  findError,
  renderChoiceField,
  renderFormFaults,
  renderInputField,
  renderTextField,
} from "../fields.ts";
import {
  renderDefaultButton,
  renderMoveButtons,
  renderSaveAndPreview,
} from "../front/place-controls.ts";
import { renderAdminPage } from "./admin-page.ts";

export type BlocksForm = {
  ordered: OrderedBlocks;
  /** What the fields hold, by place. */
  typed: readonly TypedBlock[];
  base: number;
  refused: AppError | null;
};

/** The form of the blocks of the front page. */
export function blocksPage(c: AppContext, form: BlocksForm): Response {
  const { typed, base, refused } = form;
  const errors = refused?.errors ?? [];
  const fields = typed.flatMap((_, place) =>
    blockFieldNames.map((name) => blockField(name, place)),
  );
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${blockWords.lead}</p>
    <p class="soft scripted">${blockWords.dragHint}</p>
    ${
      refused?.code === "conflict"
        ? html`<p class="faults" role="alert">${blockWords.stale}</p>`
        : renderFormFaults(errors, fields)
    }
    <form method="post" action="${frontBlocksPath}" class="stack">
      ${renderDefaultButton("show")}
      <input type="hidden" name="base" value="${base}" />
      <ol class="block-places" aria-label="${blockWords.listed}" data-front-places="numbered">
        ${typed.slice(0, countShown(typed)).map((block, place) => renderBlockFields(form, block, place))}
      </ol>
      <p role="status" data-moved></p>
      ${renderSaveAndPreview(frontBlocksPreviewPath)}
    </form>
  </div>`;
  return renderAdminPage(c, { title: blockWords.title, main, status: refused?.status ?? 200 });
}

/** All blocks, and a few places for new ones. */
function countShown(typed: readonly TypedBlock[]): number {
  return typed.findLastIndex(({ what }) => what !== "") + 1 + spare;
}

const spare = 3;

function renderBlockFields(
  { ordered, refused }: BlocksForm,
  block: TypedBlock,
  place: number,
): Html {
  const errors = refused?.errors ?? [];
  const field = (name: keyof TypedBlock, label: string, hint: string | null = null) => ({
    name: blockField(name, place),
    label,
    hint,
    value: block[name],
    error: findError(errors, blockField(name, place)),
  });
  return html`<li class="front-place block-place">
    <div class="row row-end">
      ${renderChoiceField({ ...field("what", blockWords.place(place + 1)), choices: listChoices(ordered, block) })}
      ${renderMoveButtons(place, {
        drag: blockWords.drag(place + 1),
        up: blockWords.upOf(place + 1),
        down: blockWords.downOf(place + 1),
      })}
    </div>
    <div class="of-banner of-links">${renderInputField(field("text", blockWords.text))}</div>
    <div class="of-banner">
      <div data-photo-field="${fieldId(blockField("text", place))}">
        ${renderInputField(field("photo", blockWords.photo, blockWords.photoHint))}
      </div>
      ${renderInputField(field("address", blockWords.address))}
    </div>
    <div class="of-links">
      ${renderTextField({ ...field("links", blockWords.linkLines), rows: 4 })}
    </div>
  </li>`;
}

function listChoices(
  { sections, topics }: OrderedBlocks,
  { what }: TypedBlock,
): { value: string; label: string }[] {
  const choices = [
    { value: "", label: blockWords.none },
    ...sections.map(({ slug, name }) => ({
      value: `section:${slug}`,
      label: blockWords.section(name),
    })),
    ...topics.map(({ slug, name }) => ({ value: `topic:${slug}`, label: blockWords.topic(name) })),
    { value: "most-read", label: blockWords.mostRead },
    { value: "banner", label: blockWords.banner },
    { value: "links", label: blockWords.links },
  ];
  // A section or a topic that was removed meanwhile stays in its field until an admin chooses another.
  return choices.some(({ value }) => value === what)
    ? choices
    : [...choices, { value: what, label: what }];
}

/** A block for the log. */
export function nameBlock(block: BlockChoice, { sections, topics }: OrderedBlocks): string {
  if (block.kind === "most-read") return blockWords.mostRead;
  if (block.kind === "banner") return `${blockWords.banner} “${block.photo.alt}”`;
  if (block.kind === "links") return `${blockWords.links} “${block.title}”`;
  if (block.kind === "topic") {
    return blockWords.topic(topics.find(({ slug }) => slug === block.topic)?.name ?? block.topic);
  }
  return blockWords.section(
    sections.find(({ slug }) => slug === block.section)?.name ?? block.section,
  );
}
