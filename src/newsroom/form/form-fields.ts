import { aiLabels } from "../../ai-label.ts";
import { genres } from "../../article/article.ts";
import type { ArticleKind, Section } from "../../article/article.ts";
import { fieldNames } from "../../article/article-fields.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { mediaPath, staffPhotoPath } from "../../addresses/newsroom.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import {
  fileLimitHint,
  renderChoiceField,
  findError,
  fieldId,
  renderInputField,
  renderTextField,
} from "../fields.ts";
import type { FieldName, FormValues } from "../../article/article-fields.ts";

/** What the fields show, and what is wrong in them. */
type ShownFields = { values: FormValues; errors: FieldError[] };

/** Title, lede and body. */
export function renderTextFields(shown: ShownFields, kind: ArticleKind): Html {
  return html`<div class="stack form-text">
    ${renderTextField({
      ...field(shown, "title", formWords.title, formWords.kinds[kind].titleHint),
      required: true,
      rows: 2,
    })}
    ${renderTextField({ ...field(shown, "lede", formWords.lede, formWords.kinds[kind].ledeHint), rows: 3 })}
    ${renderTextField({ ...field(shown, "body", formWords.body, formWords.bodyHint), rows: 18 })}
    <details class="body-help">
      <summary>${formWords.bodyHelp}</summary>
      <dl>
        ${formWords.bodyHelpLines.map(
          ([typed, meaning]) =>
            html`<div>
              <dt><code>${typed}</code></dt>
              <dd>${meaning}</dd>
            </div>`,
        )}
      </dl>
    </details>
  </div>`;
}

/** The photos of the body, and the field for more. */
export function renderPhotoFields(shown: ShownFields, textPhotos: Html | null): Html {
  const photos = renderFileField({
    name: "photos",
    label: formWords.photos,
    hint: formWords.photosHint,
    error: findError(shown.errors, "photos"),
    many: true,
  });
  return renderFormPart(
    "phan-anh",
    formWords.photosPart,
    html`${textPhotos} ${photos} ${libraryLink}`,
  );
}

/** Without script it opens the library in another tab: the page of each photo has a line to copy. */
const libraryLink = html`<p>
  <a class="button library-link" href="${mediaPath}" target="_blank">${formWords.fromLibrary}</a>
</p>`;

/** The fields of the lead photo. A stored photo stays until it is replaced or removed. */
export function leadPhotoFields(shown: ShownFields): Html {
  const photo = shown.values["leadPhoto.photo"];
  const inner = html`<p class="hint" id="o-leadPhoto">${formWords.leadPhotoHint}</p>
    <input type="hidden" id="o-leadPhoto-photo" name="leadPhoto.photo" value="${photo}" />
    <div class="lead-photo" ${photo === "" ? html`hidden` : null}>
      ${
        photo === ""
          ? null
          : html`<img
              src="${staffPhotoPath(photo, "480.webp")}"
              alt="${shown.values["leadPhoto.alt"]}"
            />`
      }
      <label class="tick"
        ><input type="checkbox" name="leadPhoto.remove" /> ${formWords.removeLead}</label
      >
    </div>
    ${renderFileField({
      name: "leadPhoto.file",
      label: photo === "" ? formScriptWords.leadFile : formScriptWords.replaceLeadFile,
      hint: null,
      error:
        findError(shown.errors, "leadPhoto.file") ?? findError(shown.errors, "leadPhoto.photo"),
      many: false,
    })}
    ${libraryLink}
    <div class="stack lead-words">
      ${renderTextField({ ...field(shown, "leadPhoto.alt", formWords.alt, formWords.altHint), rows: 2 })}
      ${renderTextField({ ...field(shown, "leadPhoto.caption", formWords.caption), rows: 2 })}
      ${renderInputField(field(shown, "leadPhoto.credit", formWords.credit))}
    </div>`;
  return renderFormPart("anh-dai-dien", formWords.leadPhoto, inner);
}

