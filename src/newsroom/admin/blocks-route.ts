import { frontBlocksPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { readBlocks } from "../../published/block-store.ts";
import { saveBlocks } from "../../publishing/front-edits.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { checkTypedBlocks, readTypedBlocks, typeBlocks } from "../../publishing/typed-blocks.ts";
import type { TypedBlock } from "../../publishing/typed-blocks.ts";
import { readForm } from "../../request/read-body.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { seeOther } from "../answer.ts";
import { readRaw, readText } from "../form-data.ts";
import { startAct } from "../guard.ts";
import { blocksPage, nameBlock } from "./blocks-page.ts";

/** GET /toa-soan/quan-tri/khoi. Until an admin has ordered the blocks, the form has the automatic ones. */
export async function getBlocks(c: AppContext): Promise<Response> {
  const ordered = await readBlocks(c.env.DB);
  const automatic = ordered.sections.map(
    ({ slug }) => ({ kind: "section", section: slug }) as const,
  );
  const typed = typeBlocks(ordered.blocks.length === 0 ? automatic : ordered.blocks);
  return blocksPage(c, { ordered, typed, base: ordered.lastEdit, refused: null });
}

/** The text fields of the form of the blocks. */
export const blockFields = /^(?:step|base|(?:what|text|photo|address|links)-\d{1,2})$/;

/** POST: saves the blocks ("save"), or shows the form again with a moved block ("3:-1"). */
export async function postBlocks(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const typed = readTypedBlocks((name) => readText(form, name));
  const base = parseWholeNumber(readRaw(form, "base")) ?? 0;
  const ordered = await readBlocks(c.env.DB);
  const step = readRaw(form, "step");
  if (step !== "save") {
    return blocksPage(c, { ordered, typed: moveBlock(typed, step), base, refused: null });
  }
  const act = startAct(c);
  try {
    const { blocks, errors } = await checkTypedBlocks(act.db, typed, ordered);
    const [first] = errors;
    if (first !== undefined) throw new AppError("invalid", first.message, errors);
    const names = blocks.map((block) => nameBlock(block, ordered)).join("; ");
    await saveBlocks(act, { base, blocks, names });
  } catch (error) {
    if (!(error instanceof AppError) || !["conflict", "invalid"].includes(error.code)) throw error;
    const { lastEdit } = await readBlocks(c.env.DB);
    // After a refusal the admin knows of the other save, and may replace it.
    const seen = error.code === "conflict" ? lastEdit : base;
    return blocksPage(c, { ordered, typed, base: seen, refused: error });
  }
  await purgeDue(act.db, c.executionCtx, act.now);
  return seeOther(`${frontBlocksPath}?done=saved`);
}

/** `step` is the place of a block, and -1 for one further up or 1 for one further down. */
function moveBlock(typed: TypedBlock[], step: string): TypedBlock[] {
  const [place = -1, by = 0] = step.split(":").map(Number);
  const { [place]: block, [place + by]: other } = typed;
  if (block === undefined || other === undefined) return typed;
  return typed.map((one, n) => (n === place ? other : n === place + by ? block : one));
}
