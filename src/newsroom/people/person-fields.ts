import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { roles } from "../../people/person.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { choiceField, findError, inputField } from "../fields.ts";
import type { TypedPerson } from "./person-input.ts";

/** The username. It is set once, when a person is added. */
export function usernameField({ username }: TypedPerson, errors: readonly FieldError[]): Html {
  return inputField({
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
export function personInputs(typed: TypedPerson, errors: readonly FieldError[]): Html {
  return html`${inputField({
    name: "name",
    label: peopleWords.name,
    value: typed.name,
    error: findError(errors, "name"),
    required: true,
    more: html`autocomplete="off"`,
  })}
  ${choiceField({
    name: "role",
    label: peopleWords.role,
    value: typed.role,
    hint: peopleWords.roleHint,
    error: findError(errors, "role"),
    choices: roles.map((role) => ({ value: role, label: newsroomWords.roles[role] })),
  })}
  ${inputField({
    name: "unit",
    label: peopleWords.unit,
    value: typed.unit,
    error: findError(errors, "unit"),
    more: html`autocomplete="off"`,
  })}
  ${inputField({
    name: "email",
    label: peopleWords.email,
    value: typed.email,
    type: "email",
    hint: peopleWords.emailHint,
    error: findError(errors, "email"),
    more: html`autocomplete="off"`,
  })}`;
}
