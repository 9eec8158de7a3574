import { expect, test } from "vitest";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { renderPrintPage } from "../../src/reading/print-page.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, labels, photo, site } from "../html/sample.ts";

const id = "b".repeat(64);
const page = renderPrintPage(
  site,
  article({
    leadPhoto: photo("a", { caption: "Quang cảnh" }),
    source: { name: "Báo tỉnh", url: null },
    ...renderBody(`Đoạn.\n\n![b](photo:${id} "Chú thích")`, new Map([[id, photo("b")]])),
  }),
  labels,
);

test("the print view has title, date, lede, photos with captions, byline, source and address", () => {
  for (const part of [
    "Tổng kết công tác",
    "Thứ Năm, 28/01/2021 10:05",
    "Sapo của bài tong-ket.",
    "Quang cảnh",
    "Chú thích",
    "Thế Bằng",
    "Báo tỉnh",
    "https://bantin.example.gov.vn/bai-viet/tong-ket",
  ]) {
    expect(page).toContain(part);
  }
});

test("the print view has no navigation and no script, and every photo comes at once", () => {
  expect(page).not.toMatch(/<nav|<script|<form|loading="lazy"/);
});

test("the print view is valid HTML and no page of its own for search engines", async () => {
  expect(await htmlFaults(page)).toEqual([]);
  expect(page).toContain('<meta name="robots" content="noindex" />');
});
