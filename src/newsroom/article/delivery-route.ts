import type { AppContext } from "../../context.ts";
import { askThroughCache } from "../../edge-cache/loopback.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { checkDelivery } from "../../publishing/delivery-check.ts";
import { seeOther } from "../answer.ts";
import { idOf, staff } from "../guard.ts";
import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import { readStaffArticle } from "./overview.ts";

/** POST …/kiem-tra: looks again at what readers are shown, after another try of what is due of the outbox. */
export async function postDeliveryCheck(c: AppContext): Promise<Response> {
  const { id } = await readStaffArticle(c.env.DB, staff(c), idOf(c));
  await purgeDue(c.env.DB, c.executionCtx, Date.now());
  await checkDeliveryAfterAct(c, id);
  return seeOther(newsroomArticlePath(id));
}

/** Takes a receipt after an act. The act was done, whether this can look or not; the clock looks again. */
export async function checkDeliveryAfterAct(c: AppContext, articleId: string): Promise<void> {
  const ask = askThroughCache(c.executionCtx, c.var.site.baseUrl);
  try {
    await checkDelivery(c.env.DB, ask, articleId, Date.now());
  } catch (error) {
    console.error(`no receipt of ${articleId} could be taken`, error);
  }
}
