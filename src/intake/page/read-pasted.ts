import type { Block } from "../blocks/block.ts";
import { blocksOfMarkup } from "../blocks/blocks-of-markup.ts";
import { shaped } from "../recognition/body-shape.ts";
import { withCaptions } from "../recognition/captions.ts";
import { convertFonts } from "./convert-fonts.ts";
import { pageLinks } from "./page-links.ts";
import { parseHtml } from "./parse-html.ts";

/**
 * What an article may have of the HTML on a clipboard, whether Word, Google Docs, Zalo or a web page put it there; text in
 * fonts before Unicode as Unicode. Web APIs only: for the newsroom's form.
 */
export function readPasted(html: string): Block[] {
  const link = pageLinks(null, () => undefined);
  return shaped(withCaptions(blocksOfMarkup(convertFonts(parseHtml(html)), { link })));
}
