import { filesPath, staffFilePath } from "../../addresses/newsroom.ts";
import { documentFields, parseDocuments, readDocumentRows } from "../../article/document-rows.ts";
import type { DocumentRow } from "../../article/document-rows.ts";
import { documentFormWords } from "../../vietnamese/words/document-form.ts";
import { readProblemDetail } from "./ask-server.ts";
import type { OpenForm } from "./open-form.ts";
import { openRecordingField } from "./recording-uploads.ts";

/** Opens the part for documents or the one for recordings. `isFilled` as for documents. */
export function openFilePart(page: OpenForm, part: HTMLElement, isFilled: boolean): void {
  if (part.id === "phan-phim") openRecordingField(page, part);
  else openDocumentFields(page, part, isFilled);
}

/**
 * Sends documents as soon as they are chosen, and keeps the field `documents` the same as the rows, so that autosave and local
 * copies know them. A document that could not be sent stays chosen and goes with the form. `isFilled` says that a recovered
 * text has just filled the field, so the rows follow it.
 */
function openDocumentFields(page: OpenForm, part: HTMLElement, isFilled: boolean): void {
  const rows = part.querySelector<HTMLElement>(".document-rows");
  const input = part.querySelector<HTMLInputElement>("[type=file]");
  const notice = part.querySelector<HTMLElement>(".document-notice");
  if (rows === null || input === null || notice === null) return;
  const control = page.control("documents");
  const write = (): void => {
    control.value = readDocumentRows(new FormData(page.form)) ?? "";
  };
  const say = (text: string): void => {
    notice.textContent = text;
    notice.hidden = text === "";
  };
  const fillRows = (): void => {
    if (control.value === (readDocumentRows(new FormData(page.form)) ?? "")) return;
    const documents = parseDocuments(control.value);
    rows.replaceChildren();
    for (const row of documents) addRow(part, rows, row);
  };
  if (isFilled) fillRows();
  else write();
  rows.addEventListener("input", write);
  page.form.addEventListener("filled", fillRows);
  const sendChosen = async (): Promise<void> => {
    const chosen = [...(input.files ?? [])];
    const failed = new DataTransfer();
    const faults: string[] = [];
    for (const file of chosen) {
      say(documentFormWords.sending(file.name));
      const answer = await sendFile(file);
      if ("fault" in answer) {
        faults.push(answer.fault);
        failed.items.add(file);
        continue;
      }
      if (!control.value.includes(answer.id)) addRow(part, rows, toRow(answer));
      write();
      rows.dispatchEvent(new Event("input", { bubbles: true }));
    }
    input.files = failed.files;
    say(faults.length === 0 ? documentFormWords.sent : faults.join(" "));
  };
  input.addEventListener("change", () => void sendChosen());
  if (input.files !== null && input.files.length > 0) void sendChosen();
}

type Sent = { id: string; name: string };

async function sendFile(file: File): Promise<Sent | { fault: string }> {
  try {
    const answer = await fetch(`${filesPath}?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      body: file,
      headers: { accept: "application/json", "content-type": "application/octet-stream" },
    });
    const value: unknown = await answer.json();
    if (answer.ok) return value as Sent;
    return { fault: readProblemDetail(value) || documentFormWords.offline(file.name) };
  } catch {
    return { fault: documentFormWords.offline(file.name) };
  }
}

function toRow({ id, name }: Sent): DocumentRow {
  const known = { file: id, name: name.replace(/\.[a-z0-9]+$/i, "") };
  return { number: "", date: "", signer: "", kind: "", ...known };
}

/** Adds a row from the form's template. */
function addRow(part: HTMLElement, rows: HTMLElement, row: DocumentRow): void {
  const template = part.querySelector("template");
  if (template === null) return;
  const made = document.importNode(template.content, true);
  const place = rows.children.length;
  for (const element of made.querySelectorAll("[name], [id], [for]")) {
    for (const attribute of ["name", "id", "for"]) {
      const value = element.getAttribute(attribute);
      if (value !== null) element.setAttribute(attribute, value.replace("NEW", String(place)));
    }
  }
  const control = (field: string): HTMLInputElement | null =>
    made.querySelector(`[name="document.${place}.${field}"]`);
  for (const field of documentFields) {
    const found = control(field);
    if (found !== null) found.value = row[field];
  }
  const number = control("place");
  if (number !== null) number.value = String(place + 1);
  const legend = made.querySelector("legend");
  if (legend !== null) legend.textContent = documentFormWords.row(String(place + 1));
  const link = made.querySelector("a");
  if (link !== null) link.href = staffFilePath(row.file, "tep");
  rows.append(made);
}
