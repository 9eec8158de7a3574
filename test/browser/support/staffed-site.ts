import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { addAccounts, addSections } from "../../../scripts/start/demo-store.ts";
import type { DemoAccount } from "../../../scripts/start/demo-accounts.ts";
import { openEmptySite } from "./empty-site.ts";
import type { EmptySite } from "./empty-site.ts";

/** A site with two sections, a reporter and an editor, who come in by their passwords. */
export type StaffedSite = EmptySite & {
  /** Signs somebody in on a device of their own. */
  signIn: (browser: Browser, username: string, device?: BrowserContextOptions) => Promise<Page>;
};

/** Of everybody there. */
export const password = "một mật khẩu chỉ để thử";

const people = [
  { role: "reporter", username: "thebang" },
  { role: "reporter", username: "thutrang" },
  { role: "editor", username: "bientap" },
  { role: "admin", username: "quantri" },
] as const;

export async function openStaffedSite(): Promise<StaffedSite> {
  const site = await openEmptySite();
  await addSections(site.database, [
    { slug: "tin-tuc", name: "Tin tức" },
    { slug: "khoa-hoc", name: "Khoa học" },
  ]);
  const accounts: DemoAccount[] = people.map((one) => ({
    ...one,
    password,
    token: `bt_${one.username}_${"x".repeat(32)}`,
  }));
  await addAccounts(site.database, accounts, crypto.randomUUID());
  return {
    ...site,
    signIn: async (browser, username, device = {}) => {
      const context = await browser.newContext(device);
      const page = await context.newPage();
      await page.goto(`${site.address}/toa-soan/dang-nhap`);
      await page.getByLabel("Tên đăng nhập").fill(username);
      await page.locator("[name=password]").fill(password);
      await page.locator("main form[action='/toa-soan/dang-nhap'] button.primary").click();
      await page.waitForURL(`${site.address}/toa-soan`);
      return page;
    },
  };
}
