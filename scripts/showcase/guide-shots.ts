import type { Page } from "playwright-core";
import type { PictureName } from "../../src/newsroom/guide/pictures.ts";
import { deskWords } from "../../src/vietnamese/words/desk.ts";
import { formWords } from "../../src/vietnamese/words/form.ts";
import { reviewPageWords } from "../../src/vietnamese/words/review-page.ts";
import { reviewWords } from "../../src/vietnamese/words/review.ts";
import type { NewsroomStage } from "./newsroom-stage.ts";

/** How a picture of the guides is taken. */
export type GuideShot = {
  picture: PictureName;
  /** Whose screen it is; nobody's when null. */
  as: "thebang" | "bientap" | "quantri" | null;
  path: (stage: NewsroomStage) => string | Promise<string>;
  /** What is done before the picture is taken. */
  prepare?: (page: Page, stage: NewsroomStage) => Promise<void>;
};

/** Titles of demo/desk and demo/articles. */
const titles = {
  begun: "Lớp học “trợ lý số” đầu tiên của cán bộ xã Mường Vang",
  draft: "Câu lạc bộ thiên văn của học sinh trường nội trú",
  submitted: "Kho giống cây bản địa nhận mẫu hạt thứ 500",
  revised: "Thử nghiệm trợ lý ảo trả lời thủ tục bằng ba thứ tiếng",
  published: "Chuyến xe chở phòng thí nghiệm lên với học trò",
};

export const guideShots: readonly GuideShot[] = [
  { picture: "sign-in", as: null, path: () => "/toa-soan/dang-nhap" },
  { picture: "form-wide", as: "thebang", path: findForm(titles.draft), prepare: waitForEditor },
  {
    picture: "form-photo",
    as: "thebang",
    path: findForm(titles.draft),
    prepare: async (page) => {
      await waitForEditor(page);
      await toTop(page, "[contenteditable=true] img", 76);
    },
  },
  {
    picture: "form-findings",
    as: "thebang",
    path: findForm(titles.submitted),
    prepare: async (page) => {
      await waitForEditor(page);
      await page.locator("#soat-bai li[data-number]").first().waitFor();
      await toTop(page, "#soat-bai");
    },
  },
  { picture: "preview", as: "thebang", path: findArticlePage(titles.draft, "/xem-truoc") },
  { picture: "desk-reporter", as: "thebang", path: () => "/toa-soan" },
  {
    picture: "delivery-check",
    as: "bientap",
    path: findArticlePage(titles.published),
    prepare: checkDelivery,
  },
  { picture: "desk-editor", as: "bientap", path: () => "/toa-soan" },
  {
    picture: "article-page",
    as: "bientap",
    path: findArticlePage(titles.submitted, "/duyet"),
    prepare: (page) => toTop(page, ".remark", 250),
  },
  {
    picture: "give-back",
    as: "bientap",
    path: findArticlePage(titles.submitted, "/duyet"),
    prepare: async (page) => {
      await unfold(page, reviewPageWords.giveBack);
      await page
        .locator("[name=return-reason]")
        .fill("Ngày 15/10/2026 là Thứ Năm. Hỏi lại bà Dí mang hạt đến hôm nào.");
    },
  },
  {
    picture: "schedule",
    as: "bientap",
    path: findArticlePage(titles.submitted, "/duyet"),
    prepare: async (page) => {
      await page.locator("#het-bai").scrollIntoViewIfNeeded();
      await page.locator("#nut-duyet:not([aria-disabled])").waitFor();
      await unfold(page, reviewPageWords.schedule);
      await page.locator("input[name=at]").fill(formatTomorrowMorning());
      await toTop(page, "input[name=at]", 240);
    },
  },
  {
    picture: "compare",
    as: "bientap",
    path: findArticlePage(titles.revised),
    prepare: async (page) => {
      await page.getByRole("link", { name: deskWords.compareWithPublished }).first().click();
      await page.waitForURL("**/so-sanh**");
      await toTop(page, ".changed", 60);
    },
  },
  {
    picture: "correction",
    as: "bientap",
    path: findArticlePage(titles.published),
    prepare: async (page) => {
      await unfold(page, deskWords.correct);
      await page
        .locator("[name=correction]")
        .fill("Bài ghi trên xe có sáu kính hiển vi; số đúng là tám. Tòa soạn xin lỗi bạn đọc.");
      await toTop(page, "[name=correction]", 240);
    },
  },
  {
    picture: "preview-link",
    as: "bientap",
    path: findArticlePage(titles.submitted, "/xem-truoc"),
    prepare: async (page) => {
      await page.getByRole("button", { name: reviewWords.makeLink }).click();
      await page.getByText(reviewWords.linkMade).waitFor();
    },
  },
  {
    picture: "erase",
    as: "bientap",
    path: () => "/toa-soan/anh?q=K%C3%ADnh",
    prepare: async (page) => {
      await page.locator("main a[href^='/toa-soan/anh/']").first().click();
      await page.locator("main a[href$='/xoa']").click();
      await page.waitForURL("**/xoa");
    },
  },
  { picture: "admin", as: "quantri", path: () => "/toa-soan/quan-tri" },
  {
    picture: "royalties",
    as: "quantri",
    path: () => "/toa-soan/quan-tri/nhuan-but?month=2026-10",
  },
  {
    picture: "two-writers",
    as: "thebang",
    path: findForm(titles.begun),
    prepare: async (page, stage) => {
      await waitForEditor(page);
      const { pathname } = new URL(page.url());
      const editor = await stage.open(
        "bientap",
        {
          width: 1280,
          height: 800,
        },
        pathname,
      );
      await waitForEditor(editor);
      await saveWithLede(editor, "Hai mươi bốn cán bộ xã Mường Vang học dùng trợ lý số.");
      await editor.waitForURL((url) => url.pathname !== pathname || url.search !== "");
      await editor.context().close();
      await saveWithLede(page, "Ba buổi học, hai mươi bốn cán bộ xã, một câu hỏi khó.");
      await page.getByRole("heading", { name: formWords.staleTitle }).waitFor();
    },
  },
];

