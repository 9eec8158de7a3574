import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { streamSelfContained } from "../../src/reading/download.ts";
import { uploadPhoto } from "../api/users.ts";
import { photo as photoNamed } from "../html/sample.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, origin, send } from "../support/newsroom.ts";

let photo: string;
let other: string;
let slug: string;

beforeAll(async () => {
  await addSections("tin-tuc");
  const reporter = await hire("reporter");
  photo = await uploadPhoto(reporter);
  other = await uploadPhoto(reporter);
  const content = article("Tổng kết: năm 2020 (phần 1)", {
    leadPhoto: { photo, alt: "Bốn ô màu", caption: "Quang cảnh", credit: "Thu Trang" },
    body: `Xem [bài trước](/bai-viet/truoc).[^1]\n\n![Ô màu khác](photo:${other} "Ảnh thứ hai")\n\n[^1]: Chú thích.`,
  });
  ({ slug } = await publish(reporter, await hire("editor"), content));
});

async function download(): Promise<{ answer: Response; page: string }> {
  const answer = await send(`/bai-viet/${slug}/tai-ve`);
  return { answer, page: await answer.text() };
}

describe("GET /bai-viet/:slug/tai-ve", () => {
  test("is a file to keep, named by the article in ASCII and as it is written", async () => {
    const { answer } = await download();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const name = encodeURIComponent("Tổng kết năm 2020 ");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="${slug}.html"; filename*=UTF-8''${name}%28ph%E1%BA%A7n%201%29.html`,
    );
  });

  test("has its photos in it, with alt, caption and credit, and asks for nothing", async () => {
    const { page } = await download();
    expect(page.match(/<img src="data:image\/(?:webp|jpeg);base64,[\w+/=]{100,}"/g)).toHaveLength(
      2,
    );
    for (const part of ["Bốn ô màu", "Quang cảnh", "Thu Trang", "Ô màu khác", "Ảnh thứ hai"]) {
      expect(page).toContain(part);
    }
    expect(page).not.toMatch(/<script|<source|<link rel="(?!canonical)|src="(?!data:)|srcset=/);
  });

  test("leads back by whole addresses, and to its own notes by fragments", async () => {
    const { page } = await download();
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? "");
    expect(links).toContain(`${origin}/bai-viet/truoc`);
    expect(links.some((href) => href.startsWith("#"))).toBe(true);
    expect(links.filter((href) => !/^(?:https?:\/\/|#)/.test(href))).toEqual([]);
  });

  test("is valid HTML with the address as a QR code", async () => {
    const { page } = await download();
    expect(await htmlFaults(page.replace(/base64,[^"]+/g, "base64,AA=="))).toEqual([]);
    expect(page).toContain('<svg class="qr"');
  });

  test("tells of a photo that is gone by its address", async () => {
    const gone = photoNamed("0", { alt: "Ảnh & bóng" });
    const kept = await new Response(
      streamSelfContained(["<p>", gone, "</p>"], origin, env.PHOTOS),
    ).text();
    expect(kept).toContain(`Xem ảnh trên trang tin: Ảnh &amp; bóng`);
    expect(kept).toContain(`${origin}/anh/${"0".repeat(64)}/960.webp`);
    expect(kept).not.toContain("<img");
  });

  test("holds at most 8 MB of photos", async () => {
    const id = "e".repeat(64);
    await env.PHOTOS.put(`photos/${id}/960.jpg`, new Uint8Array(3 * 1024 * 1024), {
      httpMetadata: { contentType: "image/jpeg" },
    });
    const heavy = photoNamed("e", { variants: { "960.jpg": { width: 960, height: 640 } } });
    const page = Array.from({ length: 4 }, () => heavy);
    const kept = await new Response(streamSelfContained(page, origin, env.PHOTOS)).text();
    expect(kept.match(/data:image\/jpeg/g)).toHaveLength(2);
    expect(kept.match(/photo-elsewhere/g)).toHaveLength(2);
  });
});
