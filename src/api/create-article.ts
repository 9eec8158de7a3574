import { apiArticlePath } from "../addresses/api.ts";
import type { AppContext } from "../context.ts";
import { createDraft } from "../publishing/draft.ts";
import type { Draft } from "../publishing/draft.ts";
import type { HandedIn } from "../publishing/incoming-photos.ts";
import { startAct } from "./authenticate.ts";
import { standingOf, versionTag } from "./article-answer.ts";
import { readArticleRequest } from "./article-request.ts";
import { digestOf, once } from "./idempotency.ts";
import type { KeptAnswer } from "./idempotency-store.ts";
import { flagQuery } from "./query.ts";

/** POST /api/articles: a draft, handed in at once with `?submit=true`. */
export async function createArticle(c: AppContext): Promise<Response> {
  const handedIn = await readArticleRequest(c.req.raw);
  return once(c, await identityOf(handedIn), async (remember) => {
    const submitted = flagQuery(c, "submit");
    const also = (draft: Draft) => remember(creationAnswer(c, draft));
    const options = { id: null, submitted, also };
    return creationAnswer(c, await createDraft(c.env, startAct(c), handedIn, options));
  });
}

/** What makes two requests the same: the article as sent, and the bytes of its photos. */
async function identityOf({ raw, photos }: HandedIn): Promise<unknown> {
  const digests: [string, string][] = [];
  for (const [name, bytes] of photos) digests.push([name, await digestOf(bytes)]);
  return [raw, digests];
}

function creationAnswer(c: AppContext, { article, findings }: Draft): KeptAnswer {
  const { site } = c.var;
  return {
    status: 201,
    headers: { location: `${site.baseUrl}${apiArticlePath(article.id)}`, etag: versionTag(1) },
    body: { ...standingOf(site, article), findings },
  };
}
