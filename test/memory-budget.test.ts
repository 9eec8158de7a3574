import { expect, test } from "vitest";
import { MemoryBudget } from "../src/memory-budget.ts";

test("who needs more memory than is free waits, and takes all of it if it needs more than there is", async () => {
  const budget = new MemoryBudget(100);
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const use = (name: string, bytes: number, until: Promise<void>) =>
    budget.use(bytes, async () => {
      order.push(`${name} begins`);
      await until;
      order.push(`${name} ends`);
    });
  const all = [
    use("60", 60, first.promise),
    use("1000", 1000, Promise.resolve()),
    use("40", 40, Promise.resolve()),
  ];
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(order).toEqual(["60 begins", "40 begins", "40 ends"]);
  first.resolve();
  await Promise.all(all);
  expect(order.slice(3)).toEqual(["60 ends", "1000 begins", "1000 ends"]);
});

test("memory of an act that failed is free again", async () => {
  const budget = new MemoryBudget(100);
  await expect(budget.use(100, () => Promise.reject(new Error("x")))).rejects.toThrow("x");
  expect(await budget.use(100, () => Promise.resolve("done"))).toBe("done");
});
