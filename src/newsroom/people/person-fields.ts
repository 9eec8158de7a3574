import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { roles } from "../../people/person.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { renderChoiceField, findError, renderInputField } from "../fields.ts";
import type { TypedPerson } from "./person-input.ts";

/** The username. It is set once, when a person is added. */
export function renderUsernameField(
  { username }: TypedPerson,
  errors: readonly FieldError[],
): Html {
  return renderInputField({
    name: "username",
    label: peopleWords.username,
    value: username,
    hint: peopleWords.usernameHint,
    error: findError(errors, "username"),
    required: true,
    more: html`autocomplete="off" autocapitalize="none" spellcheck="false"`,
  });
}

/** The fields of a person that can be changed. */
export function renderPersonInputs(typed: TypedPerson, errors: readonly FieldError[]): Html {
  return html`${renderInputField({
    name: "name",
    label: peopleWords.name,
    value: typed.name,
    error: findError(errors, "name"),
    required: true,
    more: html`autocomplete="off"`,
  })}
  ${renderChoiceField({
    name: "role",
    label: peopleWords.role,
    value: typed.role,
    hint: peopleWords.roleHint,
    error: findError(errors, "role"),
    choices: roles.map((role) => ({ value: role, label: newsroomWords.roles[role] })),
  })}
  ${renderInputField({
    name: "unit",
    label: peopleWords.unit,
    value: typed.unit,
    error: findError(errors, "unit"),
    more: html`autocomplete="off"`,
  })}
  ${renderInputField({
    name: "email",
    label: peopleWords.email,
    value: typed.email,
    type: "email",
    hint: peopleWords.emailHint,
    error: findError(errors, "email"),
    more: html`autocomplete="off"`,
  })}`;
}
