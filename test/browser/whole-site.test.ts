import { beforeAll, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { demoSite } from "./support/demo-setup.ts";
import { findAddress, pageTypes } from "./support/page-types.ts";
import { readAttribute, crawl } from "./support/site-crawl.ts";
import type { CrawledPage } from "./support/site-crawl.ts";

let pages: CrawledPage[];
let origin: string;

beforeAll(async () => {
  const site = await demoSite();
  origin = site.address;
  const whole = pageTypes.filter((type) => type.status === 200);
  const found = await crawl(
    origin,
    whole.map(({ path }) => path),
  );
  pages = [...found.values()];
});

/** Every page of HTML, with a fault it may have. */
function faults(find: (page: CrawledPage) => string[]): string[] {
  return pages
    .filter((page) => page.source !== null)
    .flatMap((page) => find(page).map((fault) => `${page.path}: ${fault}`));
}

test("every link and photo of the site answers 200", () => {
  const broken = pages.filter((page) => page.status !== 200);
  expect(broken.map(({ path, status, from }) => `${status} ${path} from ${from}`)).toEqual([]);
  expect(pages.length).toBeGreaterThan(300);
});

test("every link with a fragment has its target", () => {
  const places = new Map(
    pages.map((page) => [page.path, new Set(page.elements.map((one) => readAttribute(one, "id")))]),
  );
  const missing = faults(({ path, elements }) =>
    elements.flatMap((element) => {
      const url = new URL(readAttribute(element, "href") ?? "", origin + path);
      const place = decodeURIComponent(url.hash.slice(1));
      const known = places.get(url.pathname + url.search);
      return url.origin !== origin || place === "" || known?.has(place) ? [] : [url.href];
    }),
  );
  expect(missing).toEqual([]);
});

test("every page names its language and has one heading of the first level", () => {
  const wrong = faults(({ path, elements }) => {
    const root = elements.find((one) => one.tagName === "html");
    const lang = root === undefined ? null : readAttribute(root, "lang");
    const headings = elements.filter((one) => one.tagName === "h1").length;
    const expected = /^\/bai-viet\/[^/]+\/en$/.test(path) ? "en" : "vi";
    return lang === expected && headings === 1 ? [] : [`lang ${lang}, ${headings} h1`];
  });
  expect(wrong).toEqual([]);
});

test("each photo of a page has its own description, which is neither the title nor numbered", () => {
  const wrong = faults(({ elements, source }) => {
    const title = /<title>([^|<]*)/.exec(source ?? "")?.[1]?.trim();
    const photos = elements.filter((one) => one.tagName === "img");
    const described = new Map<string, string>();
    return photos.flatMap((photo) => {
      const alt = readAttribute(photo, "alt");
      const file = readAttribute(photo, "src") ?? "";
      if (alt === null || alt === "") return [`no description of ${file.slice(0, 80)}`];
      const other = described.get(alt) ?? file;
      described.set(alt, file);
      return alt === title || /-\d+$/.test(alt) || other !== file ? [alt] : [];
    });
  });
  expect(wrong).toEqual([]);
});

test("html-validate finds nothing, on any kind of page", async () => {
  const found: string[] = [];
  const site = await demoSite();
  for (const type of pageTypes) {
    const response = await fetch(findAddress(site, type));
    const faultsHere = await htmlFaults(await response.text());
    found.push(...faultsHere.map((fault) => `${type.name}: ${fault}`));
  }
  expect(found).toEqual([]);
});
