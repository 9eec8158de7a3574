import { describe, expect, test } from "vitest";
import { renderErrorPage } from "../../src/reading/error-page.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { card, sections, site } from "../html/sample.ts";

describe("error pages", () => {
  test.each([
    [404, "Không tìm thấy trang"],
    [410, "Nội dung đã được gỡ"],
    [500, "Trang tin đang gặp trục trặc"],
  ] as const)("%i says what happened and is valid HTML", async (status, title) => {
    const page = renderErrorPage(site, sections, status, [card("moi")]);
    expect(page).toContain(title);
    expect(page).toContain('href="/bai-viet/moi"');
    expect(await htmlFaults(page)).toEqual([]);
  });

  test.each([404, 410, 500] as const)("%i offers the search", (status) => {
    expect(renderErrorPage(site, sections, status)).toContain('<form class="search-big"');
  });

  test("can be had before the settings of the site are known", async () => {
    const page = renderErrorPage(null, [], 500);
    expect(page).toContain("Trang tin đang gặp trục trặc");
    expect(await htmlFaults(page)).toEqual([]);
  });
});
