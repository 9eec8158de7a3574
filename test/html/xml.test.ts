import { describe, expect, test } from "vitest";
import { cdata, removeForbidden, xml, xmlDocument } from "../../src/html/xml.ts";

describe("xml", () => {
  test("escapes texts alike for content and for attributes", () => {
    const made = xml`<a b="${`"<&>'`}">${`"<&>'`}</a>`;
    expect(made.source).toBe(`<a b="&quot;&lt;&amp;&gt;'">&quot;&lt;&amp;&gt;'</a>`);
  });

  test("takes markup and lists of it as they are, writes numbers, and nothing for null", () => {
    const list = ["1", "2"].map((name) => xml`<b>${name}</b>`);
    expect(xml`<a>${list}${null}${0}</a>`.source).toBe("<a><b>1</b><b>2</b>0</a>");
  });

  test("keeps what looks like the end of a CDATA section inside it", () => {
    expect(cdata("a]]>b").source).toBe("<![CDATA[a]]]]><![CDATA[>b]]>");
    expect(xml`<a>${"]]>"}</a>`.source).toBe("<a>]]&gt;</a>");
  });

  test("drops the characters that XML forbids and keeps all others", () => {
    expect(removeForbidden("a\u0000\u0008\u000B\u001F\uFFFE\uFFFFb")).toBe("ab");
    expect(removeForbidden("\t\n\r ữ 😀 \u{10FFFF} \uE000 \uFFFD")).toBe(
      "\t\n\r ữ 😀 \u{10FFFF} \uE000 \uFFFD",
    );
  });

  test("marks half a surrogate pair as unreadable", () => {
    expect(removeForbidden("a\uD83Db\uDE00c")).toBe("a\uFFFDb\uFFFDc");
  });

  test("names its encoding", () => {
    expect(xmlDocument(xml`<a/>`)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n');
  });
});
