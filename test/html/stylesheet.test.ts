import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { stylesheet } from "../../src/html/stylesheet.ts";

test("a stylesheet is allowed by the hash of exactly the text in its element", () => {
  const style = stylesheet("a { color: red; }\n/* why */\n", "b > c { margin: 0 auto; }");
  const [, css = ""] = /^<style>(.*)<\/style>$/s.exec(style.element.toString()) ?? [];
  expect(style.source).toBe(`'sha256-${createHash("sha256").update(css).digest("base64")}'`);
  expect(css).toBe("a { color: red; }\n/* why */\nb > c { margin: 0 auto; }");
});
