import { listLookupAddresses } from "../article/old-address.ts";
import { readRedirect } from "../article/redirect-store.ts";
import type { AppContext } from "../context.ts";
import { cachePublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { articlePath } from "../addresses/public.ts";
import { errorAnswer } from "./error-page.ts";

/** Where this site has no page: an address of the older site leads on to its article, any other answers 404. */
export async function answerMissingPage(c: AppContext): Promise<Response> {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return errorAnswer(c, 404);
  const { pathname, search } = new URL(c.req.url);
  const asked = pathname + search;
  const redirect = await readRedirect(c.env.DB, listLookupAddresses(asked));
  if (redirect === null) return errorAnswer(c, 404);
  const headers = { location: articlePath(redirect.slug) };
  const answer = new Response(null, { status: 301, headers });
  // Only the address as it is kept goes into the edge cache: its other spellings have no end.
  if (asked !== redirect.address) return answer;
  return cachePublicly(answer, "page", [tags.article(redirect.id)]);
}
