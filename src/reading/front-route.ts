import { readFrontPage } from "../published/list-store.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { frontPage } from "./front-page.ts";
import { htmlType } from "../html/page.ts";

const latestOnFront = 13;
const perSection = 4;

/** GET / */
export async function getFrontPage(c: AppContext): Promise<Response> {
  const { sections, latest, bySection } = await readFrontPage(c.env.DB, latestOnFront, perSection);
  const lead = latest.find((card) => card.leadPhoto !== null) ?? latest[0] ?? null;
  const rest = latest.filter((card) => card !== lead);
  const page = frontPage(c.var.site, { sections, lead, latest: rest, bySection });
  return publicDocument(page, htmlType, [tags.lists, tags.site]);
}
