import { pagePath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { htmlType } from "../html/page.ts";
import { findFrameOrigins } from "../html/video-card.ts";
import { readPageAtAddress } from "../published/page-store.ts";
import { answerMissing } from "./article-route.ts";
import { renderStandingPage } from "./standing-page.ts";

/** GET /trang/:slug: a standing page; a former slug leads on, a withdrawn page answers 410. */
export async function getStandingPage(c: AppContext): Promise<Response> {
  const found = await readPageAtAddress(c.env.DB, c.req.param("slug") ?? "");
  if (found.kind !== "page") return answerMissing(found, pagePath);
  const page = renderStandingPage(c.var.site, found);
  c.set("frameOrigins", findFrameOrigins(page));
  return answerPublicly(page, htmlType, [tags.article(found.page.id), tags.site]);
}
