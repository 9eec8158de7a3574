import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "../../src/people/password.ts";

test("a stored password names its scheme and cost, and matches only itself", async () => {
  const stored = await hashPassword("Mật khẩu đủ dài");
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await passwordMatches("Mật khẩu đủ dài", stored)).toBe(true);
  expect(await passwordMatches("mật khẩu đủ dài", stored)).toBe(false);
  expect(await passwordMatches("", stored)).toBe(false);
});

test("the same password twice is stored differently", async () => {
  expect(await hashPassword("một")).not.toBe(await hashPassword("một"));
});

test("a password typed in NFD matches the one stored in NFC", async () => {
  const stored = await hashPassword("Đường".normalize("NFC"));
  expect(await passwordMatches("Đường".normalize("NFD"), stored)).toBe(true);
});

test.for(["", "scrypt", "plain$1$1$1$aa$bb", "scrypt$32768$8$3$AAAA$"])(
  "what hashPassword never stores (%j) matches nothing",
  async (stored) => {
    expect(await passwordMatches("", stored)).toBe(false);
    expect(await passwordMatches("bb", stored)).toBe(false);
  },
);
