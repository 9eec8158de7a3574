import { parse, defaultTreeAdapter as tree } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;

/** The answer of one address of the site. */
export type CrawledPage = {
  path: string;
  status: number;
  /** The page that first led here. */
  from: string;
  /** The HTML; null when the answer is something else. */
  source: string | null;
  elements: Element[];
};

/** Attributes that name one address; `srcset` names several. */
const linking = new Set(["href", "src", "action", "poster"]);

/** Requests every link, photo and form of a site, without a browser. Does not follow redirects. */
export async function crawl(origin: string, starts: string[]): Promise<Map<string, CrawledPage>> {
  const found = new Map<string, CrawledPage>();
  const from = new Map(starts.map((path) => [path, "the start"]));
  // The loop also reaches entries that are added to the Map while it runs.
  for (const [path, referrer] of from) {
    const page = await fetchPage(origin, path, referrer);
    found.set(path, page);
    for (const target of page.elements.flatMap(listTargets)) {
      const url = new URL(target, origin + path);
      const next = url.pathname + url.search;
      if (url.origin === origin && !from.has(next)) from.set(next, path);
    }
  }
  return found;
}

async function fetchPage(origin: string, path: string, from: string): Promise<CrawledPage> {
  const response = await fetch(origin + path, { redirect: "manual" });
  const isHtml = response.headers.get("content-type")?.startsWith("text/html") === true;
  const body = await response.text();
  const source = isHtml ? body : null;
  const elements = source === null ? [] : elementsBelow(parse(source));
  return { path, status: response.status, from, source, elements };
}

function elementsBelow(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes
    .filter((child) => tree.isElementNode(child))
    .flatMap((child) => [child, ...elementsBelow(child)]);
}

function listTargets(element: Element): string[] {
  return element.attrs.flatMap(({ name, value }) => {
    if (name === "srcset") return value.split(",").map((one) => one.trim().split(" ")[0] ?? "");
    return linking.has(name) ? [value] : [];
  });
}

/** The value of an attribute, or null. */
export function readAttribute(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
