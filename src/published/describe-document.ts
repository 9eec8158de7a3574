import { documentWords } from "../vietnamese/words/document.ts";
import type { PublishedDocument } from "./published.ts";

/** A document in one line: "Quyết định Số 05/QĐ-SKHCN, ngày 28/01/2021, Nguyễn Văn A: Về kế hoạch năm". */
export function describeDocument(document: PublishedDocument): string {
  const facts = documentFacts(document);
  return facts === "" ? document.name : `${document.name}: ${facts}`;
}

/** What is known of a document besides its name: "Quyết định số 05/QĐ-SKHCN, ngày 28/01/2021, người ký Nguyễn Văn A". */
export function documentFacts({ kind, number, date, signer }: PublishedDocument): string {
  const numbered = number === null ? kind : documentWords.numbered(kind, number);
  const parts = [
    numbered,
    date === null ? null : documentWords.dated(date.split("-").reverse().join("/")),
    signer === null ? null : documentWords.signedBy(signer),
  ];
  return parts.filter((part) => part !== null).join(", ");
}
