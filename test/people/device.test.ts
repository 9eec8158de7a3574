import { expect, test } from "vitest";
import { readDevice } from "../../src/people/device.ts";
import { accountWords } from "../../src/vietnamese/words/account.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`,
    "Chrome trên Windows",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    "Edge trên Windows",
  ],
  [
    `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${webkit} coc_coc_browser/109.0.0 Chrome/103.0.0.0 Safari/537.36`,
    "Cốc Cốc trên Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox trên Linux"],
  [
    `Mozilla/5.0 (Linux; Android 14; SM-A155F) ${webkit} SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet trên Android",
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; Pixel 8) ${webkit} Chrome/142.0.0.0 Mobile Safari/537.36`,
    "Chrome trên Android",
  ],
  [`${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, "Safari trên iPhone"],
  [`${iphone} CriOS/142.0.0.0 Mobile/15E148 Safari/604.1`, "Chrome trên iPhone"],
  [`${iphone} Mobile/15E148 Zalo iOS/619 ZaloTheme/light`, "Zalo trên iPhone"],
  ["curl/8.5.0", "Thiết bị không rõ"],
  ["", "Thiết bị không rõ"],
])("%s is %s", (userAgent, expected) => {
  const { browser, system } = readDevice(userAgent);
  expect(accountWords.device(browser, system)).toBe(expected);
});
