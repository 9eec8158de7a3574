import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Ask } from "../../src/edge-cache/edge-cache.ts";
import { correctArticle } from "../../src/publishing/correction.ts";
import { readDeliveryCheck } from "../../src/publishing/delivery-store.ts";
import { checkDelivery, checkDueDeliveries } from "../../src/publishing/delivery-check.ts";
import { approve, article, submitArticle, publish, publishAt } from "../support/articles.ts";
import { asActor, addSections, hire, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { minute, runClock } from "./minutes.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});

const ask: Ask = (path) => send(path);

/** The site, with another answer for one page. */
function breakPage(page: RegExp, answer: (text: string) => Response | Promise<Response>): Ask {
  return async (path) => {
    const response = await send(path);
    return page.test(path) ? answer(await response.text()) : response;
  };
}

const now = Date.UTC(2026, 10, 23, 2, 41, 3);

describe("a delivery check", () => {
  test("records when the page and the feed show the version", async () => {
    const { id } = await publish(reporter, editor, article("Bài lên trang"));
    const check = { checkedAt: now, seenAt: now, inFeed: true, problem: null };
    expect(await checkDelivery(env.DB, ask, id, now)).toEqual(check);
    expect(await readDeliveryCheck(env.DB, id, 1)).toEqual(check);
  });

  test("of an article with an old date checks only its page", async () => {
    const newsroom = { reporter, editor };
    for (let n = 0; n < 21; n++) {
      await publish(reporter, editor, article(`Bài lấp đầy nguồn tin ${n}`));
    }
    const { id } = await publishAt(newsroom, "2019-01-01T08:00:00+07:00", "Bài ngày cũ");
    expect(await checkDelivery(env.DB, ask, id, now)).toMatchObject({
      inFeed: false,
      problem: null,
      seenAt: now,
    });
  });

  test.each<[string, RegExp, (text: string) => Response]>([
    ["page-missing", /^\/bai-viet/, () => new Response("", { status: 500 })],
    [
      "page-old",
      /^\/bai-viet/,
      (text) => new Response(text.replace(/"version":\d+/, '"version":9')),
    ],
    [
      "page-old",
      /^\/bai-viet/,
      (text) => new Response(text.replace(/"dateModified":"2/, '"dateModified":"1')),
    ],
    ["page-old", /^\/bai-viet/, () => new Response("<p>một trang khác</p>")],
    ["feed-missing", /^\/feed/, () => new Response('{"items":[]}')],
    [
      "feed-old",
      /^\/feed/,
      (text) => new Response(text.replaceAll(/"version":\d+/g, '"version":9')),
    ],
    ["feed-unreadable", /^\/feed/, () => new Response("đang bảo trì", { status: 503 })],
  ])("names what is wrong: %s", async (problem, page, answer) => {
    const { id } = await publish(reporter, editor, article("Bài gặp trục trặc"));
    const taken = await checkDelivery(env.DB, breakPage(page, answer), id, now);
    expect(taken).toMatchObject({ problem, seenAt: null });
  });

  test("reports an unreachable site, and is null for an article that is not public", async () => {
    const { id } = await publish(reporter, editor, article("Bài không hỏi được"));
    const silent: Ask = () => Promise.reject(new Error("connection lost"));
    expect(await checkDelivery(env.DB, silent, id, now)).toMatchObject({ problem: "unreachable" });
    const { id: waiting } = await submitArticle(reporter, article("Bài chưa duyệt"));
    expect(await checkDelivery(env.DB, ask, waiting, now)).toBeNull();
  });

  test("after a correction requires the corrected page", async () => {
    const { id, slug } = await publish(reporter, editor, article("Bài được đính chính"));
    const before = await (await send(`/bai-viet/${slug}`)).text();
    const actor = asActor(editor, "editor");
    await correctArticle({ db: env.DB, actor, now: Date.now() + minute }, id, "Sửa một số.");
    const stale = breakPage(/^\/bai-viet/, () => new Response(before));
    expect(await checkDelivery(env.DB, stale, id, now)).toMatchObject({ problem: "page-old" });
  });
});

describe("the clock", () => {
  test("checks what it published itself and what the API published", async () => {
    const byApi = await publish(reporter, editor, article("Bài qua API"));
    const { id, version } = await submitArticle(reporter, article("Bài của đồng hồ"));
    const at = Math.ceil(Date.now() / minute) * minute + 5 * minute;
    await approve(editor, id, { at: new Date(at).toISOString() });
    await runClock(at);
    expect(await readDeliveryCheck(env.DB, id, version)).toMatchObject({
      problem: null,
      checkedAt: at,
    });
    for (let n = 1; n < 6; n++) await runClock(at + n * minute);
    expect(await readDeliveryCheck(env.DB, byApi.id, 1)).toMatchObject({ problem: null });
  });

  test("repeats a failed check, less and less often, until it succeeds", async () => {
    await env.DB.prepare("DELETE FROM receipts").run();
    const { id } = await publish(reporter, editor, article("Bài chưa thấy"));
    const start = Date.now();
    const blind = breakPage(
      new RegExp(`^/bai-viet/bai-chua-thay`),
      () => new Response("", { status: 404 }),
    );
    const waits: number[] = [];
    let at = start;
    for (let n = 0; n < 9; n++) {
      await checkDelivery(env.DB, blind, id, at);
      const row = await env.DB.prepare(
        "SELECT retry_at - checked_at AS wait FROM receipts WHERE article_id = ?1",
      )
        .bind(id)
        .first<{ wait: number }>();
      waits.push((row?.wait ?? 0) / minute);
      at += row?.wait ?? 0;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    await env.DB.prepare("DELETE FROM receipts WHERE article_id <> ?1").bind(id).run();
    await checkDueDeliveries(env.DB, ask, at - 1);
    expect(await readDeliveryCheck(env.DB, id, 1)).toMatchObject({ problem: "page-missing" });
    await checkDueDeliveries(env.DB, ask, at);
    expect(await readDeliveryCheck(env.DB, id, 1)).toMatchObject({ problem: null, seenAt: at });
  });

  test("publishes other articles although fifty can never be published", async () => {
    const at = Math.ceil(Date.now() / minute) * minute + 60 * minute;
    for (let n = 0; n < 51; n++) {
      const { id } = await submitArticle(reporter, article(`Bài hỏng ${n}`));
      await approve(editor, id, { at: new Date(at).toISOString() });
    }
    await env.DB.prepare(
      "UPDATE articles SET scheduled_version = 99 WHERE title LIKE 'Bài hỏng%'",
    ).run();
    await runClock(at + minute);
    await runClock(at + 2 * minute);
    const { id, slug } = await submitArticle(reporter, article("Bài đến sau"));
    await approve(editor, id, { at: new Date(at + 3 * minute).toISOString() });
    await runClock(at + 3 * minute);
    expect((await send(`/bai-viet/${slug}`)).status).toBe(200);
    await env.DB.prepare(
      "UPDATE articles SET scheduled_version = 1 WHERE title LIKE 'Bài hỏng%'",
    ).run();
    await runClock(at + 4 * minute);
    await runClock(at + 5 * minute);
    const left = env.DB.prepare(
      "SELECT COUNT(*) AS n FROM articles WHERE scheduled_at IS NOT NULL",
    );
    expect(await left.first()).toEqual({ n: 0 });
  }, 60_000);
});
