import { expect, test } from "vitest";
import { settleClientAddress } from "../../src/request/read-value.ts";

const forged = { "cf-connecting-ip": "203.0.113.9" };

function addressFor(source: string | undefined, headers: Record<string, string>): string | null {
  const request = new Request("http://localhost/x", { headers });
  return settleClientAddress(request, source).headers.get("cf-connecting-ip");
}

test("without a proxy, a site of its own believes no header about the client's address", () => {
  expect(addressFor("none", { ...forged, "x-forwarded-for": "198.51.100.7" })).toBeNull();
});

test("behind a proxy, the address is the one that the proxy added last, not what the client wrote", () => {
  const headers = { ...forged, "x-forwarded-for": "198.51.100.7, 2001:db8::5" };
  expect(addressFor("proxy", headers)).toBe("2001:db8::5");
  expect(addressFor("proxy", forged)).toBeNull();
});

test("on the platform its own header stays", () => {
  expect(addressFor(undefined, forged)).toBe("203.0.113.9");
});

test("a body passes unchanged", async () => {
  const request = new Request("http://localhost/x", { method: "POST", body: "nội dung" });
  expect(await settleClientAddress(request, "proxy").text()).toBe("nội dung");
});
