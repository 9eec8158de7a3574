/** Between two remarks, in CSS pixels. */
const gap = 8;

/**
 * Puts the remarks of a wide window into the margin: each beside its passage, or below the remark before it. So a long remark
 * reaches down beside the next passages and leaves no gap in the text.
 */
export function placeRemarks(article: HTMLElement): void {
  const isWide = matchMedia("(min-width: 69rem)");
  const place = (): void => {
    article.dataset["placed"] = "";
    let end = 0;
    for (const one of listRemarks(article)) {
      const start = one.parentElement?.getBoundingClientRect().top ?? 0;
      end = Math.max(start, end);
      one.style.top = isWide.matches ? `${end - start}px` : "";
      end += one.offsetHeight + gap;
    }
    const { top } = article.getBoundingClientRect();
    article.style.minHeight = isWide.matches ? `${end - top}px` : "";
  };
  const sizes = new ResizeObserver(place);
  const observeSizes = (): void => {
    for (const one of [article, ...listRemarks(article)]) sizes.observe(one);
  };
  observeSizes();
  // A note that is being written.
  new MutationObserver(() => (observeSizes(), place())).observe(article, {
    childList: true,
    subtree: true,
  });
}

function listRemarks(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(".passage > .remarks, .passage > .add-note")];
}
