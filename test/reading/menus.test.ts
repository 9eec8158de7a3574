import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { forgetSettings } from "../../src/context.ts";
import { parseMenu } from "../../src/menu.ts";
import { approve, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { hireInBrowser } from "../support/staff.ts";

let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  editor = await hire("editor");
});

afterEach(async () => {
  await env.DB.prepare("DELETE FROM settings").run();
  forgetSettings();
});

async function setMenus(header: string, footer = ""): Promise<void> {
  for (const [name, value] of [
    ["HEADER_MENU", header],
    ["FOOTER_MENU", footer],
  ]) {
    await env.DB.prepare("INSERT INTO settings (name, value, changed_at) VALUES (?1, ?2, 0)")
      .bind(name, JSON.stringify(value))
      .run();
  }
  forgetSettings();
}

/** The header and the footer of a page that the cache does not have. */
async function readFrames(): Promise<{ header: string; footer: string; page: string }> {
  const page = await (await send(`/tim-kiem?q=${crypto.randomUUID()}`)).text();
  const part = (name: string) => new RegExp(`<${name}[^]*?</${name}>`).exec(page)?.[0] ?? "";
  return { header: part("header"), footer: part("footer"), page };
}

async function publishPage(title: string): Promise<ArticleStatus> {
  return publish(editor, editor, { kind: "page", title, body: "Nội dung." });
}

describe("a site with menus", () => {
  test("shows the pages, sections and links that an admin placed, one below another", async () => {
    await publishPage("Giới thiệu chung");
    await publishPage("Cơ cấu");
    await setMenus(
      "Về Sở | /trang/gioi-thieu-chung\n- /trang/co-cau\n/chuyen-muc/tin-tuc\nCổng tỉnh | https://tinh.example",
      "Thông tin\n- Liên hệ | /trang/co-cau",
    );
    const { header, footer, page } = await readFrames();
    expect(header).toContain('<nav class="sections" aria-label="Thực đơn">');
    expect(header).toMatch(
      /<summary lang="vi"\s*>Về Sở<\/summary>[^]*href="\/trang\/gioi-thieu-chung"\s*>Về Sở[^]*href="\/trang\/co-cau"\s*>Cơ cấu/,
    );
    expect(header).toMatch(/href="\/chuyen-muc\/tin-tuc"\s*>Chuyên mục tin-tuc/);
    expect(header).toMatch(/href="https:\/\/tinh\.example"\s*>Cổng tỉnh/);
    expect(footer).toMatch(/<b>Thông tin<\/b>[^]*href="\/trang\/co-cau"\s*>Liên hệ/);
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("names the pages in which readers look things up, and marks the present one and the entry above it", async () => {
    await setMenus("Tra cứu\n- /dinh-chinh\n- /van-ban\n/so-do");
    const { header } = await readFrames();
    expect(header).toMatch(/href="\/van-ban"\s*>Văn bản, tài liệu</);
    expect(header).toMatch(/href="\/so-do"\s*>Sơ đồ trang</);
    expect(header).not.toContain("aria-current");
    const page = await (await send("/dinh-chinh")).text();
    expect(page).toMatch(/<summary lang="vi"\s+aria-current="true"\s*>Tra cứu</);
    expect(page).toMatch(/href="\/dinh-chinh"\s+aria-current="page"\s*>Đính chính</);
  });

  test("follows a page to its new address, and drops it when it is withdrawn", async () => {
    const first = await publishPage("Tên trang cũ");
    await setMenus(`/trang/${first.slug}\n/chuyen-muc/tin-tuc`);
    expect((await readFrames()).header).toContain("Tên trang cũ");
    await revise(editor, first, { title: "Tên trang mới", body: "Nội dung." });
    const now = await approve(editor, first.id);
    expect((await readFrames()).header).toMatch(/href="\/trang\/ten-trang-moi"\s*>Tên trang mới/);
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${now.id}/publication`, reason);
    expect((await readFrames()).header).not.toContain("Tên trang");
    expect((await readFrames()).header).toContain("/chuyen-muc/tin-tuc");
  });

  test("without a choice shows its sections", async () => {
    const { header, footer } = await readFrames();
    expect(header).toContain("/chuyen-muc/tin-tuc");
    expect(footer).toContain("/chuyen-muc/tin-tuc");
  });

  test("is made in the settings, which name the first wrong line", async () => {
    const admin = await hireInBrowser("admin");
    const path = "/toa-soan/quan-tri/thiet-lap";
    const page = await (await admin.open(path)).text();
    const inputs = [...page.matchAll(/name="([A-Z_]+)"\s+type="text"\s+value="([^"]*)"/g)];
    const fields = Object.fromEntries(inputs.map(([, name, value]) => [name, value]));
    const rest = { ...fields, VIEW_SAMPLING: "1", VIDEO_CARDS: "on", FOOTER_MENU: "" };
    const wrong = await admin.post(path, {
      ...rest,
      HEADER_MENU: "Đúng | /dung\nSai | khong-co-gach",
      step: "save",
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Dòng 2 chưa đúng.");
    const right = { ...rest, HEADER_MENU: "Đúng | /dung\r\n- Con | /con", step: "save" };
    expect((await admin.post(path, right)).status).toBe(303);
    expect((await readFrames()).header).toContain("Đúng");
  });
});

describe("parseMenu", () => {
  test.each([
    ["- Con | /con", 1],
    ["Cha\n- Con không địa chỉ", 2],
    ["Nhãn | //ngoai.example", 1],
    ["Nhãn | /\\ngoai.example", 1],
    ["Nhãn | https://%", 1],
    ["Nhãn | javascript:alert(1)", 1],
    ["| /khong-nhan", 1],
  ])("refuses %j at line %i", (text, faultyLine) => {
    expect(parseMenu(text)).toEqual({ faultyLine });
  });

  test("takes the front page as an address", () => {
    const entry = { label: "Trang chủ", address: "/", entries: [] };
    expect(parseMenu("Trang chủ | /")).toEqual({ entries: [entry] });
  });
});
