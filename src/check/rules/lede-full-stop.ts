import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

const ENDS_A_SENTENCE = /[.!?…]["”’»)\]]*$/u;

/** A lede that ends without a full stop; the suggestion goes in at its end. */
export function ledeFullStop({ lede }: ReadArticle): Finding[] {
  const text = lede.text.trimEnd();
  if (text === "" || ENDS_A_SENTENCE.test(text)) return [];
  const where = locate(lede, text.length, text.length);
  return [warn("lede-full-stop", where, checkWords.ledeFullStop, ".")];
}
