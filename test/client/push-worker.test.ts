import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

/** What a browser gives to a service worker. */
type Listener = (event: unknown) => void;

const listeners = new Map<string, Listener>();
let shown: unknown[] = [];
let opened: string[] = [];
let focused: string[] = [];
let windows: string[] = [];

/** What was sent to the site, and what the browser subscribes to. */
let sent: unknown[] = [];
let present: unknown = null;
let isAllowed = true;
const subscription = {
  toJSON: () => ({ endpoint: "https://push.example/2", keys: { p256dh: "B2", auth: "a2" } }),
};
const pushManager = {
  getSubscription: async () => present,
  subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
    if (!isAllowed || applicationServerKey !== "BKey") throw new Error("not allowed");
    return subscription;
  },
};
const renewal = [
  "/toa-soan/tai-khoan/thong-bao",
  "POST",
  { endpoint: "https://push.example/2", p256dh: "B2", auth: "a2", renew: true },
];

beforeAll(async () => {
  const ofWorker = {
    self: globalThis,
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    registration: { showNotification: async (...all: unknown[]) => shown.push(all), pushManager },
    pushKey: "BKey",
    fetch: async (path: string, init: { method: string; body: string }) => {
      sent.push([path, init.method, JSON.parse(init.body)]);
      return Response.json({}, { status: 401 });
    },
    clients: {
      matchAll: async () => windows.map((url) => ({ url, focus: async () => focused.push(url) })),
      openWindow: async (path: string) => opened.push(path),
    },
  };
  for (const [name, value] of Object.entries(ofWorker)) vi.stubGlobal(name, value);
  await import("../../src/client/newsroom/push-worker.ts");
});

// Other files run in the same process.
afterAll(() => void vi.unstubAllGlobals());

beforeEach(() => {
  [shown, opened, focused, windows, sent] = [[], [], [], [], []];
  [present, isAllowed] = [null, true];
});

async function dispatch(type: string, event: Record<string, unknown>): Promise<void> {
  const work: Promise<unknown>[] = [];
  listeners.get(type)?.({ ...event, waitUntil: (one: Promise<unknown>) => work.push(one) });
  await Promise.all(work);
}

const click = { notification: { close: () => null, data: "/toa-soan/bai/k7" } };

test("a message is shown with its text; one with the same tag replaces it", async () => {
  const message = {
    title: "Có bài chờ duyệt",
    body: "Tên bài",
    path: "/toa-soan/bai/k7",
    tag: "9",
  };
  await dispatch("push", { data: { json: () => message } });
  expect(shown).toEqual([
    [
      "Có bài chờ duyệt",
      expect.objectContaining({ body: "Tên bài", tag: "9", data: message.path }),
    ],
  ]);
});

test("a click opens the page of the notification", async () => {
  windows = ["https://bantin.example/toa-soan"];
  await dispatch("notificationclick", click);
  expect([opened, focused]).toEqual([["/toa-soan/bai/k7"], []]);
});

test("a click shows the window that has the page already", async () => {
  windows = ["https://bantin.example/toa-soan/bai/k7"];
  await dispatch("notificationclick", click);
  expect([opened, focused]).toEqual([[], windows]);
});

test("a subscription that the browser ended is made again, and the server gets it once", async () => {
  await dispatch("pushsubscriptionchange", {});
  expect(sent).toEqual([renewal]);
});

test.each([
  ["the event brings it", { newSubscription: subscription }, null],
  ["the browser has it already", {}, subscription],
])("a new subscription is sent as it is when %s", async (_, event, known) => {
  [present, isAllowed] = [known, false];
  await dispatch("pushsubscriptionchange", event);
  expect(sent).toEqual([renewal]);
});

test("nothing is sent when the user no longer allows notifications", async () => {
  isAllowed = false;
  await dispatch("pushsubscriptionchange", { newSubscription: null });
  expect(sent).toEqual([]);
});

test("the worker handles no request", () => {
  const types = ["notificationclick", "push", "pushsubscriptionchange"];
  expect([...listeners.keys()].sort()).toEqual(types);
});
