import { createExecutionContext, createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { actOnEach } from "../../src/errors.ts";
import { findUsageDay } from "../../src/health/health.ts";
import { addUsage } from "../../src/health/health-store.ts";
import { countRequest, countRows, saveUsage } from "../../src/health/usage.ts";
import { healthWords } from "../../src/vietnamese/words/health.ts";
import worker from "../../src/worker.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

let admin: Staff;

beforeAll(async () => {
  admin = await hireInBrowser("admin");
});

beforeEach(async () => {
  await run(`UPDATE heartbeat SET ran_at = ?1, photo_bytes = 0, measured_at = 0`, Date.now());
  for (const table of ["clock_errors", "usage_days", "backups", "outbox"]) {
    await run(`DELETE FROM ${table}`);
  }
});

async function run(sql: string, ...values: unknown[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(...values)
    .run();
}

type Answer = Record<string, unknown> & { ok: boolean; problems: { name: string; text: string }[] };

async function readHealth(): Promise<{ status: number; body: Answer }> {
  const answer = await admin.send("/healthz?sau=1");
  return { status: answer.status, body: await answer.json<Answer>() };
}

/** The time `ms` before now. */
function before(ms: number): number {
  return Date.now() - ms;
}

const addBackup = `INSERT INTO backups (ended_at, started_at, target, bytes, error) VALUES (?1, ?1, 'nas', 1, ?2)`;

const failOutbox = `INSERT INTO outbox (kind, payload, rounds, created_at, due_at, attempts, last_error)
  VALUES ('purge', '["lists"]', 2, ?1, ?1, 3, 'refused')`;

const { problems, limitAdvice } = healthWords;

describe("GET /healthz?sau=1", () => {
  test("tells admins that all is well, and the figures of the site", async () => {
    await run(addBackup, before(day), null);
    const { status, body } = await readHealth();
    expect([status, body.ok, body.problems]).toEqual([200, true, []]);
    expect(body).toMatchObject({
      clockErrors: [],
      outbox: { waiting: 0, oldestAt: null, failed: 0 },
      used: { requests: 0, rowsRead: 0, rowsWritten: 0, database: expect.any(Number), bucket: 0 },
      limits: { rowsRead: 5_000_000 },
      backup: { target: "nas", error: null },
      version: { id: env.VERSION.id },
      settings: { accessSignIn: false, databaseLocation: "apac" },
      migration: expect.stringMatching(/./),
    });
    expect(body["database"]).toMatchObject({ roundTrip: expect.any(Number) });
  });

  const cases: [what: string, name: string, text: string, break_: () => Promise<void>][] = [
    [
      "a clock that stopped",
      "heartbeat",
      problems.heartbeat(4),
      () => run(`UPDATE heartbeat SET ran_at = ?1`, before(4 * minute + 1000)),
    ],
    [
      "an error of the clock in the last hour",
      "clock",
      problems.clock("mostRead", "Error: no"),
      () => run(`INSERT INTO clock_errors VALUES ('mostRead', 2, ?1, 'Error: no')`, before(minute)),
    ],
    [
      "many rows of the day",
      "limit",
      problems.limit("4.100.000 / 5.000.000 dòng đọc trong ngày", limitAdvice.free),
      () =>
        addUsage(env.DB, findUsageDay(Date.now()), {
          requests: 1,
          rowsRead: 4_100_000,
          rowsWritten: 1,
        }),
    ],
    [
      "a bucket that is nearly full",
      "limit",
      problems.limit("9.000 / 10.000 MB ảnh và tệp", limitAdvice.bucket),
      () => run(`UPDATE heartbeat SET photo_bytes = 9000000000`),
    ],
    [
      "an old backup",
      "backup",
      problems.backup(9),
      () => run(addBackup, before(9 * day + minute), null),
    ],
    [
      "a failed backup",
      "backup",
      problems.failedBackup("no space"),
      () => run(addBackup, before(minute), "no space"),
    ],
  ];

  test.each(cases)(
    "answers 503 for %s, and the desk of admins and their page say what to do",
    async (_what, name, text, break_) => {
      await break_();
      const { status, body } = await readHealth();
      expect([status, body.ok, body.problems]).toEqual([503, false, [{ name, text }]]);
      for (const path of ["/toa-soan", "/toa-soan/quan-tri/tinh-trang"]) {
        expect(await (await admin.open(path)).text(), path).toContain(text);
      }
      const editor = await hireInBrowser("editor");
      expect(await (await editor.open("/toa-soan")).text()).not.toContain(text);
    },
  );

  test("answers 503 for a purge that failed", async () => {
    await run(failOutbox, Date.now());
    const { status, body } = await readHealth();
    expect([status, body.problems.map(({ name }) => name)]).toEqual([503, ["outbox"]]);
    expect(body["outbox"]).toMatchObject({ waiting: 1, failed: 1 });
  });

  test("shows older errors of the clock without calling them a problem", async () => {
    await run(`INSERT INTO clock_errors VALUES ('notifying', 7, ?1, 'Error: no')`, before(day));
    const { status, body } = await readHealth();
    expect([status, body["clockErrors"]]).toMatchObject([
      200,
      [{ work: "notifying", failures: 7 }],
    ]);
    const page = await (await admin.open("/toa-soan/quan-tri/tinh-trang")).text();
    expect(page).toContain(healthWords.failures("notifying", 7));
  });
});

describe("the clock", () => {
  const controller = createScheduledController({ cron: "* * * * *" });

  test("leaves a heartbeat and the bytes of the library", async () => {
    await run(`UPDATE heartbeat SET ran_at = 0`);
    await worker.scheduled(controller, env, createExecutionContext());
    const row = await env.DB.prepare(`SELECT * FROM heartbeat`).first<Record<string, number>>();
    expect(row?.["ran_at"]).toBeGreaterThan(before(minute));
    expect(row?.["measured_at"]).toBe(row?.["ran_at"]);
  });

  test("counts a failure, goes on, and throws it at the end", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const photos = {
      list: () => Promise.reject(new Error("bucket is away")),
    } as unknown as R2Bucket;
    const broken = { ...env, PHOTOS: photos };
    const fail = () => worker.scheduled(controller, broken, createExecutionContext());
    await expect(fail()).rejects.toThrow("orphanFiles: Error: bucket is away");
    await expect(fail()).rejects.toThrow("orphanFiles");
    const { body } = await readHealth();
    expect(body["clockErrors"]).toMatchObject([
      { work: "orphanFiles", failures: 2, error: "Error: bucket is away" },
    ]);
    expect(body["heartbeat"]).toMatchObject({ ranAt: expect.any(Number) });
    // What it did is in the count of the day.
    expect((body["used"] as { rowsRead: number }).rowsRead).toBeGreaterThan(0);
  });
});

test("a failed item stops no other one, and is thrown at the end", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const done: number[] = [];
  const acts = actOnEach([1, 2, 3], async (item) => {
    if (item === 2) throw new Error("two failed");
    done.push(item);
  });
  await expect(acts).rejects.toThrow("two failed");
  expect(done).toEqual([1, 3]);
});

