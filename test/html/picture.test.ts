import { describe, expect, test } from "vitest";
import { largestPath, renderPicture } from "../../src/html/picture.ts";
import { photo } from "./sample.ts";

const layout = { sizes: "100vw", loading: "lazy" } as const;
const id = "a".repeat(64);

describe("picture", () => {
  test("offers every WebP width that was made, and the JPEG to other browsers", () => {
    const made = renderPicture(photo("a"), layout).toString();
    const widths = ["480.webp 480w", "960.webp 960w", "1600.webp 1600w"];
    expect(made).toContain(`srcset="${widths.map((name) => `/anh/${id}/${name}`).join(", ")}"`);
    expect(made).toContain('sizes="100vw"');
    expect(made).toContain(`src="/anh/${id}/960.jpg"`);
  });

  test("states the size of the photo, so that nothing moves when it comes", () => {
    const made = renderPicture(photo("a", { width: 1067, height: 1600 }), layout).toString();
    expect(made).toContain('width="1067"');
    expect(made).toContain('height="1600"');
  });

  test("waits for the reader, but for the one photo on top", () => {
    expect(renderPicture(photo("a"), layout).toString()).toContain('loading="lazy"');
    const first = renderPicture(photo("a"), { ...layout, loading: "eager" }).toString();
    expect(first).toContain('fetchpriority="high"');
    expect(first).not.toContain("loading=");
  });

  test("shows the stripped upload, by its own type, where no variant was made", () => {
    const bare = renderPicture(photo("a", { variants: {}, type: "image/png" }), layout).toString();
    expect(bare).toContain(`src="/anh/${id}/goc.png"`);
    expect(bare).not.toContain("<source");
  });

  test("escapes the alternative text", () => {
    const made = renderPicture(photo("a", { alt: '"><script>' }), layout).toString();
    expect(made).toContain('alt="&quot;&gt;&lt;script&gt;"');
  });
});

describe("largestPath", () => {
  test("is the widest file there is", () => {
    expect(largestPath(photo("a"))).toBe(`/anh/${id}/1600.webp`);
    const small = photo("a", { variants: { "480.webp": { width: 480, height: 320 } } });
    expect(largestPath(small)).toBe(`/anh/${id}/480.webp`);
    expect(largestPath(photo("a", { variants: {} }))).toBe(`/anh/${id}/goc.jpg`);
  });
});
