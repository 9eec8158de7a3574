import { describe, expect, test } from "vitest";
import { renderJsonLd } from "../../src/html/head.ts";
import { html, raw } from "../../src/html/template.ts";

describe("html", () => {
  test("escapes text and leaves HTML as it is", () => {
    const inner = html`<b>${"<&>"}</b>`;
    expect(html`<p title="${`"'`}">${inner}${raw("<i>x</i>")}</p>`.toString()).toBe(
      '<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b><i>x</i></p>',
    );
  });

  test("joins lists, and leaves nothing of null and false", () => {
    expect(html`${[1, html`<b></b>`, "&"]}${null}${false}`.toString()).toBe("1<b></b>&amp;");
  });
});

describe("jsonLd", () => {
  test("cannot be ended by what it holds", () => {
    const block = renderJsonLd({ title: "</script><script>alert(1)</script>" }).toString();
    expect(block.match(/<\/script>/g)).toHaveLength(1);
    const json = block.replace(/^<script[^>]*>|<\/script>$/g, "");
    expect(JSON.parse(json)).toEqual({ title: "</script><script>alert(1)</script>" });
  });
});
