import { html, type Html } from "../../html/template.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { errorOf, inputField, textField } from "../fields.ts";
import { staffPhotoPath } from "../../addresses/newsroom.ts";
import { field, fileField } from "./form-fields.ts";
import type { ShownFields } from "./form-fields.ts";

/** The photo above the article: one that is stored stays until it is replaced or taken away. */
export function leadPhotoFields(shown: ShownFields): Html {
  const photo = shown.values["leadPhoto.photo"];
  return html`<section class="form-part stack" id="anh-dai-dien">
    <h2 id="o-leadPhoto">${formWords.leadPhoto}</h2>
    <p class="hint">${formWords.leadPhotoHint}</p>
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
    ${fileField({
      name: "leadPhoto.file",
      label: photo === "" ? formScriptWords.leadFile : formScriptWords.replaceLeadFile,
      hint: null,
      error: errorOf(shown.errors, "leadPhoto.file") ?? errorOf(shown.errors, "leadPhoto.photo"),
      many: false,
    })}
    <div class="stack lead-words">
      ${textField({ ...field(shown, "leadPhoto.alt", formWords.alt, formWords.altHint), rows: 2 })}
      ${textField({ ...field(shown, "leadPhoto.caption", formWords.caption), rows: 2 })}
      ${inputField(field(shown, "leadPhoto.credit", formWords.credit))}
    </div>
  </section>`;
}
