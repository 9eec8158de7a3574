import { expect, test } from "vitest";
import { readClientNetwork } from "../../src/request/read-value.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:0DB8:0000:0000:ffff::2", "2001:db8:0:0"],
  ["2001:db8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:1"],
  ["2001:db8:1::", "2001:db8:1:0"],
  ["::1", "0:0:0:0"],
])("%s is of the network %s", (address, network) => {
  expect(readClientNetwork(new Headers({ "cf-connecting-ip": address }))).toBe(network);
});
