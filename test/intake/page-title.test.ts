import { expect, test } from "vitest";
import { withoutNamedSite, withoutSite } from "../../src/intake/page/page-title.ts";
import { parseAuthor, parseSignature } from "../../src/intake/recognition/signature.ts";

/** In a time that grows with the square of the input, each of these would run for hours. */
const spaces = " ".repeat(1_000_000);
const dashes = "-".repeat(1_000_000);

test.each([
  ["Lúa chín trên nương | Báo Sơn La", "Báo Sơn La", "Lúa chín trên nương"],
  ["Báo Sơn La  -  Lúa chín trên nương", "Báo Sơn La", "Lúa chín trên nương"],
])("%j of %j is %j", (title, site, expected) => {
  expect(withoutSite(title, site)).toBe(expected);
  expect(withoutNamedSite(title, site, "")).toBe(expected);
});

test("a title with a million spaces or separators is read", () => {
  expect(withoutSite(`Lúa${spaces}chín`, "")).toBe("Lúa chín");
  expect(withoutSite(`Lúa ${dashes}chín${dashes} - Báo`, "Báo")).toHaveLength(1_000_008);
  expect(withoutNamedSite(`Lúa ${dashes}a | Báo`, `Báo${spaces}.vn`, "")).toHaveLength(1_000_005);
});

test("a line with a million spaces is read as a signature", () => {
  expect(parseSignature(`Thế Bằng${spaces}–${spaces}TT Phát triển KH&CN`, false)).toEqual({
    authors: ["Thế Bằng"],
    unit: "TT Phát triển KH&CN",
  });
  expect(parseAuthor(`Thế${spaces}Bằng`)).toEqual({ authors: ["Thế Bằng"], unit: "" });
});
