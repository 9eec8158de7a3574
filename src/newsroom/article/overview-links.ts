import { endPreviewLinkPath } from "../../addresses/newsroom.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import type { PreviewLink } from "../../people/preview-link-store.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";

/** The preview links that people may still open, each with a button that ends it. */
export function renderOverviewLinks(links: readonly PreviewLink[]): Html | null {
  if (links.length === 0) return null;
  return html`<section aria-labelledby="lien-ket">
    <h2 id="lien-ket">${reviewWords.openLinks}</h2>
    <p class="hint">${reviewWords.openLinksHint}</p>
    <ul class="lines">
      ${links.map(renderLine)}
    </ul>
  </section>`;
}

function renderLine({ id, articleId, version, maker, madeAt, endsAt }: PreviewLink): Html {
  return html`<li class="row row-apart">
    <div>
      <b>${reviewWords.version(version)}</b>
      <p class="soft">
        ${reviewWords.linkMadeBy(maker.name)} ${renderShortTime(madeAt)},
        ${reviewWords.linkOpenUntil} ${renderShortTime(endsAt)}
      </p>
    </div>
    <form method="post" action="${endPreviewLinkPath(articleId)}">
      <button
        class="danger"
        type="submit"
        name="link"
        value="${id}"
        aria-label="${reviewWords.endLinkOf(version, maker.name)}"
      >
        ${reviewWords.endLink}
      </button>
    </form>
  </li>`;
}
