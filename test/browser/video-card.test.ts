import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";
import { openContext } from "./support/visit.ts";

let site: StaffedSite;
let browser: Browser;
useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const onYoutube = "https://www.youtube.com/watch?v=aqz-KE-bpKQ";
const player = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1";

async function readAnswer(answer: Promise<Response>): Promise<{ id: string; slug: string }> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string; slug: string };
}

/** Publishes an article with this body and returns its slug. */
async function publishBody(body: string): Promise<string> {
  const [[reporter], [editor]] = await Promise.all([
    site.hire("reporter", 1),
    site.hire("editor", 1),
  ]);
  const content = {
    title: "Ngày hội sáng tạo",
    lede: "Ngày hội có nhiều hoạt động.",
    body,
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng"], unit: "" },
  };
  const sent = (method: string, of: object) => ({
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(of),
  });
  if (reporter === undefined || editor === undefined) throw new Error("nobody was hired");
  const { id, slug } = await readAnswer(
    reporter("/api/articles?submit=true", sent("POST", content)),
  );
  await readAnswer(editor(`/api/articles/${id}/publication`, sent("PUT", {})));
  return slug;
}

test("the card of a video asks nothing of another site until it is pressed, then plays in its place", async () => {
  const slug = await publishBody(
    `Mở đầu.\n\n[Toàn cảnh ngày hội](${onYoutube}&si=follow)\n\nKết thúc.`,
  );
  const context = await openContext(browser);
  const asked: string[] = [];
  await context.route(
    (url) => url.origin !== site.address,
    async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ contentType: "text/html", body: "<title>player</title>" });
    },
  );
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await page.goto(`${site.address}/bai-viet/${slug}`, { waitUntil: "networkidle" });
  expect(asked).toEqual([]);
  const card = page.locator(".video");
  await card.locator("a").focus();
  await page.keyboard.press("Enter");
  await page.frameLocator(".video iframe").locator("title").waitFor({ state: "attached" });
  expect(asked).toEqual([player]);
  const frame = card.locator("iframe");
  expect(await frame.getAttribute("title")).toContain("Toàn cảnh ngày hội");
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
  // Another host than the provider's is refused, even on this page.
  await page.evaluate(() => {
    const other = document.createElement("iframe");
    other.src = "https://evil.example/";
    document.body.append(other);
  });
  await expect.poll(() => refused.join()).toContain("frame-src");
  expect(asked).toEqual([player]);
  await card.locator("a").click();
  await page.waitForURL(onYoutube);
  await context.close();
});
