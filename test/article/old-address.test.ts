import { describe, expect, test } from "vitest";
import { listLookupAddresses, normaliseOldAddress } from "../../src/article/old-address.ts";

describe("normaliseOldAddress", () => {
  test.each([
    ["/tin-tuc/bai-12.html", "/tin-tuc/bai-12.html"],
    ["/Tin-Tuc/Bai-12.HTML/", "/tin-tuc/bai-12.html"],
    ["http://cu.example.vn/News/Detail.aspx?ID=7&tabid=3", "/news/detail.aspx?id=7&tabid=3"],
    ["/detail.aspx?tabid=3&id=7&fbclid=abc&utm_source=zalo", "/detail.aspx?id=7&tabid=3"],
    ["/?option=com_content&id=12", "/?id=12&option=com_content"],
    ["/tin-tức/hội-nghị.html", "/tin-t%e1%bb%a9c/h%e1%bb%99i-ngh%e1%bb%8b.html"],
    ["/tin-t%E1%BB%A9c/a.html#phan-2", "/tin-t%e1%bb%a9c/a.html"],
    ["/tin-tức/a.html".normalize("NFD"), "/tin-t%e1%bb%a9c/a.html"],
    ["  /a.html  ", "/a.html"],
  ])("%s is kept as %s", (given, kept) => {
    expect(normaliseOldAddress(given)).toBe(kept);
  });

  test.each([
    "",
    "/",
    "//",
    "a.html",
    "http://cu.example.vn/",
    "javascript:alert(1)",
    "//evil.vn/a",
  ])("%s is none", (given) => {
    expect(normaliseOldAddress(given)).toBeNull();
  });

  test("returns null for more than 500 characters", () => {
    expect(normaliseOldAddress(`/${"a".repeat(499)}`)).not.toBeNull();
    expect(normaliseOldAddress(`/${"a".repeat(500)}`)).toBeNull();
  });

  test("does not change its own result", () => {
    const once = normaliseOldAddress("/News/Chi%20Tiet.aspx?Q=Đảng bộ&id=7") ?? "";
    expect(normaliseOldAddress(once)).toBe(once);
  });
});

describe("listLookupAddresses", () => {
  test.each([
    ["/a.html?print=1", ["/a.html?print=1", "/a.html"]],
    ["/a.html?fbclid=x", ["/a.html"]],
    ["/a.html", ["/a.html"]],
    ["/?id=7", ["/?id=7"]],
    ["/", []],
  ])("%s", (asked, tried) => {
    expect(listLookupAddresses(asked)).toEqual(tried);
  });
});
