import { removeTracking } from "../../addresses/tracking-parameter.ts";

/** Files that stay where they are: a page of this site will never be there. */
const fileOfSite = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|rtf|mp[34]|jpe?g|png|gif|webp)$/i;

/** Files that are brought in with the article that links to them, if they are there. */
export const documentName = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|rtf|od[tsp])$/i;

/**
 * Where links of pasted text lead. Links that only meant something on their own site are left out, and `lost` gets them.
 * Web APIs only.
 */
export function makePastedLinks(lost: (link: string) => void): (link: string) => string | null {
  const linkFrom = makePageLinks(null, lost);
  return (link) => {
    const address = linkFrom(link);
    if (address === null || !address.startsWith("/")) return address;
    lost(link.trim());
    return null;
  };
}

/**
 * Where links of a page lead from the new site. Pages of the old site keep their path, which leads to their article if it is
 * brought in; its files keep their whole address. `address` is the page's own, null where it does not tell; then links
 * that need it are left out, and `lost` gets them. With `keepsDocuments`, links to documents of the old site stay as they are written, for
 * whoever looks for the files. Web APIs only.
 */
export function makePageLinks(
  address: string | null,
  lost: (link: string) => void,
  keepsDocuments = false,
): (link: string) => string | null {
  return function linkFrom(link) {
    const written = removeTracking(link.trim());
    if (written === "" || written.startsWith("#") || /^javascript:/i.test(written)) return null;
    if (/^(?:mailto|tel):/i.test(written)) return written;
    const url = resolveLink(written, address);
    if (keepsDocuments && isOwnDocument(written, url, address)) return written;
    if (url === null || !/^https?:$/.test(url.protocol)) {
      lost(written);
      return null;
    }
    const own = address === null ? "old.invalid" : new URL(address).host;
    if (url.host !== own) return url.href;
    if (!fileOfSite.test(url.pathname)) return url.pathname + url.search;
    if (address !== null) return url.href;
    lost(written);
    return null;
  };
}

function isOwnDocument(written: string, url: URL | null, address: string | null): boolean {
  if (!documentName.test(written.replace(/[?#].*$/s, ""))) return false;
  if (url === null) return !/^[a-z][a-z\d+.-]*:/i.test(written);
  return url.host === (address === null ? "old.invalid" : new URL(address).host);
}

/** Null for a link that only makes sense from an address that is not known. */
function resolveLink(link: string, address: string | null): URL | null {
  if (address === null && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(link)) return null;
  const base = address ?? "http://old.invalid";
  return URL.canParse(link, base) ? new URL(link, base) : null;
}
