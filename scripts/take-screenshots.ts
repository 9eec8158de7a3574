import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { launchChromium } from "../test/browser/support/visit.ts";
import { referencePath, withDemo } from "./showcase/open-demo.ts";
import { orExplain } from "./start/start-failure.ts";

/* `npm run screenshots [-- ADDRESS]`: takes the pictures of docs/screenshots, from the demo or a site that runs. */

type Shot = { name: string; path: string; width: number; height: number; dark?: true };

const folder = "docs/screenshots";

const shots: Shot[] = [
  { name: "front-1280", path: "/", width: 1280, height: 1400 },
  { name: "front-360", path: "/", width: 360, height: 1300 },
  { name: "article-360", path: referencePath, width: 360, height: 1300 },
  { name: "article-1280-dark", path: referencePath, width: 1280, height: 1400, dark: true },
];

await orExplain(() =>
  withDemo(async (address) => {
    await mkdir(folder, { recursive: true });
    const browser = await launchChromium();
    for (const shot of shots) await take(browser, address, shot);
    await browser.close();
  }),
);

async function take(browser: Browser, address: string, shot: Shot): Promise<void> {
  const { width, height, name } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1,
    colorScheme: shot.dark ? "dark" : "light",
  });
  const page = await context.newPage();
  await page.goto(address + shot.path);
  await photosLoaded(page);
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, colours: 192, effort: 10 })
    .toBuffer();
  await context.close();
  await writeFile(join(folder, `${name}.png`), picture);
  console.log(`${name}.png  ${Math.round(picture.length / 1024)} KB`);
}

async function photosLoaded(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].every(
      (photo) => photo.complete || photo.getBoundingClientRect().top > innerHeight,
    ),
  );
}