test("an isolate writes no usage in its first minute, although the platform's time is 0 at its start", async () => {
  vi.resetModules();
  vi.setSystemTime(0);
  const fresh = await import("../../src/health/usage.ts");
  vi.useRealTimers();
  const waitUntil = vi.fn<(work: Promise<unknown>) => void>();
  for (let n = 0; n < 20; n += 1) fresh.countRequest(env, { waitUntil });
  expect(waitUntil).not.toHaveBeenCalled();
});

test("requests and their rows are added to the day after a minute, twenty or more at once", async () => {
  const counted = countRows(env);
  expect(countRows(env)).toBe(counted);
  const waiting: Promise<unknown>[] = [];
  const ctx = { waitUntil: (work: Promise<unknown>) => void waiting.push(work) };
  await counted.DB.prepare(`SELECT * FROM heartbeat`).first();
  await saveUsage(env.DB);
  try {
    vi.setSystemTime(Date.now() + 2 * minute);
    for (let n = 0; n < 19; n += 1) countRequest(env, ctx);
    expect(waiting).toHaveLength(0);
    for (let n = 0; n < 19; n += 1) countRequest(env, ctx);
    await Promise.all(waiting);
  } finally {
    vi.useRealTimers();
  }
  expect(waiting).toHaveLength(1);
  const { body } = await readHealth();
  expect((body["used"] as { requests: number }).requests).toBeGreaterThan(0);
});
