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
  await page.waitForFunction(() =>
    [...document.images].every((photo) => photo.complete || !photo.checkVisibility()),
  );
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

/** Puts a word without a break into every text of a page, and into what its fields hold. */
export async function putLongWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const word = "Nghiêng".repeat(60);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      const isShown = text.parentElement?.closest("script, style") === null;
      if (isShown && text.nodeValue?.trim() !== "") text.nodeValue = word;
    }
    for (const field of document.querySelectorAll<HTMLInputElement>("[type=search], [type=text]"))
      field.value = field.placeholder = word;
  });
}

/**
 * Reports controls that a finger misses: smaller than 24 × 24 CSS pixels, or nearer than 4 px to another one while neither is
 * as large as a finger. Links in a sentence may be small (WCAG 2.5.8).
 */
export async function tapFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isInSentence = (control: Element): boolean => {
      const style = getComputedStyle(control);
      const block = control.parentElement?.closest(
        "p, li, td, th, dd, figcaption, h1, h2, h3, div",
      );
      return (
        control.localName === "a" &&
        style.display === "inline" &&
        (block?.textContent.trim() ?? "") !== control.textContent.trim()
      );
    };
    const controls = [...document.querySelectorAll("a[href], button, summary, input, select")]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => !control.matches(".skip, .card-title a, [type=hidden]"))
      .filter((control) => !isInSentence(control))
      .map((control) => ({ control, box: control.getBoundingClientRect() }));
    const name = ({ control }: { control: Element }): string =>
      `<${control.localName}> ${control.textContent.trim().slice(0, 30)}`;
    const faults: string[] = [];
    for (const [place, one] of controls.entries()) {
      const { width, height } = one.box;
      if (width < 23.9 || height < 23.9) faults.push(`small: ${name(one)} ${width} × ${height}`);
      for (const other of controls.slice(place + 1)) {
        if (one.control.contains(other.control)) continue;
        const across =
          Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
        const down =
          Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
        const isLarge = Math.min(width, other.box.width, height, other.box.height) >= 36;
        if (Math.max(across, down) < (isLarge ? -0.1 : 3.9))
          faults.push(`near: ${name(one)}, ${name(other)}, ${Math.max(across, down)} px`);
      }
    }
    return faults;
  });
}

/** Reports titles that are larger than the heading of the page, or larger without a photo than with one. */
export async function headingFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sizeOf = (heading: Element): number =>
      Number.parseFloat(getComputedStyle(heading).fontSize);
    const main = document.querySelector("main");
    const first = main?.querySelector("h1");
    const rest = [...(main?.querySelectorAll("h2, h3, h4, h5, h6") ?? [])];
    const large = first ? rest.filter((heading) => sizeOf(heading) > sizeOf(first)) : [];
    const sizes = Map.groupBy(document.querySelectorAll(".card"), (card) => {
      const place = card.parentElement?.className ?? "";
      return `${place}: ${card.className.replace(/ (?:accent-\d|card-plain)/g, "")}`;
    });
    const uneven = [...sizes].filter(([, cards]) => {
      const titles = cards.flatMap((card) => card.querySelector(".card-title") ?? []);
      return new Set(titles.map(sizeOf)).size > 1;
    });
    return [
      ...large.map((heading) => `larger than the page's: ${heading.textContent}`),
      ...uneven.map(([kind]) => `titles of several sizes: ${kind}`),
    ];
  });
}

/** Reports buttons whose border and ground are too near to what is around them: less than 3 : 1 (WCAG 1.4.11). */
export async function buttonFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const isClear = (colour: string): boolean => parts(colour)[3] === 0;
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    };
    const groundOf = (element: Element | null): string => {
      if (element === null) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(element);
      return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
    };
    const buttons = document.querySelectorAll(
      "main :is(button, .share a, .share summary, .pager a)",
    );
    return [...buttons]
      .filter((button) => button.checkVisibility() && !button.matches("[role=group] *"))
      .filter((button) => {
        const around = groundOf(button.parentElement);
        const { borderTopColor, borderTopWidth } = getComputedStyle(button);
        const hasBorder = borderTopWidth !== "0px" && contrast(borderTopColor, around) >= 3;
        return !hasBorder && contrast(groundOf(button), around) < 3;
      })
      .map((button) => `does not look like a button: ${button.textContent.trim()}`);
  });
}
