import type { AppContext } from "../../context.ts";
import { commit } from "../../article/commit.ts";
import type { FieldError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { writeSetting } from "../../settings-store.ts";
import { formatDecimal, formatInteger } from "../../vietnamese/numbers.ts";
import { royaltyWords } from "../../vietnamese/words/royalties.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { startAct } from "../guard.ts";
import { royaltyRatesPath } from "../../addresses/newsroom.ts";
import { renderRoyaltyRatesPage } from "./royalty-rates-page.ts";
import type { TypedRates } from "./royalty-rates-page.ts";
import { largestCoefficient, paidKinds, ratesSetting, readRates } from "./royalty-rates.ts";
import type { PaidKind, RoyaltyRates } from "./royalty-rates.ts";

/** GET /toa-soan/quan-tri/nhuan-but/dinh-muc. */
export async function getRoyaltyRates(c: AppContext): Promise<Response> {
  const { rates } = await readRates(c.env.DB);
  return renderRoyaltyRatesPage(c, asTyped(rates), []);
}

/** POST: the unit and every coefficient. */
export async function postRoyaltyRates(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const typed = withEach((name) => readLine(form, name));
  const unit = parseUnit(typed.unit);
  const coefficients = paidKinds.map((kind) => [kind, parseCoefficient(typed[kind])] as const);
  const faults: FieldError[] = [
    ...(unit === null ? [{ path: "unit", message: royaltyWords.wrongUnit }] : []),
    ...coefficients
      .filter(([, value]) => value === null)
      .map(([path]) => ({ path, message: royaltyWords.wrongCoefficient })),
  ];
  if (unit === null || faults.length > 0) return renderRoyaltyRatesPage(c, typed, faults);
  const rates = { unit, coefficients: Object.fromEntries(coefficients) };
  const act = startAct(c);
  await commit(act, [
    writeSetting(act.db, { name: ratesSetting, value: rates, at: act.now, by: act.actor.id }),
    recordAct(act, {
      act: "royalties.changed",
      subject: ratesSetting,
      detail: { unitValue: unit, ...rates.coefficients },
    }),
  ]);
  return seeOther(`${royaltyRatesPath}?done=saved`);
}

function asTyped({ unit, coefficients }: RoyaltyRates): TypedRates {
  return withEach((name) =>
    name === "unit" ? formatInteger(unit) : formatDecimal(coefficients[name]),
  );
}

function withEach(value: (name: PaidKind | "unit") => string): TypedRates {
  return {
    unit: value("unit"),
    tin: value("tin"),
    bai: value("bai"),
    anh: value("anh"),
    "phong-su": value("phong-su"),
    "phong-van": value("phong-van"),
    photo: value("photo"),
  };
}

/** "200.000", "200 000" or "200000". */
function parseUnit(text: string): number | null {
  const plain = text.replace(/[. ](?=\d{3}(?:\D|$))/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** "1,5" or "1.5". */
function parseCoefficient(text: string): number | null {
  if (!/^\d{1,4}(?:[.,]\d{1,3})?$/.test(text)) return null;
  const value = Number(text.replace(",", "."));
  return value <= largestCoefficient ? value : null;
}
