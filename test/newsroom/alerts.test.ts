import { env } from "cloudflare:workers";
import { createExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { runClock } from "../../src/clock.ts";
import { notifyOfAlerts } from "../../src/publishing/alerts.ts";
import { article, submitArticle } from "../support/articles.ts";
import { addSections } from "../support/newsroom.ts";
import { PushBrowser } from "../support/push-browser.ts";
import { hireInBrowser } from "../support/staff.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

let browser: PushBrowser;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare("DELETE FROM push_devices"),
    env.DB.prepare("DELETE FROM outbox"),
  ]);
  browser = new PushBrowser();
});

async function runClockAt(now: number): Promise<void> {
  await runClock(env, createExecutionContext(), now);
}

async function countNotifications(): Promise<number> {
  const sql = "SELECT COUNT(*) AS n FROM outbox WHERE kind = 'notification'";
  return (await env.DB.prepare(sql).first<number>("n")) ?? 0;
}

describe("admins receive each alert of the desk once", () => {
  test("also when there are more than the desk shows, and their order changes", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await browser.turnOn(await hireInBrowser("admin"));
    const reporter = await hireInBrowser("reporter");
    const ids: string[] = [];
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      ids.push((await submitArticle(reporter, article(`Bài quá hạn ${n}`))).id);
    }
    const now = Date.now();
    const schedule = (some: string[], at: number) =>
      env.DB.batch(
        some.map((id, n) =>
          env.DB.prepare(
            "UPDATE articles SET state = 'scheduled', scheduled_version = 1, scheduled_at = ?2 WHERE id = ?1",
          ).bind(id, at - n),
        ),
      );
    const alerts = async () => {
      await notifyOfAlerts(env.DB, now);
      return countNotifications();
    };
    await env.DB.prepare("DELETE FROM outbox").run();
    await schedule(ids.slice(0, 5), now - 30 * minute);
    expect(await alerts()).toBe(5);
    // Two older ones push two of the five out of the list.
    await schedule(ids.slice(5), now - 60 * minute);
    expect(await alerts()).toBe(7);
    await env.DB.prepare(
      "UPDATE articles SET scheduled_at = NULL, scheduled_version = NULL, state = 'submitted' WHERE id IN (?1, ?2)",
    )
      .bind(ids[5], ids[6])
      .run();
    expect(await alerts()).toBe(7);
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE articles SET scheduled_at = NULL, scheduled_version = NULL, state = 'submitted'",
      ),
      env.DB.prepare("DELETE FROM outbox"),
      env.DB.prepare("DELETE FROM notified_alerts"),
    ]);
  });

  test("and again when it comes back", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const admin = await hireInBrowser("admin");
    await browser.turnOn(admin);
    const failing = env.DB.prepare(
      `INSERT INTO outbox (kind, payload, rounds, created_at, due_at, attempts, last_error)
       VALUES ('purge', '["lists"]', 2, ?1, ?1, 3, 'refused')`,
    ).bind(Date.now() + day);
    await failing.run();
    const now = Date.now();
    for (const n of [1, 2, 3]) await runClockAt(now + n * minute);
    expect(await browser.messages()).toEqual([
      {
        title: "Tòa soạn có việc trục trặc",
        body: "Bản cũ của trang chưa được xóa khỏi bộ nhớ đệm.",
        path: "/toa-soan",
      },
    ]);
    await env.DB.prepare("DELETE FROM outbox WHERE kind = 'purge'").run();
    await runClockAt(now + 4 * minute);
    await failing.run();
    await runClockAt(now + 5 * minute);
    expect(await browser.messages()).toHaveLength(2);
    await env.DB.prepare("DELETE FROM outbox").run();
  });
});
