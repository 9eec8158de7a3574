import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";
import { schema } from "../../../src/client/editor/schema.ts";
import { renderBody } from "../../../src/publishing/rendering/render-body.ts";
import type { StoredPhoto } from "../../../src/publishing/rendering/render-notes.ts";
import { oddBodies, videoBodies, writtenBodies } from "./bodies.ts";

const bodies = [...writtenBodies, ...oddBodies, ...videoBodies];

describe("an unedited body", () => {
  test.each(bodies)("is written as it was read: %s", (_, body) => {
    const bridge = new MarkdownBridge();
    expect(bridge.write(bridge.read(body)).text).toBe(
      body.replaceAll("\r\n", "\n").replace(/^\n+$/, ""),
    );
  });
});

describe("a body of which every block is written anew", () => {
  test.each(bodies)("shows what it showed: %s", (_, body) => {
    expect(rendered(rewrite(body))).toBe(rendered(body));
  });

  test.each(bodies)("is then written the same each time: %s", (_, body) => {
    const once = rewrite(body);
    expect(rewrite(once)).toBe(once);
  });
});

describe("a body as people write it", () => {
  test.each(writtenBodies)("has no block that shows its Markdown: %s", (_, body) => {
    const { children } = new MarkdownBridge().read(body);
    expect(children.filter(({ type }) => type.name === "source")).toEqual([]);
  });
});

describe("a link of a video alone in its paragraph", () => {
  test.each([
    ["https://youtu.be/aqz-KE-bpKQ", "", "", ""],
    ["[Ngày hội \\*](https://youtu.be/aqz-KE-bpKQ)", "Ngày hội *", "", ""],
    ["[![Cờ](photo:a) Hội](https://youtu.be/aqz-KE-bpKQ)", "Hội", "a", "Cờ"],
  ])("is a card with its title and poster: %s", (body, title, photo, alt) => {
    const { firstChild: card } = new MarkdownBridge().read(body);
    expect(card?.type.name).toBe("video");
    expect(card?.attrs).toEqual({ href: "https://youtu.be/aqz-KE-bpKQ", title, photo, alt });
  });

  test.each(["https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ", "Xem https://vimeo.com/1"])(
    "any other paragraph is text: %s",
    (body) => {
      expect(new MarkdownBridge().read(body).firstChild?.type.name).toBe("paragraph");
    },
  );
});

describe("a link whose text is its address", () => {
  test.each([
    ["Sở họp.", "[https://a.vn](https://a.vn)Sở họp."],
    [".Sở họp.", "[https://a.vn](https://a.vn).Sở họp."],
    [". Sở họp.", "https://a.vn. Sở họp."],
    ["", "https://a.vn"],
  ])("does not take the words behind it: %s", (after, body) => {
    const link = schema.marks.link.create({ href: "https://a.vn" });
    const texts = [schema.text("https://a.vn", [link]), ...(after ? [schema.text(after)] : [])];
    const doc = schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, texts));
    expect(new MarkdownBridge().write(doc).text).toBe(body);
  });
});

/** New blocks with the same content, which the bridge has never read. */
function copyNode(doc: Node): Node {
  return schema.nodeFromJSON(doc.toJSON());
}

function rewrite(body: string): string {
  const bridge = new MarkdownBridge();
  return bridge.write(copyNode(bridge.read(body))).text;
}

/** What readers see, with all white space as one space. The site names photos by ids, so each name gets one. */
function rendered(body: string): string {
  const photos = new Map<string, StoredPhoto>();
  const withIds = body.replace(/photo:([\w.-]+)/g, (_, name: string) => {
    const id = Buffer.from(name).toString("hex").padEnd(64, "0").slice(-64);
    photos.set(id, { id, width: 800, height: 600, type: "image/jpeg", variants: {}, credit: null });
    return `photo:${id}`;
  });
  return renderBody(withIds, photos).html.replace(/\s+/g, " ");
}
