import * as v from "valibot";
import type { AppContext } from "../../context.ts";
import { suggestLabels } from "../../published/label-suggestion-store.ts";
import { parseWith } from "../../request/parse.ts";

const SuggestionQuery = v.object({
  kind: v.picklist(["tag", "author"]),
  q: v.pipe(v.string(), v.maxLength(80)),
});

const maxSuggestions = 8;

/** GET /toa-soan/goi-y?kind=tag&q=chuyen: answers `{names}`, the tags or authors that the typed letters may mean. */
export async function getSuggestions(c: AppContext): Promise<Response> {
  const { kind, q } = parseWith(SuggestionQuery, {
    kind: c.req.query("kind"),
    q: c.req.query("q"),
  });
  return c.json({ names: await suggestLabels(c.env.DB, kind, q, maxSuggestions) });
}
