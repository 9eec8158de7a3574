import * as v from "valibot";
import { longestReason } from "../publishing/reason.ts";
import { momentOf } from "../request/moment.ts";
import { normaliseText } from "../vietnamese/normalise.ts";

/** Why an article is returned or withdrawn. */
export const Reason = v.strictObject({
  reason: v.pipe(
    v.string(),
    v.transform((raw) => normaliseText(raw).text.trim()),
    v.nonEmpty(),
    v.maxLength(longestReason),
  ),
});

/** What an editor approves: `version`, or the newest; `at`, or now. */
export const Approval = v.strictObject({
  version: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  at: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.transform(momentOf),
        v.check((moment) => moment !== null),
      ),
    ),
    null,
  ),
});
