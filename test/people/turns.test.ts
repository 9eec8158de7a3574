import { expect, test } from "vitest";
import { Turns } from "../../src/people/turns.ts";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("tasks run one after another, and tasks beyond the limit are refused", async () => {
  const turns = new Turns({ maxWaiting: 5, pause: 1, abandonedAfter: 10_000 });
  let running = 0;
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      turns.run(async () => {
        expect(++running).toBe(1);
        await sleep(2);
        running--;
        return n;
      }),
    ),
  );
  expect(outcomes).toEqual([0, 1, 2, 3, 4, ...Array<null>(15).fill(null)]);
  expect(await turns.run(async () => "later")).toBe("later");
});

test("a failed task frees its place", async () => {
  const turns = new Turns({ maxWaiting: 1, pause: 1, abandonedAfter: 10_000 });
  await expect(turns.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await turns.run(async () => "next")).toBe("next");
});

test("a task that never ends delays the others only until its deadline", async () => {
  const turns = new Turns({ maxWaiting: 2, pause: 1, abandonedAfter: 50 });
  void turns.run(() => new Promise(() => undefined));
  expect(await turns.run(async () => "next")).toBe("next");
});
