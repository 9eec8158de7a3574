import type { Page } from "playwright-core";

const interactive =
  'a[href], button:not([disabled]), input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

type Stop = { mark: string; href: string | null; shown: boolean; inWindow: boolean };

/**
 * Presses Tab from the start of a page to its end. Reports controls that Tab does not reach, that do not show their focus,
 * and that are outside the window when they have it. With `skipLink`, the first stop must be the skip link.
 */
export async function focusFaults(
  page: Page,
  { skipLink }: { skipLink: boolean },
): Promise<string[]> {
  const all = await page.evaluate(markInteractive, interactive);
  const faults: string[] = [];
  const reached = new Set<string>();
  for (let steps = 0; steps < all.length + 5; steps += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null || reached.has(stop.mark)) break;
    if (skipLink && steps === 0 && stop.href !== "#noi-dung") faults.push("no skip link first");
    if (!stop.shown) faults.push(`no sign of focus: ${all[Number(stop.mark)]}`);
    if (!stop.inWindow) faults.push(`focus out of sight: ${all[Number(stop.mark)]}`);
    reached.add(stop.mark);
  }
  const missed = all.filter((_, index) => !reached.has(String(index)));
  return [...faults, ...missed.map((element) => `Tab does not reach: ${element}`)];
}

type Looks = Window & { lookOf?: (element: HTMLElement) => string };

/** Numbers every focusable element, stores its look without the focus, and describes it. */
function markInteractive(selector: string): string[] {
  // The focus ring may be around the card or the search box of the element.
  const lookOf = (element: HTMLElement): string =>
    [element, element.parentElement, element.closest(".card, .search")]
      .filter((one) => one !== null)
      .map((one) => getComputedStyle(one))
      .map((style) => `${style.outline} ${style.boxShadow} ${style.borderColor}`)
      .join("|");
  Object.assign(window, { lookOf });
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
  );
  return shown.map((element, index) => {
    element.dataset["stop"] = String(index);
    element.dataset["look"] = lookOf(element);
    return element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  });
}

/** The focused element; null when it is none of the numbered ones. */
function lookAtFocus(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element.dataset["stop"] === undefined) return null;
  const box = element.getBoundingClientRect();
  return {
    mark: element.dataset["stop"],
    href: element.getAttribute("href"),
    shown: (window as Looks).lookOf?.(element) !== element.dataset["look"],
    inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
