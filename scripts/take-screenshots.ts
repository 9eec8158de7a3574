import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { guidePictures } from "../src/newsroom/guide/pictures.ts";
import { launchChromium } from "../test/browser/support/visit.ts";
import { guideShots } from "./showcase/guide-shots.ts";
import type { GuideShot } from "./showcase/guide-shots.ts";
import { openStage } from "./showcase/newsroom-stage.ts";
import type { NewsroomStage } from "./showcase/newsroom-stage.ts";
import { referencePath, withDemo } from "./showcase/open-demo.ts";
import { explainStartFailure } from "./start/start-failure.ts";

/*
 * `npm run screenshots [-- ADDRESS STATE]`: takes the pictures of docs/screenshots and those of the newsroom's guides, from
 * the demo or a site that runs with the demo in its state folder.
 */

type Shot = { name: string; path: string; width: number; height: number; dark?: true };

/** Pictures of the guides that the README shows, too. */
const readmeToo: Partial<Record<GuideShot["picture"], string>> = {
  "desk-editor": "newsroom-desk-360",
  "form-wide": "newsroom-form-1280",
};

const folder = "docs/screenshots";
/** The most bytes of a picture of the guides. */
const maxPictureBytes = 40_000;
const guideFolder = "src/newsroom/guide/pictures";

const shots: Shot[] = [
  { name: "front-1280", path: "/", width: 1280, height: 1400 },
  { name: "front-360", path: "/", width: 360, height: 1300 },
  { name: "article-360", path: referencePath, width: 360, height: 1300 },
  { name: "article-1280-dark", path: referencePath, width: 1280, height: 1400, dark: true },
];

// Date fields use the browser's language.
process.env["LANGUAGE"] = "vi";
process.env["LANG"] = "vi_VN.UTF-8";

await explainStartFailure(() =>
  withDemo(async (address, state) => {
    await mkdir(folder, { recursive: true });
    const browser = await launchChromium();
    for (const shot of shots) await take(browser, address, shot);
    const stage = await openStage(browser, address, state);
    for (const shot of guideShots) await takeForGuide(stage, shot);
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
  await waitForPhotos(page);
  await keepPng(await page.screenshot(), name);
  await context.close();
}

async function takeForGuide(stage: NewsroomStage, shot: GuideShot): Promise<void> {
  const page = await stage.open(shot.as, guidePictures[shot.picture], await shot.path(stage));
  await shot.prepare?.(page, stage);
  await page.waitForLoadState("networkidle");
  await waitForPhotos(page);
  const seen = await page.screenshot({ caret: "hide" });
  await page.context().close();
  await keep(join(guideFolder, `${shot.picture}.webp`), await makeSmallWebp(seen));
  const name = readmeToo[shot.picture];
  if (name !== undefined) await keepPng(seen, name);
}

/** The best quality that fits the bytes. Pictures of phones have two pixels for each CSS pixel. */
async function makeSmallWebp(seen: Buffer): Promise<Buffer> {
  const { width } = await sharp(seen).metadata();
  for (let quality = 80; ; quality -= 8) {
    const picture = await sharp(seen)
      .resize(width === 1280 ? 1280 : 576)
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer();
    if (picture.length <= maxPictureBytes || quality < 20) return picture;
  }
}

async function keepPng(seen: Buffer, name: string): Promise<void> {
  const picture = await sharp(seen).png({ palette: true, colours: 192, effort: 10 }).toBuffer();
  await keep(join(folder, `${name}.png`), picture);
}

async function keep(file: string, picture: Buffer): Promise<void> {
  await writeFile(file, picture);
  console.log(`${file}  ${Math.round(picture.length / 1024)} KB`);
}

async function waitForPhotos(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].every(
      (photo) =>
        photo.complete ||
        !photo.checkVisibility() ||
        photo.getBoundingClientRect().top > innerHeight,
    ),
  );
}
