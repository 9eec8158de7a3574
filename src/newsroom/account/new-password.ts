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

/**
 * The fields for a new password, typed twice. Their values are never sent back. The hidden field tells password managers
 * the username.
 */
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
      hint: accountWords.passwordHint(passwordLengths.min),
      error: findError(errors, "password"),
      required: true,
      more: html`autocomplete="new-password" minlength="${passwordLengths.min}"`,
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

/** Reads the new password of a form. AppError invalid, with the field, if it is weak or the two differ. */
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
