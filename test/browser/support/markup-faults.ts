import type { Page } from "playwright-core";

/**
 * Reports what no text may add to a page: elements that run or load something, event handlers, styles, and addresses with
 * schemes that the site does not use. One line each.
 */
export async function markupFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const forbidden =
      "iframe, frame, frameset, object, embed, applet, base, portal, marquee, template, math, foreignObject, animate, " +
      "set, use, image, video, audio, source:not(picture > source), textarea, noscript, style ~ body style, " +
      "meta[http-equiv], [popover], [contenteditable], [srcdoc], [formaction], [style], xss";
    const allowedScript = 'script[src^="/"], script[type="application/ld+json"]';
    const describe = (element: Element) => element.outerHTML.slice(0, 200);
    for (const element of document.querySelectorAll("*")) {
      if (element.matches(forbidden)) faults.push(`element: ${describe(element)}`);
      if (element.matches("script") && !element.matches(allowedScript)) {
        faults.push(`script: ${describe(element)}`);
      }
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) faults.push(`handler ${name}: ${describe(element)}`);
        const isAddress = ["href", "src", "action", "data", "xlink:href", "poster"].includes(name);
        const allowed =
          /^(?:https?:\/\/|mailto:|tel:|data:image\/(?:webp|jpeg|png|gif);base64,|zalo:|[/?#]|$)/i;
        if (isAddress && !allowed.test(value)) faults.push(`address: ${describe(element)}`);
        if (isAddress && value.startsWith("//")) faults.push(`address: ${describe(element)}`);
      }
    }
    for (const block of document.querySelectorAll('script[type="application/ld+json"]')) {
      try {
        JSON.parse(block.textContent);
      } catch {
        faults.push(`broken data: ${describe(block)}`);
      }
    }
    return faults;
  });
}
