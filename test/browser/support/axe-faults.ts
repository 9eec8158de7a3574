import axe from "axe-core";
import type { Page } from "playwright-core";

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Returns axe's findings in a page, one line each, with the element. */
export async function axeFaults(page: Page): Promise<string[]> {
  return run(page, { type: "tag", values: everything });
}

/** Returns axe's findings about the colours of a page. */
export async function colourFaults(page: Page): Promise<string[]> {
  return run(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

async function run(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  // Playwright evaluates through the debugger, so the page's content security policy does not apply.
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    (only) => (globalThis as { axe?: typeof axe }).axe?.run({ runOnly: only }) ?? null,
    runOnly,
  );
  if (results === null) throw new Error("axe did not load");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `axe ${id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`),
  );
}
