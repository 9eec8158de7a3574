import * as v from "valibot";
import { genres } from "../../article/article.ts";
import { readSetting } from "../../settings-store.ts";
import { log } from "../../log.ts";

/** What is paid for: an article of a genre, or one photo. */
export const paidKinds = [...genres, "photo"] as const;

export type PaidKind = (typeof paidKinds)[number];

export const largestCoefficient = 1000;

const coefficient = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(largestCoefficient));

/** Đồng for a coefficient of 1, and the coefficient of each kind. */
const RoyaltyRates = v.object({
  unit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
  coefficients: v.object({
    tin: coefficient,
    bai: coefficient,
    "phong-su": coefficient,
    "phong-van": coefficient,
    anh: coefficient,
    photo: coefficient,
  }),
});

export type RoyaltyRates = v.InferOutput<typeof RoyaltyRates>;

/**
 * Used until an admin sets rates. It is only an example: NĐ 18/2014/NĐ-CP leaves unit and coefficients to each agency.
 */
export const exampleRates: RoyaltyRates = {
  unit: 200_000,
  coefficients: { tin: 0.5, bai: 1, "phong-su": 2, "phong-van": 1.5, anh: 1, photo: 0.2 },
};

/** The name of the setting that holds the rates. */
export const ratesSetting = "ROYALTIES";

/** The current rates; `own` is true if an admin has set them. An invalid stored value is ignored. */
export async function readRates(db: D1Database): Promise<{ rates: RoyaltyRates; own: boolean }> {
  const stored = await readSetting(db, ratesSetting);
  if (stored === null) return { rates: exampleRates, own: false };
  const parsed = v.safeParse(RoyaltyRates, stored);
  if (parsed.success) return { rates: parsed.output, own: true };
  log("error", "failure", {
    what: "the stored royalty rates are invalid; the example rates are used",
  });
  return { rates: exampleRates, own: false };
}
