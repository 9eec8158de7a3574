import type { AppContext } from "../../context.ts";
import { readStaticBytes } from "../../edge-cache/caching-policy.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import {
  commonPasswordsPath,
  findPasswordFault,
  passwordLengths,
} from "../../people/password-rules.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { requestWords } from "../../vietnamese/words/request.ts";
import { findError, renderInputField } from "../fields.ts";
import { readRaw } from "../form-data.ts";

/** Names of the two fields, in their order. */
export const newPasswordFields = ["password", "repeat"] as const;

/**
 * The fields for a new password, typed twice. Their values are never sent back. The hidden field tells password managers
 * the username.
 */
export function renderNewPasswordInputs(username: string, errors: readonly FieldError[]): Html {
  return html`<input
      type="text"
      name="username"
      value="${username}"
      autocomplete="username"
      readonly
      hidden
    />
    ${renderInputField({
      name: "password",
      label: accountWords.newPassword,
      value: "",
      type: "password",
      hint: accountWords.passwordHint(passwordLengths.min),
      error: findError(errors, "password"),
      required: true,
      more: html`autocomplete="new-password" minlength="${passwordLengths.min}"`,
    })}
    ${renderInputField({
      name: "repeat",
      label: accountWords.repeatPassword,
      value: "",
      type: "password",
      error: findError(errors, "repeat"),
      required: true,
      more: html`autocomplete="new-password"`,
    })}`;
}

/** Reads the new password of a form. AppError invalid, with the field, if it is weak or the two differ. */
export async function readNewPassword(
  c: AppContext,
  form: FormData,
  username: string,
): Promise<string> {
  const password = readRaw(form, "password");
  const { name, tagline, agency, portal, baseUrl } = c.var.site;
  const siteWords = [name, tagline, agency.name, agency.parent, portal.name, new URL(baseUrl).host];
  const common = await readCommonPasswords(c.env.ASSETS);
  const fault = findPasswordFault(password, { username, siteWords, common });
  if (fault !== null) refuse("password", accountWords.passwordFaults[fault]);
  if (readRaw(form, "repeat").normalize("NFC") !== password.normalize("NFC")) {
    refuse("repeat", accountWords.passwordsDiffer);
  }
  return password;
}

/** Reads the file that scripts/build-client.ts writes. A missing file is a broken deployment. */
async function readCommonPasswords(assets: Fetcher): Promise<ReadonlySet<string>> {
  const bytes = await readStaticBytes(assets, commonPasswordsPath);
  if (bytes === null) throw new Error(`the static assets lack ${commonPasswordsPath}`);
  return new Set(new TextDecoder().decode(bytes).split("\n"));
}

function refuse(path: string, message: string): never {
  throw new AppError("invalid", requestWords.invalid, [{ path, message }]);
}
