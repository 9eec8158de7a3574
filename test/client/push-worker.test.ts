import { beforeAll, beforeEach, expect, test } from "vitest";

/** What a browser gives to a service worker. */
type Listener = (event: unknown) => void;

const listeners = new Map<string, Listener>();
let shown: unknown[] = [];
let opened: string[] = [];
let focused: string[] = [];
let windows: string[] = [];

beforeAll(async () => {
  Object.assign(globalThis, {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    registration: { showNotification: async (...all: unknown[]) => shown.push(all) },
    clients: {
      matchAll: async () => windows.map((url) => ({ url, focus: async () => focused.push(url) })),
      openWindow: async (path: string) => opened.push(path),
    },
  });
  await import("../../src/client/newsroom/push-worker.ts");
});

beforeEach(() => {
  [shown, opened, focused, windows] = [[], [], [], []];
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

test("the worker handles no request", () => {
  expect([...listeners.keys()].sort()).toEqual(["notificationclick", "push"]);
});
