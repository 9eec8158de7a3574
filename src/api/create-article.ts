import { apiArticlePath } from "../addresses/api.ts";
import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { createDraft } from "../publishing/draft.ts";
import type { Draft } from "../publishing/draft.ts";
import type { SentArticle } from "../publishing/incoming-photos.ts";
import { startAct } from "./authenticate.ts";
import { notifySoon } from "../publishing/notifications.ts";
import { toStatus, formatVersionTag } from "./article-answer.ts";
import { readArticleRequest } from "./article-request.ts";
import { withIdempotencyKey } from "./idempotency.ts";
import type { KeptAnswer } from "./idempotency-store.ts";
import { readFlag } from "./query.ts";

/** POST /api/articles: creates a draft, and submits it at once with `?submit=true`. */
export async function createArticle(c: AppContext): Promise<Response> {
  const sent = await readArticleRequest(c);
  return withIdempotencyKey(c, describeRequest(sent), async (remember) => {
    const submitted = readFlag(c, "submit");
    const also = (draft: Draft) => remember(buildAnswer(c, draft));
    const options = { id: null, kind: sent.kind ?? "article", submitted, also } as const;
    const draft = await createDraft(c.env, startAct(c), sent, options);
    if (submitted) notifySoon(c);
    return buildAnswer(c, draft);
  });
}

/** What two equal requests have in common: the article JSON as sent, and the photos' hashes. */
function describeRequest({ raw, photos }: SentArticle): unknown {
  const digests: [string, string][] = [];
  for (const [name, { bytes }] of photos) digests.push([name, sha256Hex(bytes)]);
  return [raw, digests];
}

function buildAnswer(c: AppContext, { article, findings }: Draft): KeptAnswer {
  const { site } = c.var;
  return {
    status: 201,
    headers: {
      location: `${site.baseUrl}${apiArticlePath(article.id)}`,
      etag: formatVersionTag(1),
    },
    body: { ...toStatus(site, article), findings },
  };
}
