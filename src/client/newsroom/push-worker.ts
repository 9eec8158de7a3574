/*
 * The service worker of notifications. It shows what the site sends, and opens the page of a notification. It has no handler
 * of fetch, and its scope has no page, so it never stands between a page and the site.
 */
import { deskPath } from "../../addresses/newsroom.ts";
import { touchIconPath } from "../../addresses/public.ts";

type Message = { title: string; body: string; path: string; tag: string };

type WorkerScope = {
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
};

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data.json();
  const options = { body, tag, data: path, icon: touchIconPath, lang: "vi" };
  event.waitUntil(scope.registration.showNotification(title, options));
});

scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(String(event.notification.data ?? deskPath)));
});

/** Shows the window that has the page already, or opens one. */
async function openPage(path: string): Promise<void> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === path);
  await (open === undefined ? scope.clients.openWindow(path) : open.focus());
}
