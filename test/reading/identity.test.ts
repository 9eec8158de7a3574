import { beforeAll, expect, test } from "vitest";
import { env } from "cloudflare:workers";
import { addSections, origin, send } from "../support/newsroom.ts";

beforeAll(() => addSections("tin-tuc"));

/** Width and height that a PNG says it has. */
function pngSize(bytes: ArrayBuffer): [number, number] {
  const view = new DataView(bytes);
  return [view.getUint32(16), view.getUint32(20)];
}

test.each([
  ["/apple-touch-icon.png", 180],
  ["/icon-512.png", 512],
])("GET %s is a PNG %i pixels square", async (path, size) => {
  const answer = await send(path);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(pngSize(await answer.arrayBuffer())).toEqual([size, size]);
});

test("GET /favicon.svg is the mark in the colour of the header", async () => {
  const answer = await send("/favicon.svg");
  expect(answer.headers.get("content-type")).toBe("image/svg+xml");
  expect(await answer.text()).toContain(`fill="${env.HEADER_COLOUR}"`);
});

test("GET /manifest.webmanifest names the site and icons that are there", async () => {
  const answer = await send("/manifest.webmanifest");
  expect(answer.headers.get("content-type")).toBe("application/manifest+json");
  const manifest = await answer.json<{ icons: { src: string; type: string }[] }>();
  expect(manifest).toMatchObject({ name: env.SITE_NAME, theme_color: env.HEADER_COLOUR });
  for (const { src, type } of manifest.icons) {
    expect((await send(src)).headers.get("content-type")).toBe(type);
  }
});

test("every page names its icons and manifest, and colours the browser by theme", async () => {
  const page = await (await send("/")).text();
  for (const link of ["/favicon.svg", "/apple-touch-icon.png", "/manifest.webmanifest"]) {
    expect(page).toContain(`href="${link}"`);
  }
  expect(page).toMatch(
    new RegExp(`name="theme-color" content="${env.HEADER_COLOUR}"\\s+media="[^"]*light`),
  );
});

test("every style of a page is one that its policy allows, the site's colours too", async () => {
  const answer = await send(`/?${new URLSearchParams({ x: origin })}`);
  const policy = answer.headers.get("content-security-policy");
  const styles = [...(await answer.text()).matchAll(/<style>(.*?)<\/style>/gs)];
  expect(styles.length).toBe(2);
  for (const [, css] of styles) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css));
    expect(policy).toContain(`'sha256-${new Uint8Array(digest).toBase64()}'`);
  }
});
