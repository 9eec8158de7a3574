import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { addAccounts, addSections } from "../../../scripts/start/demo-store.ts";
import type { DemoAccount } from "../../../scripts/start/demo-accounts.ts";
import { openEmptySite } from "./empty-site.ts";
import type { EmptySite } from "./empty-site.ts";
import { password, signIn } from "./sign-in.ts";

/** A site with two sections and users of each role, who sign in by password. */
export type StaffedSite = EmptySite & {
  /** Signs a user in, in a new context. */
  signIn: (browser: Browser, username: string, device?: BrowserContextOptions) => Promise<Page>;
};

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
    signIn: async (browser, username, device = {}) =>
      (await signIn(browser, site.address, username, device)).page,
  };
}
