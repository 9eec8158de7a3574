import { maxArticleBytes } from "../article/article-input.ts";
import type { FieldError } from "../errors.ts";
import { html, type Html } from "../html/template.ts";
import { formWords } from "../vietnamese/words/form.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";

export type Field = {
  name: string;
  label: string;
  value: string;
  /** Shown under the label. */
  hint?: string | null;
  /** What is wrong with the value, or null. */
  error?: string | null;
  required?: boolean;
  /** The id of its element where a page has several fields of this name. */
  id?: string;
};

export type InputField = Field & {
  type?: "text" | "password" | "email" | "url" | "number" | "date" | "datetime-local" | "color";
  /** More attributes: `autocomplete`, `inputmode`, `maxlength` …. */
  more?: Html | null;
};

/** Says beside a field for files how much one form takes. Script sends each file alone. */
export const fileLimitHint = html`<noscript
  ><p class="hint">${formWords.fileLimit(maxArticleBytes / 1_000_000)}</p></noscript
>`;

/** A text input with its label, hint and error, which screen readers read together. */
export function renderInputField(field: InputField): Html {
  return renderLabelledField(
    field,
    html`<input
      id="${inputId(field)}"
      name="${field.name}"
      type="${field.type ?? "text"}"
      value="${field.value}"
      ${renderDescribedField(field)}
      ${field.more ?? null}
    />`,
  );
}

/** A text area. */
export function renderTextField(field: Field & { rows: number }): Html {
  return renderLabelledField(
    field,
    html`<textarea
      id="${inputId(field)}"
      name="${field.name}"
      rows="${field.rows}"
      ${renderDescribedField(field)}
    >
${field.value}</textarea>`,
  );
}

export type Choice = { value: string; label: string };

/** A select. */
export function renderChoiceField(field: Field & { choices: readonly Choice[] }): Html {
  return renderLabelledField(
    field,
    html`<select id="${inputId(field)}" name="${field.name}" ${renderDescribedField(field)}>
      ${field.choices.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === field.value ? html`selected` : null}>
            ${label}
          </option>`,
      )}
    </select>`,
  );
}

/** The errors of a refused form, above it. Each line links to its field. */
export function renderFormFaults(
  errors: readonly FieldError[],
  known: readonly string[],
): Html | null {
  if (errors.length === 0) return null;
  return html`<div class="faults" role="alert">
    <p><b>${newsroomWords.fieldsToMend}</b></p>
    <ul>
      ${errors.map(({ path, message }) =>
        known.includes(path)
          ? html`<li><a href="#${fieldId(path)}">${message}</a></li>`
          : html`<li>${message}</li>`,
      )}
    </ul>
  </div>`;
}

/** What is wrong with one field, or null. */
export function findError(errors: readonly FieldError[], path: string): string | null {
  return errors.find((error) => error.path === path)?.message ?? null;
}

/** The id of a field's element: "byline.unit" is "o-byline-unit". */
export function fieldId(name: string): string {
  return `o-${name.replaceAll(".", "-")}`;
}

function renderLabelledField(field: Field, control: Html): Html {
  const { label, required = false } = field;
  const hint = field.hint ?? null;
  const error = field.error ?? null;
  return html`<div class="field${error === null ? "" : " field-wrong"}">
    <label for="${inputId(field)}"
      >${label}${required ? html` <span class="required" aria-hidden="true">*</span>` : null}</label
    >
    ${hint === null ? null : html`<p class="hint" id="${inputId(field)}-goi-y">${hint}</p>`}
    ${control}
    ${error === null ? null : html`<p class="wrong" id="${inputId(field)}-loi">${error}</p>`}
  </div>`;
}

function renderDescribedField(field: Field): Html {
  const ids = [
    ...(field.hint ? [`${inputId(field)}-goi-y`] : []),
    ...(field.error ? [`${inputId(field)}-loi`] : []),
  ];
  return html`${ids.length === 0 ? null : html`aria-describedby="${ids.join(" ")}"`}
  ${field.error ? html`aria-invalid="true"` : null} ${field.required ? html`required` : null}`;
}

function inputId(field: Field): string {
  return field.id ?? fieldId(field.name);
}

/** A text that is selected whole by one click. Script adds a button that copies it. */
export function renderCopyBox(text: string): Html {
  return html`<div class="copy-box" data-copy>
    <p class="once">${text}</p>
    <p class="row">
      <button type="button" hidden>${newsroomWords.copy}</button> <span role="status"></span>
    </p>
  </div>`;
}

/** The filters of a list: folded on a narrow screen, unless one of them is in use (`isActive`). */
export function renderFilterFold(form: Html, isActive: boolean): Html {
  return html`<details class="filter-fold" ${isActive ? html`open` : null}>
    <summary>${newsroomWords.filters}</summary>
    ${form}
  </details>`;
}

export type DangerForm = {
  action: string;
  /** The words that open the form. */
  open: string;
  /** What a screen reader says instead of them. */
  label?: string;
  question: string;
  go: string;
  /** The field that the button sends. */
  sent?: { name: string; value: string };
};

/** A form for an act that nobody can undo. It is folded, says what will happen, and asks first. */
export function renderDangerForm({ action, open, label, question, go, sent }: DangerForm): Html {
  return html`<details class="confirm danger">
    <summary ${label === undefined ? null : html`aria-label="${label}"`}>${open}</summary>
    <form method="post" action="${action}">
      <p>${question}</p>
      <button
        class="danger"
        type="submit"
        ${sent === undefined ? null : html`name="${sent.name}" value="${sent.value}"`}
      >
        ${go}
      </button>
    </form>
  </details>`;
}
