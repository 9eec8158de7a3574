/*
 * The service worker of notifications. It shows what the site sends, opens the page of a notification, and renews a subscription
 * that the browser ended. It has no handler of fetch, and its scope has no page, so it never stands between a page and the site.
 */
import { deskPath, pushDevicePath } from "../../addresses/newsroom.ts";
import { touchIconPath } from "../../addresses/public.ts";

type Message = { title: string; body: string; path: string; tag: string };

type WorkerScope = {
  /** The site's public key, which the server writes before this script; undefined if notifications are off. */
  pushKey?: string;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: object): Promise<{ url: string; focus(): Promise<unknown> }[]>;
    openWindow(path: string): Promise<unknown>;
  };
};

type WorkerEvent = Event & {
  waitUntil(work: Promise<unknown>): void;
  data: { json(): Message };
  notification: Notification;
  /** Not every browser gives it. */
  newSubscription?: PushSubscription | null;
};

/** The global scope, which the types of the DOM describe as a window. */
declare const self: WorkerScope;

self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data.json();
  const options = { body, tag, data: path, icon: touchIconPath, lang: "vi" };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(String(event.notification.data ?? deskPath)));
});

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renewSubscription(event.newSubscription ?? null));
});

/**
 * Tells the server what the browser subscribed to instead. It answers the session of this browser only, so signed out nothing
 * changes: notifications ended with the session.
 */
async function renewSubscription(given: PushSubscription | null): Promise<void> {
  const subscription = given ?? (await subscribeAgain());
  if (subscription === null) return;
  const { endpoint, keys } = subscription.toJSON();
  const body = { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"], renew: true };
  await fetch(pushDevicePath, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { accept: "application/json", "content-type": "application/json" },
  });
}

/** Some browsers have subscribed already. Null where the user no longer allows notifications. */
async function subscribeAgain(): Promise<PushSubscription | null> {
  const { pushManager } = self.registration;
  const present = await pushManager.getSubscription();
  if (present !== null || self.pushKey === undefined) return present;
  const options = { userVisibleOnly: true, applicationServerKey: self.pushKey };
  return pushManager.subscribe(options).catch(() => null);
}

/** Shows the window that has the page already, or opens one. */
async function openPage(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === path);
  await (open === undefined ? self.clients.openWindow(path) : open.focus());
}
