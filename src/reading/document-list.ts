import { documentPath } from "../addresses/public.ts";
import { documentFacts } from "../published/describe-document.ts";
import type { PublishedDocument } from "../published/published.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { documentWords } from "../vietnamese/words/document.ts";

/** Writes the address of a document. */
export type DocumentAddress = (document: PublishedDocument) => string;

const publicAddress: DocumentAddress = ({ file, address }) => documentPath(file, address);

/** The documents at the end of a text: name, what is known of them, type, size and pages. Null without documents. */
export function renderDocuments(
  documents: readonly PublishedDocument[],
  write: DocumentAddress = publicAddress,
): Html | null {
  if (documents.length === 0) return null;
  return html`<section class="documents" aria-labelledby="tai-lieu">
    <h2 id="tai-lieu">${documentWords.title}</h2>
    <ul>
      ${documents.map((document) => html`<li>${renderDocument(document, write(document))}</li>`)}
    </ul>
  </section>`;
}

/** The same for paper and for a file to keep: with the address in full. */
export function renderPrintedDocuments(
  documents: readonly PublishedDocument[],
  baseUrl: string,
): Html | null {
  if (documents.length === 0) return null;
  return html`<section class="documents">
    <h2>${documentWords.title}</h2>
    <ul>
      ${documents.map((document) => {
        const address = baseUrl + publicAddress(document);
        return html`<li>
          ${renderDocument(document, address)}
          <span class="document-address">${address}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

/** One document as a link, with what is known of it. */
export function renderDocument(document: PublishedDocument, address: string): Html {
  const facts = documentFacts(document);
  return html`<a href="${address}" download>${document.name}</a>
    ${facts === "" ? null : html`<span class="document-facts">${facts}</span>`}
    <span class="document-size">${describeSize(document)}</span>`;
}

/** "PDF, 1,2 MB, 12 trang". */
function describeSize({ address, bytes, pages }: PublishedDocument): string {
  const extension = address.slice(address.lastIndexOf(".") + 1);
  const isSlides = extension.startsWith("pp");
  const type = documentWords.types[extension] ?? extension.toUpperCase();
  const parts = [
    type,
    sizeText(bytes),
    pages === null ? null : documentWords.pages(pages, isSlides),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000)
    return documentWords.kilobytes(String(Math.max(1, Math.round(bytes / 1000))));
  return documentWords.megabytes((bytes / 1_000_000).toFixed(1).replace(".", ","));
}
