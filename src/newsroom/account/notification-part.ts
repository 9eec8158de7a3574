import {
  notificationKindsPath,
  removePushDevicePath,
  testPushDevicePath,
} from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { readDevice } from "../../people/device.ts";
import { listKinds } from "../../people/notification-kind.ts";
import { hasRole } from "../../people/person.ts";
import { listPushDevices, readMutedKinds } from "../../people/push-device-store.ts";
import type { PushDevice } from "../../people/push-device-store.ts";
import type { Session } from "../../people/session.ts";
import { readPublicPushKey } from "../../publishing/push-service.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { notificationWords } from "../../vietnamese/words/notifications.ts";

/** The part of the account page about notifications. Turning them on needs script; everything else works without it. */
export async function renderNotificationPart(c: AppContext, current: Session): Promise<Html> {
  const { DB, PUSH_KEY } = c.env;
  const { person } = current;
  if (PUSH_KEY === undefined) return renderPartNotSetUp(hasRole(person, "admin"));
  const [devices, muted] = await Promise.all([
    listPushDevices(DB, person.id, Date.now()),
    readMutedKinds(DB, person.id),
  ]);
  return html`<section
    id="thong-bao"
    aria-labelledby="thong-bao-dau"
    data-push-key="${readPublicPushKey(PUSH_KEY)}"
  >
    <h2 id="thong-bao-dau">${notificationWords.heading}</h2>
    <p class="hint">${notificationWords.hint}</p>
    <p class="row">
      <button class="primary" type="button" hidden>${notificationWords.turnOn}</button>
      <span role="status">${notificationWords.needsScript}</span>
    </p>
    <h3>${notificationWords.devices}</h3>
    ${
      devices.length === 0
        ? html`<p>${notificationWords.noDevices}</p>`
        : html`<ul class="lines">
            ${devices.map(renderDeviceLine)}
          </ul>`
    }
    <p class="hint">${notificationWords.devicesEnd}</p>
    ${renderKindsForm(current, muted)}
  </section>`;
}

function renderPartNotSetUp(isAdmin: boolean): Html {
  const text = isAdmin ? notificationWords.notSetUpForAdmins : notificationWords.notSetUp;
  return html`<section id="thong-bao">
    <h2>${notificationWords.heading}</h2>
    <p>${text}</p>
  </section>`;
}

/** Script marks the line of its own browser, by the endpoint's hash. */
function renderDeviceLine({ id, userAgent, createdAt }: PushDevice): Html {
  const { browser, system } = readDevice(userAgent);
  const name = accountWords.device(browser, system);
  const renderButton = (path: string, text: string, label: string) =>
    html`<form method="post" action="${path}">
      <button type="submit" name="device" value="${id}" aria-label="${label}">${text}</button>
    </form>`;
  return html`<li class="row row-apart" data-push-device="${id}">
    <div>
      <b>${name}</b>
      <span class="state" hidden>${accountWords.thisDevice}</span>
      <p class="soft">${notificationWords.deviceSince} ${renderShortTime(createdAt)}</p>
    </div>
    <div class="row">
      ${renderButton(testPushDevicePath, notificationWords.sendTest, notificationWords.sendTestTo(name))}
      ${renderButton(removePushDevicePath, notificationWords.turnOff, notificationWords.turnOffOf(name))}
    </div>
  </li>`;
}

function renderKindsForm({ person }: Session, muted: readonly string[]): Html {
  return html`<form method="post" action="${notificationKindsPath}" class="stack">
    <fieldset>
      <legend>${notificationWords.kinds}</legend>
      ${listKinds(person).map(
        (kind) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              name="kind"
              value="${kind}"
              ${muted.includes(kind) ? null : html`checked`}
            />
            ${notificationWords.kindNames[kind]}</label
          >`,
      )}
    </fieldset>
    <button type="submit">${notificationWords.save}</button>
  </form>`;
}
