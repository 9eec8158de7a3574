import { createSign, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { unwrapEC2Signature } from "../../src/newsroom/account/ecdsa-signature.ts";

const p256 = 1;

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const unwrap = (hex: string) => Buffer.from(unwrapEC2Signature(bytes(hex), p256)).toString("hex");

describe("the signature of a passkey", () => {
  test("verifies after its DER is unwrapped, in 200 signatures", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    const spki = publicKey.export({ type: "spki", format: "der" });
    const key = await crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]);
    for (let count = 0; count < 200; count += 1) {
      const text = Buffer.from(String(count));
      const der = createSign("sha256").update(text).sign(privateKey);
      const verified = await crypto.subtle.verify(
        algorithm,
        key,
        unwrapEC2Signature(der, p256),
        text,
      );
      expect(verified, der.toString("hex")).toBe(true);
    }
  });

  test.each([
    ["short numbers", "3006020101020102", `${"01".padStart(64, "0")}${"02".padStart(64, "0")}`],
    ["a sign byte", "300802020080020200ff", `${"80".padStart(64, "0")}${"ff".padStart(64, "0")}`],
    ["zero", "3006020100020101", `${"0".repeat(64)}${"01".padStart(64, "0")}`],
  ])("pads %s to 32 bytes", (_, der, signature) => {
    expect(unwrap(der)).toBe(signature);
  });

  test.each([
    ["nothing", ""],
    ["another tag", "3106020101020102"],
    ["a wrong length", "3007020101020102"],
    ["one number", "3003020101"],
    ["three numbers", "3009020101020102020103"],
    ["a number that ends after the signature", "3006020101020202"],
    ["a number of 33 bytes", `3026022101${"00".repeat(32)}020101`],
    ["text", "30060c01610c0162"],
  ])("is refused if it is %s", (_, der) => {
    expect(() => unwrap(der)).toThrow(/.+/);
  });

  test("is refused for a curve other than P-256", () => {
    expect(() => unwrapEC2Signature(bytes("3006020101020102"), 2)).toThrow("not P-256");
  });
});
