import { expect, test } from "vitest";
import { removeNamedSite, removeSite } from "../../src/intake/page/page-title.ts";
import { parseAuthor, parseSignature } from "../../src/intake/recognition/signature.ts";

/** In a time that grows with the square of the input, each of these would run for hours. */
const spaces = " ".repeat(1_000_000);
const dashes = "-".repeat(1_000_000);

test.each([
  ["Lúa chín trên nương | Báo Sơn La", "Báo Sơn La", "Lúa chín trên nương"],
  ["Báo Sơn La  -  Lúa chín trên nương", "Báo Sơn La", "Lúa chín trên nương"],
])("%j of %j is %j", (title, site, expected) => {
  expect(removeSite(title, site)).toBe(expected);
  expect(removeNamedSite(title, site, "")).toBe(expected);
});

test("a title with a million spaces or separators is read", () => {
  expect(removeSite(`Lúa${spaces}chín`, "")).toBe("Lúa chín");
  expect(removeSite(`Lúa ${dashes}chín${dashes} - Báo`, "Báo")).toHaveLength(1_000_008);
  expect(removeNamedSite(`Lúa ${dashes}a | Báo`, `Báo${spaces}.vn`, "")).toHaveLength(1_000_005);
});

test("a line with a million spaces is read as a signature", () => {
  expect(parseSignature(`Thế Bằng${spaces}–${spaces}TT Phát triển KH&CN`, false)).toEqual({
    authors: ["Thế Bằng"],
    unit: "TT Phát triển KH&CN",
  });
  expect(parseAuthor(`Thế${spaces}Bằng`)).toEqual({ authors: ["Thế Bằng"], unit: "" });
});
