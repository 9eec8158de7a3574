import { bodyTokens, childTokens, type BodyToken } from "../article/body-token.ts";
import { inlineText } from "../article/body-text.ts";
import { lexBody } from "../article/markdown.ts";
import { html, type Html } from "../html/template.ts";
import { publishingWords } from "../vietnamese/words/publishing.ts";
