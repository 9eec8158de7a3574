import { describe, expect, test } from "vitest";
import { cleanAddress } from "../../src/edge-cache/clean-address.ts";
import { origin } from "../support/newsroom.ts";

describe("cleanAddress", () => {
  test.each([
    ["/", [], "/"],
    ["/?", [], "/"],
    ["/?fbclid=abc", [], "/"],
    ["/?utm_source=zalo&utm_medium=a&utm_campaign=b", [], "/"],
    ["/?zarsrc=30&utm_source=zalo", [], "/"],
    ["/?truoc=abc", [], "/"],
    ["/#dau-trang", [], "/"],
    ["/chuyen-muc/tin-tuc?truoc=abc", ["truoc"], "/chuyen-muc/tin-tuc?truoc=abc"],
    ["/chuyen-muc/tin-tuc?fbclid=1&truoc=abc&utm=2", ["truoc"], "/chuyen-muc/tin-tuc?truoc=abc"],
    ["/chuyen-muc/tin-tuc?truoc=abc&truoc=def", ["truoc"], "/chuyen-muc/tin-tuc?truoc=abc"],
    ["/chuyen-muc/tin-tuc?truoc=", ["truoc"], "/chuyen-muc/tin-tuc"],
    ["/chuyen-muc/tin-tuc?Truoc=abc", ["truoc"], "/chuyen-muc/tin-tuc"],
    ["/chuyen-muc/tin-tuc?truoc[]=abc", ["truoc"], "/chuyen-muc/tin-tuc"],
    ["/chuyen-muc/tin-tuc?%74ruoc=%61bc", ["truoc"], "/chuyen-muc/tin-tuc?truoc=abc"],
    ["/tim?b=2&a=1", ["a", "b"], "/tim?a=1&b=2"],
    ["/tim?a=1&b=2", ["a", "b"], "/tim?a=1&b=2"],
    ["/tim?a=%C4%91%20x&b=+", ["a"], "/tim?a=%C4%91+x"],
    ["/tim?a=đ", ["a"], "/tim?a=%C4%91"],
    ["/bai-viet/%62%61%69", [], "/bai-viet/bai"],
    ["/bai%2Dviet/x", [], "/bai-viet/x"],
    ["/bai-viet/a%2Fb", [], "/bai-viet/a%2Fb"],
    ["/bai-viet/%C4%91", [], "/bai-viet/%C4%91"],
    ["/bai-viet/%zz", [], "/bai-viet/%zz"],
    ["/bai-viet/%2561", [], "/bai-viet/%2561"],
  ] as [string, string[], string][])("%s, known %j: %s", (path, names, clean) => {
    expect(cleanAddress(origin + path, names)).toBe(origin + clean);
  });

  test("has nothing left to clean in what it gives, or a request would loop", () => {
    const escapes = [
      "%61",
      "%2561",
      "%%36%31",
      "%%%33%36%%33%31",
      "%2%35",
      "%4%311",
      "%%",
      "%%32%35",
    ];
    const queries = [
      "",
      "?",
      "?a=%",
      "?a=%FF",
      "?a=%u0041",
      "?a=a%2Bb",
      "?a=\ud800",
      "?a=&a=1",
      "?=a",
    ];
    for (const path of escapes) {
      for (const query of queries) {
        const asked = new Request(`${origin}/${path}${query}`).url;
        const clean = cleanAddress(asked, ["a"]);
        expect(cleanAddress(clean, ["a"]), asked).toBe(clean);
        expect(new Request(clean).url, asked).toBe(clean);
      }
    }
  });
});
