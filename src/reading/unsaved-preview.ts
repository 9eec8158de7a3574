import { contentPolicy } from "../html/content-policy.ts";
import { mourningStyle } from "../html/campaign.ts";
import { makeIdentityStyle } from "../html/identity-style.ts";
import { htmlType } from "../html/page.ts";
import { stylesheet } from "../html/stylesheet.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { frontWords } from "../vietnamese/words/front.ts";
import { reviewWords } from "../vietnamese/words/review.ts";
import { listStyle } from "./page-styles.ts";
import barCss from "./preview-bar.css";

export const barStyle = stylesheet(barCss);

/** What a preview adds: `head` to the page's head, `banner` above its header. */
export type PreviewFrame = { head: Html; banner: Html };

/**
 * The bar above a page with changes that are not saved. It holds the fields of the form at `path`, so that the editor saves
 * them (`step` "save") or goes on in the form with them ("show").
 */
export function renderUnsavedFrame(
  path: string,
  fields: Readonly<Record<string, string>>,
): PreviewFrame {
  const kept = Object.entries(fields).filter(
    ([name, value]) => value !== "" && name !== "step" && name !== "page",
  );
  return {
    head: barStyle.element,
    banner: html`<aside class="preview-bar" aria-label="${reviewWords.preview}">
      <form method="post" action="${path}">
        <b>${frontWords.previewBar}</b>
        ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button type="submit" name="step" value="show">${frontWords.goOn}</button>
        <button type="submit" name="step" value="save">${frontWords.save}</button>
      </form>
    </aside>`,
  };
}

/** A preview of the front page or a section's page. */
export function answerUnsaved(site: Site, page: string): Response {
  const styles = [listStyle, makeIdentityStyle(site), mourningStyle, barStyle];
  const headers = { "content-type": htmlType, "content-security-policy": contentPolicy(styles) };
  return new Response(page, { headers });
}
