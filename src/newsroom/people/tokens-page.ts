import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import type { Colleague } from "../../people/roster.ts";
import { scopes, tokenDays } from "../../people/token.ts";
import type { IssuedToken } from "../../people/token.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import {
  renderChoiceField,
  findError,
  renderFormFaults,
  renderInputField,
  renderCopyBox,
  renderDangerForm,
} from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { adminPath, revokeTokenPath, tokensPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";

export type TypedToken = { owner: string; label: string; scope: string; days: string };

/** Names of the fields, in their order. */
export const tokenFields = ["owner", "label", "scope", "days"] as const;

export type TokensPage = {
  tokens: readonly IssuedToken[];
  /** The people who may own a token. */
  owners: readonly Colleague[];
  typed: TypedToken;
  errors: readonly FieldError[];
  /** Whether one was just revoked. */
  revoked: boolean;
};

/** The valid tokens, and the form for a new one. */
export function renderTokensPage(c: AppContext, page: TokensPage): Response {
  const { tokens, errors, revoked } = page;
  const main = html`<div class="sheet sheet-wide">
    <p><a href="${adminPath}">← ${peopleWords.admin}</a></p>
    <h1>${peopleWords.tokens}</h1>
    <p class="hint">${peopleWords.tokensHint}</p>
    ${revoked ? html`<p class="done" role="status">${peopleWords.revoked}</p>` : null}
    ${renderFormFaults(errors, tokenFields)}
    <h2>${peopleWords.issuedTokens}</h2>
    ${
      tokens.length === 0
        ? html`<p>${peopleWords.noTokens}</p>`
        : html`<ul class="lines">
            ${tokens.map(renderLine)}
          </ul>`
    }
    ${renderTokenForm(page)}
  </div>`;
  const status = errors.length === 0 ? 200 : 422;
  return newsroomPage(c, { title: peopleWords.tokens, current: "admin", main, status });
}

/** The page with a new token. The token is never shown again. */
export function renderTokenPage(
  c: AppContext,
  { token, label, endsAt }: { token: string; label: string; endsAt: number },
): Response {
  const main = html`<div class="sheet sheet-wide">
    <h1>${peopleWords.tokenMade}</h1>
    <p><b>${label}</b></p>
    <p>${peopleWords.tokenOnce}</p>
    ${renderCopyBox(token)}
    <p>${peopleWords.tokenEnds} ${renderShortTime(endsAt)}.</p>
    <p><a href="${tokensPath}">${peopleWords.backToTokens}</a></p>
  </div>`;
  return newsroomPage(c, { title: peopleWords.tokenMade, current: "admin", main });
}

function renderLine({ id, owner, label, scope, createdAt, usedAt, endsAt }: IssuedToken): Html {
  return html`<li>
    <b>${label}</b>
    <p class="soft">
      ${owner.name} (${owner.username}) · ${peopleWords.shortScopes[scope]}
      ${owner.enabled ? null : html` · ${peopleWords.ownerDisabled}`}
    </p>
    <p class="soft">
      ${peopleWords.madeAt} ${renderShortTime(createdAt)},
      ${usedAt === null ? peopleWords.neverUsed : html`${peopleWords.usedAt} ${renderShortTime(usedAt)}`}
    </p>
    <p class="soft">
      ${endsAt > Date.now() ? peopleWords.tokenEnds : html`<b>${peopleWords.tokenEnded}</b>`}
      ${renderShortTime(endsAt)}
    </p>
    ${renderDangerForm({ action: revokeTokenPath(id), open: peopleWords.revoke, question: peopleWords.revokeQuestion(label), go: peopleWords.revoke })}
  </li>`;
}

function renderTokenForm({ owners, typed, errors }: TokensPage): Html {
  const people = owners.map(({ id, name, username, role }) => ({
    value: id,
    label: `${name} (${username}) – ${newsroomWords.roles[role]}`,
  }));
  return html`<h2>${peopleWords.makeToken}</h2>
    <form method="post" action="${tokensPath}" class="stack">
      ${renderChoiceField({
        name: "owner",
        label: peopleWords.owner,
        value: typed.owner,
        error: findError(errors, "owner"),
        choices: people,
      })}
      ${renderInputField({
        name: "label",
        label: peopleWords.label,
        value: typed.label,
        hint: peopleWords.labelHint,
        error: findError(errors, "label"),
        required: true,
        more: html`autocomplete="off"`,
      })}
      ${renderChoiceField({
        name: "scope",
        label: peopleWords.scope,
        value: typed.scope,
        error: findError(errors, "scope"),
        choices: scopes.map((scope) => ({ value: scope, label: peopleWords.scopes[scope] })),
      })}
      ${renderChoiceField({
        name: "days",
        label: peopleWords.tokenDays,
        value: typed.days,
        error: findError(errors, "days"),
        choices: tokenDays.map((days) => ({
          value: String(days),
          label: peopleWords.daysOf[days],
        })),
      })}
      <button class="primary" type="submit">${peopleWords.makeToken}</button>
    </form>`;
}
