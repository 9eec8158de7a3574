import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readApproval } from "../support/approval.ts";
import { newsroomArticlePath } from "../../src/addresses/newsroom.ts";
import worker from "../../src/worker.ts";
import { PlatformCache } from "../publishing/platform-cache.ts";
import { approve, article, submitArticle, publish } from "../support/articles.ts";
import { addSections, origin } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await env.DB.batch([
    env.DB.prepare("DELETE FROM outbox"),
    env.DB.prepare("DELETE FROM receipts"),
  ]);
});

async function readText(response: Response | Promise<Response>): Promise<string> {
  return (await response).text();
}

/** The newest event, as the forms of the article page carry it. */
async function shownEvent(id: string): Promise<{ event: string }> {
  const page = await readText(editor.open(newsroomArticlePath(id)));
  return { event: /name="event" value="(\d+)"/.exec(page)?.[1] ?? "" };
}

/** Approves on the review page, through a Worker behind the platform's cache. */
async function approveBehind(cache: PlatformCache, id: string): Promise<Response> {
  const request = new Request<unknown, IncomingRequestCfProperties>(
    `${origin}${newsroomArticlePath(id)}/dang`,
    {
      method: "POST",
      headers: { cookie: editor.cookie, ...sameOrigin },
      body: new URLSearchParams(await readApproval(editor, id)),
      redirect: "manual",
    },
  );
  return worker.fetch(request, env, cache.context());
}

describe("POST /toa-soan/bai/:id/dang", () => {
  test("redirects to the article page, which says when readers got the article", async () => {
    const { id } = await submitArticle(reporter, article("Bài có biên nhận"));
    await editor.post(`${newsroomArticlePath(id)}/dang`, await readApproval(editor, id));
    const page = await readText(editor.open(newsroomArticlePath(id)));
    expect(page).toMatch(/Đã lên trang lúc \d\d:\d\d:\d\d ngày \d\d\/\d\d\/\d{4}\./);
  });

  test("publishes although the purge fails; the desk tells editors what to do", async () => {
    const { id } = await submitArticle(reporter, article("Bài không xóa được bộ nhớ"));
    const cache = new PlatformCache();
    cache.answers = "failing";
    expect((await approveBehind(cache, id)).status).toBe(303);
    const desk = await readText(editor.open("/toa-soan"));
    expect(desk).toContain("1 lần làm mới bộ nhớ đệm chưa thành công");
    expect(desk).toContain("the cache cannot be reached");
    expect(await readText(reporter.open("/toa-soan"))).not.toContain("Cần để ý");
  });

  test("a failed delivery check shows on the article page and the desk, and can be repeated", async () => {
    const { id } = await publish(reporter, editor, article("Bài chưa thấy trên trang"));
    await env.DB.prepare(
      `INSERT INTO receipts (article_id, version, checked_at, in_feed, problem, attempts, retry_at)
       VALUES (?1, 1, 1, 0, 'page-old', 1, 2)`,
    )
      .bind(id)
      .run();
    expect(await readText(editor.open(newsroomArticlePath(id)))).toContain(
      "Địa chỉ của bài vẫn hiện phiên bản cũ.",
    );
    expect(await readText(editor.open("/toa-soan"))).toContain(
      "“Bài chưa thấy trên trang” đã đăng nhưng kiểm tra chưa thấy ổn.",
    );
    const again = await reporter.post(`${newsroomArticlePath(id)}/kiem-tra`);
    expect(again.headers.get("location")).toBe(newsroomArticlePath(id));
    expect(await readText(editor.open(newsroomArticlePath(id)))).toContain("Đã lên trang lúc");
    expect(await readText(editor.open("/toa-soan"))).not.toContain("Cần để ý");
  });
});

describe("an article that is overdue", () => {
  test("alerts editors with the blocking findings, or with the clock if there are none", async () => {
    const ids: string[] = [];
    for (const title of ["Bài trễ vì đồng hồ", "Bài trễ vì lỗi"]) {
      const { id } = await submitArticle(reporter, article(title));
      await approve(editor, id, { at: new Date(Date.now() + 86_400_000).toISOString() });
      ids.push(id);
    }
    expect(await readText(editor.open("/toa-soan"))).not.toContain("Cần để ý");
    await env.DB.prepare("UPDATE articles SET scheduled_at = ?1 WHERE scheduled_at IS NOT NULL")
      .bind(Date.now() - 3 * 60_000)
      .run();
    // As if a rule of soát bài had been added after the version was stored.
    const blocked = JSON.stringify({
      ...article("Bài trễ vì lỗi"),
      lede: "",
      tags: [],
      genre: "tin",
    });
    await env.DB.batch([
      env.DB.prepare("DROP TRIGGER versions_are_immutable"),
      env.DB.prepare("UPDATE versions SET content = ?2 WHERE article_id = ?1").bind(
        ids[1],
        JSON.stringify({ ...JSON.parse(blocked), source: null, leadPhoto: null, english: null }),
      ),
    ]);
    const desk = await readText(editor.open("/toa-soan"));
    expect(desk).toContain("“Bài trễ vì đồng hồ” đã quá giờ hẹn");
    expect(desk).toContain("Đồng hồ của trang có thể đang dừng");
    expect(desk).toContain("“Bài trễ vì lỗi” đã quá giờ hẹn");
    expect(desk).toContain("Bài chưa có sapo.");
  });
});

describe("POST /toa-soan/bai/:id/dinh-chinh", () => {
  test("requires a text, which then shows on the page and in the history", async () => {
    const { id, slug } = await publish(reporter, editor, article("Bài đính chính từ phòng"));
    const refused = await editor.post(`${newsroomArticlePath(id)}/dinh-chinh`, {
      ...(await shownEvent(id)),
      correction: " ",
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Hãy ghi nội dung đính chính.");
    const fields = { ...(await shownEvent(id)), correction: "Số đúng là 12." };
    expect((await editor.post(`${newsroomArticlePath(id)}/dinh-chinh`, fields)).status).toBe(303);
    expect(await readText(editor.open(`/bai-viet/${slug}`))).toContain("Số đúng là 12.");
    const page = await readText(editor.open(newsroomArticlePath(id)));
    expect(page).toContain("đính chính");
    expect(page).toContain("Đã lên trang lúc");
    expect((await reporter.post(`${newsroomArticlePath(id)}/dinh-chinh`, fields)).status).toBe(403);
  });
});
