import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { findPasswordFault, passwordLengths } from "../../people/password-rules.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { requestWords } from "../../vietnamese/words/request.ts";
import { findError, inputField } from "../fields.ts";
import { readRaw } from "../form-data.ts";

/** Names of the two fields, in their order. */
export const newPasswordFields = ["password", "repeat"] as const;

/** The fields for a new password, typed twice; what was typed is never sent back. The hidden one tells password managers whose. */
export function newPasswordInputs(username: string, errors: readonly FieldError[]): Html {
  return html`<input
      type="text"
      name="username"
      value="${username}"
      autocomplete="username"
      readonly
      hidden
    />
    ${inputField({
      name: "password",
      label: accountWords.newPassword,
      value: "",
      type: "password",
      hint: accountWords.passwordHint(passwordLengths.least),
      error: findError(errors, "password"),
      required: true,
      more: html`autocomplete="new-password" minlength="${passwordLengths.least}"`,
    })}
    ${inputField({
      name: "repeat",
      label: accountWords.repeatPassword,
      value: "",
      type: "password",
      error: findError(errors, "repeat"),
      required: true,
      more: html`autocomplete="new-password"`,
    })}`;
}

/** The password that a form asks for. AppError invalid names the field when it is weak or was typed differently. */
export function readNewPassword(form: FormData, username: string): string {
  const password = readRaw(form, "password");
  const fault = findPasswordFault(password, username);
  if (fault !== null) refuse("password", accountWords.passwordFaults[fault]);
  if (readRaw(form, "repeat").normalize("NFC") !== password.normalize("NFC")) {
    refuse("repeat", accountWords.passwordsDiffer);
  }
  return password;
}

function refuse(path: string, message: string): never {
  throw new AppError("invalid", requestWords.invalid, [{ path, message }]);
}
