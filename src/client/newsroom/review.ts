/*
 * The script of the review page. It opens the forms that approve when the end of the text was on screen. Without it they stand
 * open, after the last line.
 */
import { loadAgainAfterBack } from "./fresh-page.ts";
import { offerNotes } from "./note-offer.ts";
import { placeRemarks } from "./place-remarks.ts";
import { openWhenRead } from "./read-to-end.ts";

loadAgainAfterBack();

const bar = document.querySelector<HTMLElement>(".decision-bar");
const end = document.querySelector<HTMLElement>("#het-bai");

const article = document.querySelector<HTMLElement>(".review .article");
const template = document.querySelector<HTMLTemplateElement>("template#mau-ghi-chu");

if (template !== null) offerNotes(template);
if (article !== null) placeRemarks(article);
// The message about the article.
import("./copy.ts").then(({ offerCopies }) => offerCopies()).catch(() => null);
if (bar !== null && end !== null) {
  openWhenRead(end);
  focusOpenedSheet(bar);
}

/** The field of a sheet that opens takes the focus; Escape closes the sheet. */
function focusOpenedSheet(within: HTMLElement): void {
  const sheet = within.querySelector<HTMLDetailsElement>("details");
  sheet?.addEventListener("toggle", () => {
    if (sheet.open) sheet.querySelector<HTMLElement>("textarea")?.focus();
  });
  sheet?.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !sheet.open) return;
    sheet.open = false;
    sheet.querySelector<HTMLElement>("summary")?.focus();
  });
}
