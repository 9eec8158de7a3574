import { expect, test } from "vitest";
import { renderShareLinks } from "../../src/html/share-links.ts";

const url = "https://bantin.example.gov.vn/bai-viet/tong-ket";
const links = renderShareLinks(url, "tong-ket").toString();

test("Facebook is given the encoded canonical address", () => {
  const encoded = "https%3A%2F%2Fbantin.example.gov.vn%2Fbai-viet%2Ftong-ket";
  expect(links).toContain(`href="https://www.facebook.com/sharer/sharer.php?u=${encoded}"`);
});

test("Zalo is given the canonical address as base64 of JSON", () => {
  const [, data = ""] = /share_external\?d=([^"]+)"/.exec(links) ?? [];
  expect(JSON.parse(atob(decodeURIComponent(data)))).toEqual({ url });
});

test("the address can be copied, the article printed and saved, without script", () => {
  expect(links).toContain(`value="${url}"`);
  expect(links).toContain('href="/bai-viet/tong-ket/ban-in"');
  expect(links).toContain('href="/bai-viet/tong-ket/tai-ve"');
});

test("an address beyond Latin-1 is no obstacle", () => {
  expect(() => renderShareLinks("https://tin.việt/bai-viet/x", "x")).not.toThrow();
});
