import { describe, expect, test } from "vitest";
import { findPasswordFault } from "../../src/people/password-rules.ts";

const common = new Set(["correcthorse", "hello", "mustang"]);

const siteWords = ["Khoa học và Công nghệ Sơn La", "Sở KH&CN"];

const compared = (username: string) => ({ username, siteWords, common });

describe("a password", () => {
  test.each([
    "trời hôm nay xanh",
    "Mưa rào trên đồi chè",
    "correct horse battery",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉",
    "h7!kq-0zP2w",
    "thebang thích câu cá",
  ])("may be %s", (password) => {
    expect(findPasswordFault(password, compared("thebang"))).toBeNull();
  });

  test.each([
    ["chín chữ c", null],
    ["chín chữ.", "too-short"],
    // In NFD it has more code points, and is as short as it was.
    ["chín chữ.".normalize("NFD"), "too-short"],
    ["x".repeat(10), "common"],
    ["một câu dài ".repeat(20), "too-long"],
    ["thebang123", "is-username"],
    ["Thế Bằng 1", "is-username"],
    ["MậtKhẩu123", "common"],
    ["password2026", "common"],
    ["1234567890", "common"],
    ["0987654321", "common"],
    ["qwertyuiop", "common"],
    ["!!!!!!!!!!", "common"],
    ["abcabcabcabc", "common"],
    ["Việt Nam 2026", "common"],
    ["Correct Horse 99", "common"],
    ["hello123456", "common"],
    ["Khoa học và Công nghệ Sơn La", "is-site-name"],
  ])("%s: %s", (password, fault) => {
    expect(findPasswordFault(password, compared("thebang"))).toBe(fault);
  });

  test("is not refused for a short username that happens to be in it", () => {
    expect(findPasswordFault("hai con chim non", compared("hai"))).toBeNull();
  });
});
