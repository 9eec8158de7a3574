import { beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../photo/fixture.ts";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let owner: Staff;
let other: Staff;
let editor: Staff;
let photo = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  owner = await hireInBrowser("reporter");
  other = await hireInBrowser("reporter");
  editor = await hireInBrowser("editor");
  photo = await sendPhoto(owner);
});

async function readStatus(staff: Staff, id: string): Promise<number> {
  const answer = await staff.open(`/toa-soan/anh/${id}/480.webp`);
  await answer.arrayBuffer();
  return answer.status;
}

const withLead = (title: string, id: string) =>
  article(title, { leadPhoto: { photo: id, alt: "Bốn ô màu" } });

describe("GET /toa-soan/anh/:photo/:variant", () => {
  test("answers with bytes that no cache keeps and no other site may embed", async () => {
    const answer = await owner.open(`/toa-soan/anh/${photo}/480.webp`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("cdn-cache-control")).toBeNull();
    expect(answer.headers.get("cloudflare-cdn-cache-control")).toBeNull();
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test("shows an unused photo to its owner and to editors only", async () => {
    expect(await readStatus(owner, photo)).toBe(200);
    expect(await readStatus(editor, photo)).toBe(200);
    expect(await readStatus(other, photo)).toBe(404);
  });

  test("a second reporter who sends the same bytes sees the photo, and the first can no longer erase it", async () => {
    const bytes = new File([fixture("orientation-1.jpg"), "gửi qua Zalo"], "zalo.jpg");
    const sendBy = async (staff: Staff): Promise<string> => {
      const form = new FormData();
      form.append("file", bytes);
      const answer = await staff.post("/toa-soan/anh", form);
      expect(answer.status).toBe(201);
      return (await answer.json<{ id: string }>()).id;
    };
    const sent = await sendBy(owner);
    expect(await readStatus(other, sent)).toBe(404);
    expect(await sendBy(other)).toBe(sent);
    expect(await readStatus(other, sent)).toBe(200);
    expect(await (await other.open("/toa-soan/anh")).text()).toContain(sent);
    const erasure = { reason: "Gửi nhầm" };
    expect((await owner.post(`/toa-soan/anh/${sent}/xoa`, erasure)).status).toBe(403);
    expect((await other.post(`/toa-soan/anh/${sent}/xoa`, erasure)).status).toBe(403);
    expect((await editor.post(`/toa-soan/anh/${sent}/xoa`, erasure)).status).toBe(303);
  });

  test("shows a reporter every photo of their own draft, whoever sent it", async () => {
    const sent = await sendPhoto(editor);
    expect(await readStatus(other, sent)).toBe(404);
    const draft = await submitArticle(other, article("Bài dùng ảnh của ban biên tập"));
    await revise(editor, draft, withLead("Bài dùng ảnh của ban biên tập", sent));
    expect(await readStatus(other, sent)).toBe(200);
    expect(await readStatus(owner, sent)).toBe(404);
  });

  test("shows every user the photos of published articles", async () => {
    const sent = await sendPhoto(owner);
    await publish(owner, editor, withLead("Bài đã đăng có ảnh", sent));
    expect(await readStatus(other, sent)).toBe(200);
  });

  test("redirects to the sign-in page without a session", async () => {
    const answer = await send(`/toa-soan/anh/${photo}/480.webp`);
    expect(answer.status).toBe(303);
  });

  test.each(["f".repeat(64), "x"])("404 for what is no photo: %s", async (id) => {
    expect(await readStatus(editor, id)).toBe(404);
  });
});
