import * as v from "valibot";

/** Addresses that an article had on an older site: paths with their query, or whole http(s) addresses. */
export const OldAddresses = v.strictObject({
  addresses: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000))), v.maxLength(20)),
});
