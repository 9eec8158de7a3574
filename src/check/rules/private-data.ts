import { checkWords } from "../../vietnamese/words/check.ts";
import { readDirectoryColumns } from "../../markdown/directory.ts";
import type { BodyTable } from "../body-passages.ts";
import { block, warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Mobile prefixes by the numbering plan since 2018: 03x 05x 07x 08x 09x. */
const mobile =
  /(?<![\d.,/-]|\d )(?:\(?\+84\)?[ .-]?|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)(?:[ .-]?\d){7}(?![\d/]|[.,-]\d)/g;

/** Fixed lines: area code 02…, eleven digits in all. */
const fixed = /(?<![\d.,/-])\(?(?:\+84[ .-]?|0)2\d{1,2}\)?(?:[ .-]{0,2}\d){7,8}(?![\d/]|[.,-]\d)/g;

/** Words before numbers that have the same length but are no telephone numbers. */
const otherNumber =
  /(?:mã số thuế|mst|số tài khoản|stk|mã số|mã hồ sơ|số đơn|isbn|issn)\s*:?\s*$/iu;

/**
 * A telephone number. It is personal data unless it belongs to an organisation. Hotlines (1800, 1900) are public, and a staff directory
 * is there to tell numbers.
 */
export function phoneNumber({ everything, tables }: ReadArticle): Finding[] {
  const inDirectories = new Set(tables.filter(isDirectory).flat(2));
  const others = everything.filter((passage) => !inDirectories.has(passage));
  return others.flatMap((passage) => {
    const matches = [...passage.text.matchAll(mobile), ...passage.text.matchAll(fixed)];
    return matches
      .filter(({ 0: number }) => (number.startsWith("0") ? isWhole(number) : true))
      .filter(({ index }) => !otherNumber.test(passage.text.slice(Math.max(0, index - 20), index)))
      .map(({ 0: number, index }) => {
        const where = locate(passage, index, index + number.length);
        return warn("phone-number", where, checkWords.phoneNumber(number));
      });
  });
}

function isDirectory([header]: BodyTable): boolean {
  return readDirectoryColumns((header ?? []).map((cell) => cell?.text ?? "")) !== null;
}

function isWhole(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  return digits.length === (digits.startsWith("02") ? 11 : 10);
}

/** Twelve digits: place of birth 001–096, century and sex, year, six more (Circular 59/2021). */
const citizenIdPattern = /(?<![\d.,/-])0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}(?![\d/]|[.,-]\d)/g;

/** A number after its name, possibly in groups. Nine digits are the old identity card. */
const namedId =
  /(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh)[^\d.;\n]{0,40}?(\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?)(?![ .]?\d)/giu;

/** The number of somebody's identity card: personal data (Law 91/2025/QH15). It blocks until an editor dismisses it. */
export function citizenId({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const spans = new Map<number, string>();
    for (const match of passage.text.matchAll(citizenIdPattern)) spans.set(match.index, match[0]);
    for (const match of passage.text.matchAll(namedId)) {
      const number = match[1] ?? "";
      spans.set(match.index + match[0].length - number.length, number);
    }
    return [...spans].map(([start, number]) =>
      block("citizen-id", locate(passage, start, start + number.length), checkWords.citizenId),
    );
  });
}
