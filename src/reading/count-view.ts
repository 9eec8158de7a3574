import { createHmac } from "node:crypto";
import type { AppContext } from "../context.ts";
import { isFromOwnPage } from "../request/own-origin.ts";
import { hashClientNetwork } from "../request/read-value.ts";

/**
 * What the page of an article carries, so that its script can count a view: "10-id-signature", where one of 10 readers sends it. Only
 * pages of this site can have it, so nobody counts views of other texts, or with another weight.
 */
export function signView(secret: string, articleId: string, weight: number): string {
  const view = `${weight}-${articleId}`;
  const signature = createHmac("sha256", secret).update(`view ${view}`).digest("base64url");
  return `${view}-${signature.slice(0, 11)}`;
}

function readSignedView(secret: string, signed: string) {
  const [weight = "", article = ""] = signed.split("-");
  const isRight = /^\d+$/.test(weight) && signView(secret, article, Number(weight)) === signed;
  return isRight ? { article, weight: Number(weight) } : null;
}

/**
 * POST /luot-xem/:view: counts a view. It asks D1 nothing: its route stands before the settings are read. The answer is the same
 * whether the view counted or not, because no page reads it.
 */
export async function postView(c: AppContext): Promise<Response> {
  const { VIEW_COUNTER, VIEW_LIMIT, TOKEN_KEY, BASE_URL } = c.env;
  const view = readSignedView(TOKEN_KEY, c.req.param("view") ?? "");
  if (view !== null && isReader(c.req.raw) && isFromOwnPage(c.req.raw, BASE_URL)) {
    const network = hashClientNetwork(c.req.raw.headers, TOKEN_KEY, Date.now());
    const { success } = await VIEW_LIMIT.limit({ key: network });
    if (success) await VIEW_COUNTER.getByName("site").count({ ...view, network });
  }
  return c.body(null, 204);
}

/** Whether a person sees the page and does not ask to be left out. Our script does not send for those; other programs might. */
function isReader({ headers }: Request): boolean {
  const asksNotToBeTracked = headers.get("dnt") === "1" || headers.get("sec-gpc") === "1";
  const isAhead = /prefetch|prerender/i.test(
    `${headers.get("sec-purpose")} ${headers.get("purpose")} ${headers.get("x-moz")}`,
  );
  return !asksNotToBeTracked && !isAhead && !robot.test(headers.get("user-agent") ?? "");
}

/** Names of programs that read pages, and no name at all. */
const robot =
  /^$|bot|crawl|spider|slurp|scrape|headless|lighthouse|preview|monitor|curl|wget|python|https?:/i;
