import { expect, test } from "vitest";
import { applyChacha20 } from "../../../src/client/newsroom/cipher.ts";
import { seal, unseal } from "../../../src/client/newsroom/sealed.ts";

/** The bytes 0, 1, 2 … */
const countingBytes = (length: number) => Uint8Array.from({ length }, (_, n) => n);

test("encrypts the example of RFC 8439, section 2.4.2", () => {
  const nonce = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0x4a, 0, 0, 0, 0]);
  const text =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
  const encrypted = applyChacha20(countingBytes(32), nonce, new TextEncoder().encode(text));
  const hex = [...encrypted].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  expect(hex).toBe(
    "6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0b" +
      "f91b65c5524733ab8f593dabcd62b3571639d624e65152ab8f530c359f0861d8" +
      "07ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab7793736" +
      "5af90bbf74a35be6b40b8eedf2785e42874d",
  );
});

test("seals a text so that only its own key opens it", () => {
  const text = `Giống lúa mới “ST25”. ${"đ".repeat(20_000)}`;
  const sealed = seal(text, countingBytes(32));
  expect(sealed).not.toContain("ST25");
  expect(seal(text, countingBytes(32))).not.toBe(sealed);
  expect(unseal(sealed, countingBytes(32))).toBe(text);
  expect(unseal(sealed, countingBytes(32).reverse())).not.toContain("ST25");
});
