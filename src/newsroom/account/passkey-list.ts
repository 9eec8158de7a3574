import { removePasskeyPath } from "../../addresses/newsroom.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderInputField, renderDangerForm } from "../fields.ts";
import { renderShortTime } from "../../html/time.ts";
import { readDevice } from "../../people/device.ts";
import { maxPasskeyNameLength } from "../../people/passkey-store.ts";
import type { Passkey } from "../../people/passkey-store.ts";
import type { Session } from "../../people/session.ts";
import { accountWords } from "../../vietnamese/words/account.ts";

/** The user's passkeys, and the form to add one. The form stays hidden without script. */
export function renderPasskeyList(passkeys: readonly Passkey[], current: Session): Html {
  const { browser, system } = readDevice(current.device);
  return html`<h2>${accountWords.passkeys}</h2>
    <p class="hint">${accountWords.passkeysHint}</p>
    ${
      passkeys.length === 0
        ? html`<p>${accountWords.noPasskeys}</p>`
        : html`<ul class="lines">
            ${passkeys.map(renderLine)}
          </ul>`
    }
    <form class="stack" data-passkey="add" hidden>
      ${renderInputField({
        name: "key-name",
        label: accountWords.passkeyName,
        value: accountWords.device(browser, system),
        required: true,
        more: html`maxlength="${maxPasskeyNameLength}"`,
      })}
      ${
        isFresh(current, Date.now())
          ? null
          : renderInputField({
              name: "key-password",
              label: accountWords.presentPassword,
              value: "",
              type: "password",
              hint: accountWords.confirmForPasskey,
              required: true,
              more: html`autocomplete="current-password"`,
            })
      }
      <button class="primary" type="submit">${accountWords.addPasskey}</button>
      <p role="status"></p>
    </form>`;
}

function renderLine({ id, name, createdAt, usedAt }: Passkey): Html {
  return html`<li>
    <b>${name}</b>
    <p class="soft">
      ${accountWords.addedAt} ${renderShortTime(createdAt)},
      ${
        usedAt === null
          ? accountWords.neverUsed
          : html`${accountWords.lastUsedAt} ${renderShortTime(usedAt)}`
      }
    </p>
    ${renderDangerForm({
      action: removePasskeyPath,
      open: accountWords.removePasskey,
      question: accountWords.removePasskeyQuestion(name),
      go: accountWords.removePasskey,
      sent: { name: "key", value: id },
    })}
  </li>`;
}

/**
 * Whether the user signed in so recently that adding a key needs no password. After that it does: a stranger at an
 * unlocked computer must not be able to add their own key (OWASP Authentication Cheat Sheet).
 */
export function isFresh({ createdAt }: Pick<Session, "createdAt">, now: number): boolean {
  return now - createdAt < freshTime;
}

const freshTime = 15 * 60 * 1000;
