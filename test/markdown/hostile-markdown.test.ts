import { describe, expect, test } from "vitest";
import { escapeText, joinLines } from "../../src/markdown/escape-text.ts";
import { listPhotos, readPlainText, replacePhotoReferences } from "../../src/markdown/markdown.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";

const size = 256 * 1024;

/** A body of that size. In quadratic time it would take minutes, and the test would time out. */
function fillBody(pattern: string): string {
  return pattern.repeat(Math.ceil(size / pattern.length));
}

const bodies: [name: string, body: string][] = [
  ...["[", "![", "*", "_", "~", ">", "`", "<", "\\", "&#", "|", "1. ", "- ", "\n", " "].map(
    (pattern): [string, string] => [JSON.stringify(pattern), fillBody(pattern)],
  ),
  ["emphasis in emphasis", `${"*a ".repeat(size / 8)}${" b*".repeat(size / 8)}`],
  ["links in links", `${"[a".repeat(size / 8)}${"](b)".repeat(size / 8)}`],
  ["photos in photos", `${"![a".repeat(size / 8)}${"](photo:b)".repeat(size / 8)}`],
  ["open links", `${fillBody("[a](b")})`],
  ["open photos", fillBody("![a](photo:(x")],
  ["one long word before an at sign", `${fillBody("a")}@`],
  ["words before at signs", fillBody(`${"a".repeat(990)}@ `)],
  ["emphasis beside emphasis", fillBody("a*b_**c__d ")],
  ["quotations with lazy lines", fillBody("> a\nb\n")],
  ["one item of many lines", `- a\n${fillBody("  b\n")}`],
  ["lines of HTML", fillBody("<div>\n")],
  ["lines of comments", fillBody("<!--\n")],
  ["tables that are none", fillBody("|a|b|\n|-|\n")],
  ["a table of short rows", `${"|a".repeat(50)}|\n${"|-".repeat(50)}|\n${fillBody("|\n")}`],
  ["definitions", Array.from({ length: 20_000 }, (_, i) => `[${i}]: x\n`).join("")],
  ["footnotes", `${fillBody("[^1]: x\n")}\n${fillBody("[^1] ")}`],
  ["footnotes in footnotes", fillBody("[^1]:\n    [^2]:\n")],
  ["equal headings", fillBody("# a\n")],
];

describe("256 KB of", () => {
  test.each(bodies)("%s are read and rendered in time", (_, body) => {
    expect(renderBody(body, new Map()).html.length).toBeLessThan(size * 20);
    expect(listPhotos(body)).toBeInstanceOf(Array);
    expect(replacePhotoReferences(body, () => null)).toBe(body);
    expect(typeof readPlainText(body)).toBe("string");
  });
});

test("256 KB of brackets or spaces are written as text in time", () => {
  const place = { style: "plain", inCell: false, inBrackets: false } as const;
  expect(escapeText(fillBody("["), place) === fillBody("[")).toBe(true);
  expect(escapeText(fillBody("[]"), place) === fillBody("[]").replaceAll("[", "\\[")).toBe(true);
  expect(joinLines(`a${fillBody(" ")}b`) === `a${fillBody(" ")}b`).toBe(true);
});

test("Markdown beyond the limits is shown as typed", () => {
  const deep = `${">".repeat(40)} sâu`;
  expect(renderBody(deep, new Map()).html).toContain("&gt; sâu");
});
