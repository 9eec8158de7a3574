import type { Browser, BrowserContext, Page } from "playwright-core";
import { passkeyWords } from "../../src/vietnamese/words/account.ts";
import { openDemoAccounts } from "../start/demo-accounts.ts";
import { openStateFolder } from "../start/state-folder.ts";

/** The demo's newsroom, as its people see it. */
export type NewsroomStage = {
  /** A page at `path`, as somebody of the demo sees it; as nobody when `username` is null. Close its context after use. */
  open: (username: string | null, size: WindowSize, path: string) => Promise<Page>;
  /** the address of the newsroom page of the article with this title. */
  roomOf: (title: string) => Promise<string>;
};

/** CSS pixels. */
type WindowSize = { width: number; height: number };

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Opens the newsroom of the demo at `address`, whose accounts are in the folder `state`. */
export async function openStage(
  browser: Browser,
  address: string,
  state: string,
): Promise<NewsroomStage> {
  const accounts = await openDemoAccounts(await openStateFolder(state));
  const sessions = new Map<string, Session>();
  const readSession = async (username: string): Promise<Session> => {
    const kept = sessions.get(username);
    if (kept !== undefined) return kept;
    const password = accounts.find((one) => one.username === username)?.password ?? "";
    const session = await signIn(browser, address, { username, password });
    sessions.set(username, session);
    return session;
  };
  const open: NewsroomStage["open"] = async (username, viewport, path) => {
    const context = await browser.newContext({
      viewport,
      locale: "vi-VN",
      deviceScaleFactor: viewport.width < 500 ? 2 : 1,
      ...(username === null ? {} : { storageState: await readSession(username) }),
    });
    const page = await context.newPage();
    await page.goto(address + path);
    return page;
  };
  return { open, roomOf: (title) => findRoom(open, title) };
}

async function signIn(
  browser: Browser,
  address: string,
  { username, password }: { username: string; password: string },
): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/toa-soan/dang-nhap`);
  await page.locator("[name=username]").fill(username);
  await page.locator("[name=password]").fill(password);
  await page.locator("main form[action='/toa-soan/dang-nhap'] button.primary").click();
  await page.waitForURL(`${address}/toa-soan`);
  // The offer stands over every page until it is answered.
  await page.getByRole("button", { name: passkeyWords.later }).click();
  const session = await context.storageState();
  await context.close();
  return session;
}

async function findRoom(open: NewsroomStage["open"], title: string): Promise<string> {
  const list = `/toa-soan/bai?${new URLSearchParams({ tim: title })}`;
  const page = await open("bientap", { width: 1280, height: 800 }, list);
  const path = await page.getByRole("link", { name: title }).first().getAttribute("href");
  await page.context().close();
  if (path === null) throw new Error(`no article “${title}”`);
  // The line of a submitted article leads to its review page.
  return path.replace(/\/duyet$/, "");
}
