import { getDefaults } from "marked";
import { BodyLexer, BodyTokenizer } from "../../markdown/body-lexer.ts";
import { bodyTokens, type BodyToken } from "../../markdown/body-token.ts";
import { footnoteExtension, type Footnotes } from "../../markdown/footnotes.ts";

/** Addresses by the names of their definitions. */
export type Definitions = BodyLexer["tokens"]["links"];

/** Reads one block as it would be read within a body that has these definitions and footnotes. */
export function relex(block: string, definitions: Definitions, footnotes: Footnotes): BodyToken[] {
  const lexer = new BodyLexer({
    ...getDefaults(),
    tokenizer: new BodyTokenizer(),
    extensions: footnoteExtension(new Map(footnotes)),
  });
  lexer.tokens.links = Object.assign(Object.create(null), definitions) as Definitions;
  return bodyTokens(lexer.lex(block));
}
