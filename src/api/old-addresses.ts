import { normaliseOldAddress } from "../article/old-address.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { purgeDue } from "../publishing/outbox.ts";
import { replaceOldAddresses, listOldAddresses } from "../publishing/old-addresses.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { startAct } from "./authenticate.ts";
import { parseJson, parseWith } from "../request/parse.ts";
import { readArticleId } from "./query.ts";
import { readBody } from "../request/read-body.ts";
import * as v from "valibot";

/** Twenty addresses, escaped. */
export const oldAddressesBody = { bytes: 100_000, parts: 0 };

/** GET /api/articles/:id/old-addresses: the article's addresses on the site that it came from. */
export async function getOldAddresses(c: AppContext): Promise<Response> {
  return c.json({ addresses: await listOldAddresses(startAct(c), readArticleId(c)) });
}

/** PUT /api/articles/:id/old-addresses `{addresses}`: replaces them. The answer waits for the purge. */
export async function putOldAddresses(c: AppContext): Promise<Response> {
  const { addresses } = parseWith(OldAddresses, parseJson(await readBody(c)));
  const act = startAct(c);
  const kept = await replaceOldAddresses(act, readArticleId(c), normaliseAddresses(addresses));
  await purgeDue(act.db, c.executionCtx, act.now);
  return c.json({ addresses: kept });
}

function normaliseAddresses(addresses: string[]): string[] {
  const errors: FieldError[] = [];
  const clean = addresses.flatMap((given, index) => {
    const address = normaliseOldAddress(given);
    if (address !== null) return [address];
    errors.push({ path: `addresses.${index}`, message: apiWords.notOldAddress });
    return [];
  });
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  return clean;
}

/** Addresses that an article had on an older site: paths with their query, or whole http(s) addresses. */
export const OldAddresses = v.strictObject({
  addresses: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000))), v.maxLength(20)),
});
