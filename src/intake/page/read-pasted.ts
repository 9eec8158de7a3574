import type { Block } from "../blocks/block.ts";
import { readBlocksFromMarkup } from "../blocks/read-markup.ts";
import { shapeBody } from "../recognition/body-shape.ts";
import { joinCaptions } from "../recognition/captions.ts";
import { reportIntake } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import { convertLegacy } from "../recognition/legacy-text.ts";
import type { LegacyEncoding } from "../../vietnamese/legacy-detect.ts";
import { convertFonts } from "./convert-fonts.ts";
import { makePastedLinks } from "./page-links.ts";
import { parseHtml } from "./parse-html.ts";
import { convertSigns } from "./sign-fonts.ts";

/** What was pasted, the fonts before Unicode whose text was converted, and what was left out or changed. */
export type Pasted = { blocks: Block[]; fonts: string[]; reports: IntakeReport[] };

/**
 * What an article may have of the HTML on a clipboard, whether Word, Google Docs, Zalo or a web page put it there; text in
 * fonts before Unicode as Unicode, and text that lost its fonts if `legacy` says what it is. Web APIs only.
 */
export function readPasted(html: string, legacy: LegacyEncoding | null): Pasted {
  const fonts = new Set<string>();
  const reports: IntakeReport[] = [];
  const link = makePastedLinks((lost) => reports.push(reportIntake("link", lost)));
  const page = convertSigns(parseHtml(html), (sign) => reports.push(reportIntake("symbol", sign)));
  const blocks = readBlocksFromMarkup(convertFonts(page, fonts), {
    link,
    report: (one) => reports.push(one),
  });
  const read = legacy === null ? blocks : convertLegacy(blocks, legacy);
  return { blocks: shapeBody(joinCaptions(read)), fonts: [...fonts], reports };
}
