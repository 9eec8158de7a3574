import type { FormValues } from "../../article/article-fields.ts";
import { parseDocuments, writeDocuments } from "../../article/document-rows.ts";
import type { DocumentRow } from "../../article/document-rows.ts";
import { staffFilePath } from "../../addresses/newsroom.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import type { FileHome } from "../../file/file-store.ts";
import { makeFileUpload, storeFile } from "../../file/file-upload.ts";
import { fileFormats } from "../../file/file.ts";
import { html, type Html } from "../../html/template.ts";
import type { Actor } from "../../people/person.ts";
import type { SentFile } from "../../request/part-reader.ts";
import { documentFormWords } from "../../vietnamese/words/document-form.ts";
import { fileWords } from "../../vietnamese/words/file.ts";
import { fileLimitHint, findError, renderInputField } from "../fields.ts";

/**
 * Stores the documents that were sent with the form and adds them to its list. A document that was stored stays stored even if
 * another is refused, so that nobody has to send it again.
 */
export async function storeFormDocuments(
  home: FileHome,
  sender: Actor,
  { values, files }: { values: FormValues; files: readonly SentFile[] },
): Promise<{ values: FormValues; errors: FieldError[] }> {
  const rows = parseDocuments(values.documents);
  const errors: FieldError[] = [];
  for (const sent of files) {
    try {
      const { file } = await storeFile(home, makeFileUpload(sent), sender);
      if (file.kind !== "document") {
        errors.push({ path: "documents", message: fileWords.noDocument(file.name) });
      } else if (rows.every((row) => row.file !== file.id)) {
        rows.push({ ...emptyRow, file: file.id, name: nameOfFile(file.name) });
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "forbidden") throw error;
      errors.push({ path: "documents", message: error.message });
    }
  }
  return { values: { ...values, documents: writeDocuments(rows) }, errors };
}

const emptyRow: DocumentRow = { file: "", name: "", number: "", date: "", signer: "", kind: "" };

function nameOfFile(name: string): string {
  return name.replace(/\.[a-z0-9]+$/i, "");
}

const accepted = Object.keys(fileFormats)
  .map((extension) => `.${extension}`)
  .join(",");

/**
 * The documents of the form: a row for each with its fields, and the field for more. Script keeps the hidden field the same as
 * the rows, and adds rows from the template. Without script, the server reads the rows.
 */
export function renderDocumentFields(value: string, errors: readonly FieldError[]): Html {
  const error = findError(errors, "documents");
  return html`<details class="form-part file-part" id="phan-tai-lieu" open>
    <summary><h2>${documentFormWords.title}</h2></summary>
    <div class="stack">
      <input type="hidden" name="documents" value="${value}" />
      <datalist id="loai-van-ban">
        ${documentFormWords.kinds.map((kind) => html`<option value="${kind}"></option>`)}
      </datalist>
      <div class="document-rows stack">
        ${parseDocuments(value).map((row, place) => renderRow(row, String(place), errors))}
      </div>
      <template>${renderRow(emptyRow, "NEW", [])}</template>
      <div class="field file-field${error === null ? "" : " field-wrong"}">
        <label for="o-documents">${documentFormWords.add}</label>
        <p class="hint" id="o-documents-goi-y">${documentFormWords.addHint}</p>
        ${fileLimitHint}
        <input
          id="o-documents"
          name="documents.file"
          type="file"
          accept="${accepted}"
          multiple
          aria-describedby="o-documents-goi-y${error === null ? "" : " o-documents-loi"}"
        />
        ${error === null ? null : html`<p class="wrong" id="o-documents-loi">${error}</p>`}
        <p class="note document-notice" role="status" hidden></p>
      </div>
    </div>
  </details>`;
}

function renderRow(row: DocumentRow, place: string, errors: readonly FieldError[]): Html {
  const name = (field: string) => `document.${place}.${field}`;
  const field = (key: keyof DocumentRow) => ({
    name: name(key),
    label: documentFormWords.fields[key],
    value: row[key],
    error: findError(errors, `documents.${place}.${key}`),
  });
  const number = place === "NEW" ? "" : String(Number(place) + 1);
  return html`<fieldset class="document-row stack">
    <legend>${documentFormWords.row(number)}</legend>
    <input type="hidden" name="${name("file")}" value="${row.file}" />
    ${renderInputField(field("name"))}
    <div class="form-pair">
      ${renderInputField({ ...field("kind"), more: html`list="loai-van-ban"` })}
      ${renderInputField(field("number"))}
    </div>
    <div class="form-pair">
      ${renderInputField({ ...field("date"), type: "date" })} ${renderInputField(field("signer"))}
    </div>
    <p class="row">
      <label
        >${documentFormWords.place}
        <input
          class="document-place"
          name="${name("place")}"
          type="number"
          min="1"
          step="any"
          value="${number}"
      /></label>
      <label class="tick"
        ><input type="checkbox" name="${name("remove")}" value="1" />
        ${documentFormWords.remove}</label
      >
      <a class="document-file" href="${row.file === "" ? "#" : staffFilePath(row.file, "tep")}"
        >${documentFormWords.open}</a
      >
    </p>
  </fieldset>`;
}
