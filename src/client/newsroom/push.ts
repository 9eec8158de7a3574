import { pushDevicePath, pushWorkerPath } from "../../addresses/newsroom.ts";
import { pushWords } from "../../vietnamese/words/notifications.ts";
import { askServer } from "./ask-server.ts";

/** The scope of the service worker. No page has an address in it, so the worker controls none. */
const pushWorkerScope = "/toa-soan/thong-bao/";

/** Shows the button on the account page that turns notifications on for this browser, or why it cannot. */
export async function offerNotifications(part: HTMLElement): Promise<void> {
  const key = part.dataset["pushKey"];
  const [button, status] = [part.querySelector("button"), part.querySelector("[role=status]")];
  if (key === undefined || button === null || status === null) return;
  const say = (text: string): void => {
    status.textContent = text;
  };
  if (!isSupported()) return say(isIphone() ? pushWords.iphone : pushWords.unsupported);
  if (await markThisDevice(part)) return say(pushWords.on);
  button.hidden = false;
  say(Notification.permission === "denied" ? pushWords.denied : pushWords.off);
  button.addEventListener("click", () => {
    button.disabled = true;
    say(pushWords.working);
    void turnOn(key)
      .then((refusal) => refusal !== null && say(refusal))
      .finally(() => {
        button.disabled = false;
      });
  });
}

/**
 * After a new sign-in, moves the device of this browser to the new session, because notifications end with their session.
 * The server ignores a browser that the person has not turned on.
 */
export async function renewNotifications(): Promise<void> {
  const subscription = await findSubscription();
  if (subscription !== null) await sendSubscription(subscription, true);
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

function isIphone(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent);
}

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(pushWorkerScope);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Marks this browser in the list of devices. Returns false if it is not in the list. */
async function markThisDevice(part: HTMLElement): Promise<boolean> {
  const subscription = await findSubscription();
  if (subscription === null) return false;
  const bytes = new TextEncoder().encode(subscription.endpoint);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const id = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const mark = part.querySelector<HTMLElement>(`[data-push-device="${id}"] .state`);
  if (mark === null) return false;
  mark.hidden = false;
  return true;
}

/** Returns why notifications could not be turned on; null when the page is leaving. */
async function turnOn(key: string): Promise<string | null> {
  const permission = await Notification.requestPermission();
  if (permission === "denied") return pushWords.denied;
  if (permission === "default") return pushWords.dismissed;
  let subscription: PushSubscription;
  try {
    subscription = await subscribe(key);
  } catch {
    return pushWords.serviceFailed;
  }
  const answer = await sendSubscription(subscription, false);
  if (answer.kind === "refused") return answer.detail;
  if (answer.kind === "offline") return pushWords.notConnected;
  window.location.assign(answer.value.location);
  return null;
}

/** A former subscription may belong to another key of the site, so a new one is made. */
async function subscribe(key: string): Promise<PushSubscription> {
  const options = { scope: pushWorkerScope };
  const registration = await navigator.serviceWorker.register(pushWorkerPath, options);
  await waitUntilActive(registration);
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** No page is in the worker's scope, so `navigator.serviceWorker.ready` would never come. */
function waitUntilActive({ active, waiting, installing }: ServiceWorkerRegistration) {
  const worker = waiting ?? installing;
  if (active !== null || worker === null) return null;
  return new Promise<void>((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("the service worker was dropped"));
    });
  });
}

async function sendSubscription(subscription: PushSubscription, renew: boolean) {
  const { endpoint, keys } = subscription.toJSON();
  const body = { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"], renew };
  return askServer<{ location: string }>("POST", pushDevicePath, body);
}
