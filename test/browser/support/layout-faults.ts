import type { Page } from "playwright-core";

const maxShift = 0.02;

/** Scrolls through a page, so that everything loads. Reports when parts of it moved. */
export async function shiftFaults(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
  await page.waitForFunction(() => [...document.images].every((photo) => photo.complete));
  const shift = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return (window as Window & { layoutShift?: number }).layoutShift ?? 0;
  });
  return shift > maxShift ? [`moves by ${shift.toFixed(3)} while it loads`] : [];
}

/** Reports the elements that make a page wider than its window. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const viewportWidth = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= viewportWidth) return [];
    const sticking = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > viewportWidth + 1,
    );
    return sticking.map(
      (element) => `sticks out: <${element.localName} class=${element.className}>`,
    );
  });
}
