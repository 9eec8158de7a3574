import { beforeAll, describe, expect, test } from "vitest";
import { article, approve, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { ask, withDatabase } from "./behind-the-cache.ts";

let reporter: Colleague;
let editor: Colleague;
let slug: string;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
  ({ slug } = await publish(reporter, editor, article("Bài được chia sẻ nhiều")));
});

const dirty = [
  "?fbclid=IwAR0123",
  "?utm_source=zalo&utm_medium=social",
  "?zarsrc=1303",
  "?gclid=1#dau-trang",
  "?",
  "?a=1&a=2&b",
  "?%F0%9F%92%A9=%00",
  `?${"a".repeat(5000)}`,
];

const pages = () => [`/bai-viet/${slug}`, "/", "/feed.json", "/chuyen-muc/tin-tuc", "/rss.xml"];

describe("an address with more to it than its page needs", () => {
  test("is answered from the clean address's entry, without a redirect or a question to the database", async () => {
    let asked = 0;
    const bindings = withDatabase((statement) => {
      asked++;
      return statement;
    });
    for (const page of pages()) {
      const clean = await send(page);
      const text = await clean.text();
      for (const query of dirty) {
        const answer = await ask(page + query, { bindings });
        expect(answer.status, page + query).toBe(200);
        expect(answer.headers.get("etag")).toBe(clean.headers.get("etag"));
        expect(await answer.text()).toBe(text);
      }
    }
    expect(asked).toBe(0);
  });

  test("is clean in its canonical link and in what the page links to", async () => {
    const text = await (await send(`/bai-viet/${slug}?fbclid=theo-doi`)).text();
    expect(text).not.toContain("theo-doi");
  });

  test("leaves nothing in the cache, however many there are, and drives nothing out", async () => {
    for (const page of pages()) await (await send(page)).text();
    for (let n = 0; n < 1000; n++) {
      const answer = await send(`${pages()[n % 5] ?? "/"}?rac=${n}`);
      expect(answer.headers.get("cf-cache-status")).toBe("BYPASS");
      await answer.arrayBuffer();
    }
    expect((await send("/?rac=1")).headers.get("cf-cache-status")).toBe("BYPASS");
    for (const page of pages()) {
      expect((await send(page)).headers.get("cf-cache-status"), page).toBe("HIT");
    }
  });

  test("shows a publication at once", async () => {
    const first = await publish(reporter, editor, article("Bài có liên kết bẩn"));
    const address = `/bai-viet/${first.slug}?utm_source=zalo`;
    await (await send(address)).text();
    await revise(reporter, first, article("Bài có liên kết bẩn", { lede: "Sapo đã sửa." }));
    await approve(editor, first.id);
    expect(await (await send(address)).text()).toContain("Sapo đã sửa.");
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${first.id}/publication`, reason);
    expect((await send(address)).status).toBe(410);
  });

  test("is 304 for who holds the page, and has no body for HEAD", async () => {
    const address = `/bai-viet/${slug}?fbclid=1`;
    const etag = (await send(`/bai-viet/${slug}`)).headers.get("etag") ?? "";
    const again = await send(address, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const head = await send(address, { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
  });

  test("tells browsers what the clean one tells them, and nobody what the edge does", async () => {
    const [clean, other] = [await send("/"), await send("/?fbclid=1")];
    const shownHeaders = ({ headers }: Response) =>
      [...headers].filter(([name]) => name !== "cf-cache-status");
    expect(shownHeaders(other)).toEqual(shownHeaders(clean));
    expect(other.headers.has("cloudflare-cdn-cache-control")).toBe(false);
    expect(other.headers.has("cache-tag")).toBe(false);
  });

  test.each([
    ["/bai-viet/khong-co?fbclid=1", 404],
    ["/anh/x/480.webp?fbclid=1", 404],
    ["/chuyen-muc/khong-co?fbclid=1", 404],
    ["/chuyen-muc/tin-tuc?truoc=KHONG&fbclid=1", 404],
  ])("%s is %i, as it would be without", async (path, status) => {
    const answer = await send(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("leads on from a former title as the clean one does", async () => {
    const first = await publish(reporter, editor, article("Tên cũ được chia sẻ"));
    await revise(reporter, first, article("Tên mới được chia sẻ"));
    await approve(editor, first.id);
    const answer = await send(`/bai-viet/${first.slug}?fbclid=1`);
    const { status, headers } = answer;
    expect([status, headers.get("location")]).toEqual([301, "/bai-viet/ten-moi-duoc-chia-se"]);
  });

  test("with escaped letters is the page with plain ones", async () => {
    const escaped = `/bai-viet/${slug.replaceAll("b", "%62").replaceAll("-", "%2D")}`;
    const [clean, other] = [await send(`/bai-viet/${slug}`), await send(escaped)];
    expect(other.headers.get("cf-cache-status")).toBe("BYPASS");
    expect(await other.text()).toBe(await clean.text());
  });

  test("with escapes within escapes is asked for once, and is not there", async () => {
    let nested = "a";
    for (let depth = 0; depth < 6; depth++) {
      nested = [...nested].map((c) => `%${c.charCodeAt(0).toString(16)}`).join("");
    }
    expect((await send(`/bai-viet/${nested}`)).status).toBe(404);
  });
});