function findArticlePage(title: string, rest = ""): GuideShot["path"] {
  return async (stage) => (await stage.roomOf(title)) + rest;
}

function findForm(title: string): GuideShot["path"] {
  return findArticlePage(title, "/sua");
}

async function waitForEditor(page: Page): Promise<void> {
  await page.locator("[contenteditable=true]").waitFor();
  await page.waitForLoadState("networkidle");
}

/** Scrolls so that an element stands `below` CSS pixels under the top of the window. */
async function toTop(page: Page, selector: string, below = 8): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element, distance) => {
      const top = element.getBoundingClientRect().top + scrollY - distance;
      scrollTo({ top, behavior: "instant" });
    }, below);
}

async function saveWithLede(page: Page, lede: string): Promise<void> {
  await page.locator("[name=lede]").fill(lede);
  await page.locator(".form-acts button[value=save]").click();
}

async function unfold(page: Page, name: string): Promise<void> {
  await page.locator("summary", { hasText: new RegExp(`^\\s*${name}\\s*$`) }).click();
}

/** The clock of the demo may not have looked yet. */
async function checkDelivery(page: Page): Promise<void> {
  const again = page.getByRole("button", { name: deskWords.checkAgain });
  if ((await again.count()) === 0) return;
  await again.click();
  await page.locator(".done").first().waitFor();
}

/** Half past seven of the next day in Vietnam, as a datetime-local field has it. */
function formatTomorrowMorning(): string {
  const inVietnam = new Date(Date.now() + (24 + 7) * 3_600_000);
  return `${inVietnam.toISOString().slice(0, 10)}T07:30`;
}