/** Section, genre, byline and tags. Nothing is submitted without a section, so they stand before the photos. */
export function renderAboutFields(shown: ShownFields, sections: readonly Section[]): Html {
  const choices = [
    { value: "", label: formWords.noSection },
    ...sections.map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  const genreChoices = genres.map((value) => ({ value, label: readingWords.genres[value] }));
  const inner = html`<div class="form-pair">
      ${renderChoiceField({ ...field(shown, "section", formWords.section), choices })}
      ${renderChoiceField({ ...field(shown, "genre", formWords.genre), choices: genreChoices })}
    </div>
    <div class="form-pair">
      ${renderInputField(field(shown, "byline.authors", formWords.authors, formWords.listHint))}
      ${renderInputField(field(shown, "byline.unit", formWords.unit))}
    </div>
    ${renderChoiceField({ ...field(shown, "madeByAi", formWords.madeByAi), choices: aiChoices })}
    ${renderInputField(field(shown, "tags", formWords.tags, formWords.listHint))}`;
  return renderFormPart("thong-tin", formWords.about, inner);
}

/** What a page has of these fields. The others are there for the script alone: a disabled field is not sent. */
export function renderPageFields(shown: ShownFields): Html {
  const absent = fieldNames.filter((name) =>
    /^(?:section|genre|tags|byline|source|english)/.test(name),
  );
  const inner = html`${renderChoiceField({ ...field(shown, "madeByAi", formWords.madeByAi), choices: aiChoices })}
  ${absent.map((name) => html`<input type="hidden" name="${name}" value="${shown.values[name]}" disabled />`)}`;
  return renderFormPart("thong-tin", formWords.about, inner);
}

/** The source and the English summary. */
export function renderRareFields(shown: ShownFields): Html {
  return html`${renderFold(
    shown,
    formWords.source,
    ["source.name", "source.url"],
    [
      renderInputField(field(shown, "source.name", formWords.sourceName)),
      renderInputField({
        ...field(shown, "source.url", formWords.sourceUrl),
        more: html`inputmode="url" placeholder="https://"`,
      }),
    ],
  )}
  ${renderFold(
    shown,
    formWords.english,
    ["english.title", "english.summary"],
    [
      renderInputField({
        ...field(shown, "english.title", formWords.englishTitle),
        more: html`lang="en"`,
      }),
      renderTextField({ ...field(shown, "english.summary", formWords.englishSummary), rows: 4 }),
    ],
  )}`;
}

const aiChoices = [
  { value: "", label: formWords.notByAi },
  ...aiLabels.map((value) => ({ value, label: formWords.aiLabels[value] })),
];

/** One field as it was typed, with what is wrong with it. */
function field(shown: ShownFields, name: FieldName, label: string, hint?: string) {
  const error = findError(shown.errors, name);
  return { name, label, hint: hint ?? null, value: shown.values[name], error };
}

type FileField = {
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  many: boolean;
};

/** Photos to choose; a telephone offers its camera, too. */
function renderFileField({ name, label, hint, error, many }: FileField): Html {
  const id = fieldId(name);
  const described = [...(hint ? [`${id}-goi-y`] : []), ...(error ? [`${id}-loi`] : [])].join(" ");
  return html`<div class="field file-field${error === null ? "" : " field-wrong"}">
    <label for="${id}">${label}</label>
    ${hint === null ? null : html`<p class="hint" id="${id}-goi-y">${hint}</p>`} ${fileLimitHint}
    <input
      id="${id}"
      name="${name}"
      type="file"
      accept="image/*"
      ${many ? html`multiple` : null}
      ${described === "" ? null : html`aria-describedby="${described}"`}
    />
    ${error === null ? null : html`<p class="wrong" id="${id}-loi">${error}</p>`}
  </div>`;
}

/** A part of the form that can be closed. It is open at first; script remembers what a person closed. */
function renderFormPart(id: string, name: string, inner: Html): Html {
  return html`<details class="form-part" id="${id}" open>
    <summary><h2>${name}</h2></summary>
    <div class="stack">${inner}</div>
  </details>`;
}

/** A folded group of rare fields. It is open if one has a value or an error. */
function renderFold(
  { values, errors }: ShownFields,
  name: string,
  fields: FieldName[],
  inner: Html[],
): Html {
  const isOpen = fields.some((one) => values[one] !== "" || findError(errors, one) !== null);
  return html`<details class="form-fold" ${isOpen ? html`open` : null}>
    <summary>${name}</summary>
    <div class="stack">${inner}</div>
  </details>`;
}
