import { describe, expect, test } from "vitest";
import { readPastedHtml } from "../../src/client/intake/intake.ts";
import { reportIntake, reportSentence } from "../../src/intake/report.ts";

async function pasted(html: string): Promise<{ markdown: string; problems: string }> {
  const { markdown, problems } = await readPastedHtml(html, []);
  return { markdown, problems: problems.join(" ") };
}

const link = (address: string): string => `<p><a href="${address}">Bản đồ</a></p>`;

describe("links of pasted text", () => {
  test.each([["/van-ban/thong-tu-14.html"], ["/"], ["van-ban.html"], ["../tin.html"], ["?id=3"]])(
    "that only mean something on their own site become text, and are reported: %s",
    async (address) => {
      const { markdown, problems } = await pasted(`<p>Xem <a href="${address}">tại đây</a>.</p>`);
      expect(markdown).toBe("Xem tại đây.");
      expect(problems).toContain(reportSentence(reportIntake("link", address)));
    },
  );

  test.each([
    ["https://example.vn/x?id=3&amp;fbclid=abc&amp;utm_source=fb", "https://example.vn/x?id=3"],
    [
      "https://example.vn/x?utm_source=zalo&amp;utm_medium=zalo&amp;zarsrc=31",
      "https://example.vn/x",
    ],
    ["https://example.vn/x?fbclid=a#muc-2", "https://example.vn/x#muc-2"],
    [
      "https://example.vn/x?gclid=a&amp;q=m%C3%A1y+b%C6%A1m",
      "https://example.vn/x?q=m%C3%A1y+b%C6%A1m",
    ],
    ["https://example.vn/x?mc_eid=1&amp;mc_cid=2&amp;igshid=3&amp;_ga=4", "https://example.vn/x"],
    ["https://example.vn/x?UTM_SOURCE=a&amp;id=1", "https://example.vn/x?id=1"],
    ["https://example.vn/x?utm=5&amp;reutm_x=6", "https://example.vn/x?utm=5&reutm_x=6"],
    ["mailto:a@example.vn", "mailto:a@example.vn"],
  ])("lose what follows readers: %s", async (address, expected) => {
    expect((await pasted(link(address))).markdown).toBe(`[Bản đồ](${expected})`);
  });
});

describe("films of pasted text", () => {
  test.each([
    [
      "https://www.youtube.com/embed/abcdefghijk?start=10",
      "https://www.youtube.com/watch?v=abcdefghijk",
    ],
    ["//www.youtube-nocookie.com/embed/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["https://player.vimeo.com/video/12345?h=x", "https://vimeo.com/12345"],
    ["https://www.dailymotion.com/embed/video/x8abc", "https://www.dailymotion.com/video/x8abc"],
    [
      "https://www.facebook.com/plugins/video.php?height=314&amp;href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F",
      "https://www.facebook.com/a/videos/1/",
    ],
  ])("become a link to where they are watched: %s", async (source, address) => {
    const { markdown } = await pasted(`<p>Xem phim:</p><iframe src="${source}"></iframe>`);
    const written = address.includes("?") ? `[${address}](${address})` : address;
    expect(markdown).toBe(`Xem phim:\n\n${written}`);
  });

  test.each([
    [
      "a map",
      `<iframe src="https://maps.example.vn/embed?x=1"></iframe>`,
      "https://maps.example.vn/embed?x=1",
    ],
    [
      "a film of the page itself",
      `<video><source src="https://example.vn/a.mp4"></video>`,
      "https://example.vn/a.mp4",
    ],
    ["a sound", `<audio src="https://example.vn/a.mp3"></audio>`, "https://example.vn/a.mp3"],
  ])("are reported where they cannot be kept: %s", async (_name, html, address) => {
    const { markdown, problems } = await pasted(`<p>Chữ</p>${html}`);
    expect(markdown).toBe("Chữ");
    expect(problems).toContain(address);
  });
});

describe("pictures of emoji in pasted text", () => {
  test.each([
    ["a flag", `<img alt="🇻🇳" src="https://example.vn/1f1fb.png">`, "🇻🇳"],
    ["a family", `<img alt="👨‍👩‍👧" src="https://example.vn/x.png">`, "👨‍👩‍👧"],
    ["a keycap", `<img alt="1️⃣" src="https://example.vn/x.png">`, "1️⃣"],
    ["two in one", `<img alt="🎉🎉" src="https://example.vn/x.png">`, "🎉🎉"],
    ["a skin colour", `<img alt="👍🏽" src="https://example.vn/x.png">`, "👍🏽"],
    [
      "a file named by its code points",
      `<img src="https://cdn.example.vn/emoji/72x72/1f1fb-1f1f3.png">`,
      "🇻🇳",
    ],
    ["a class", `<img class="emoji" alt=":)" src="https://example.vn/x.png">`, ":)"],
  ])("become text: %s", async (_name, html, sign) => {
    expect((await pasted(`<p>${html} Quốc kỳ</p>`)).markdown).toBe(`${sign} Quốc kỳ`);
  });

  test("are not photos that are described with one", async () => {
    const { markdown, problems } = await pasted(
      `<p>Chữ</p><img alt="📷 Lớp học" src="https://example.vn/lop.jpg">`,
    );
    expect(markdown).toBe("Chữ");
    expect(problems).not.toBe("");
  });
});

describe("text that nobody was to read", () => {
  test.each([
    ["display:none", `<span style="display:none">bí mật</span>`],
    ["visibility:hidden", `<span style="visibility:hidden">bí mật</span>`],
    ["Word's hidden text", `<span style="mso-hide:all">bí mật</span>`],
    ["hidden", "<span hidden>bí mật</span>"],
  ])("is left out and reported with its place: %s", async (_name, html) => {
    const { markdown, problems } = await pasted(`<p>Giá ${html}120 triệu</p>`);
    expect(markdown).toBe("Giá 120 triệu");
    expect(problems).toContain(reportSentence(reportIntake("hidden-text", "bí mật", "Giá")));
  });

  test.each([
    ["a deleted number", "<p>thử nghiệm <del>10</del><ins>12</ins> ha</p>", "thử nghiệm 12 ha"],
    [
      "Word's own classes",
      "<p>thu <span class=msoDel><del>9</del></span><span class=msoIns><ins>11</ins></span> tấn</p>",
      "thu 11 tấn",
    ],
    ["a deleted paragraph", "<p>Một</p><del><p>Hai</p></del><p>Ba</p>", "Một\n\nBa"],
  ])("by a tracked change is left out and reported: %s", async (_name, html, expected) => {
    const { markdown, problems } = await pasted(html);
    expect(markdown).toBe(expected);
    expect(problems).toContain("Đã bỏ chữ bị xóa khi sửa");
  });

  test.each([
    ["s", "<s>100</s>"],
    ["strike", "<strike>100</strike>"],
    ["Google Docs", `<span style="text-decoration:line-through">100</span>`],
  ])("is not struck text: %s", async (_name, html) => {
    expect((await pasted(`<p>Giá ${html} 120 triệu</p>`)).markdown).toBe("Giá ~~100~~ 120 triệu");
  });
});
