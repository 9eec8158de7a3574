import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Mobile prefixes by the numbering plan since 2018: 03x 05x 07x 08x 09x. */
const MOBILE =
  /(?<![\d.,/-]|\d )(?:\(?\+84\)?[ .-]?|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)(?:[ .-]?\d){7}(?![\d/]|[.,-]\d)/g;

/** Fixed lines: area code 02…, eleven digits in all. */
const FIXED = /(?<![\d.,/-])\(?(?:\+84[ .-]?|0)2\d{1,2}\)?(?:[ .-]{0,2}\d){7,8}(?![\d/]|[.,-]\d)/g;

/** Numbers of the same length that are no telephones. */
const OTHER_NUMBER =
  /(?:mã số thuế|mst|số tài khoản|stk|mã số|mã hồ sơ|số đơn|isbn|issn)\s*:?\s*$/iu;

/** A telephone number: personal data, unless it is an office's. Hotlines (1800, 1900) are public. */
export function phoneNumber({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const matches = [...passage.text.matchAll(MOBILE), ...passage.text.matchAll(FIXED)];
    return matches
      .filter(({ 0: number }) => (number.startsWith("0") ? isWhole(number) : true))
      .filter(({ index }) => !OTHER_NUMBER.test(passage.text.slice(Math.max(0, index - 20), index)))
      .map(({ 0: number, index }) => {
        const where = locate(passage, index, index + number.length);
        return warn("phone-number", where, checkWords.phoneNumber(number));
      });
  });
}

function isWhole(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  return digits.length === (digits.startsWith("02") ? 11 : 10);
}
