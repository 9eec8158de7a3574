import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addAccounts, addSections } from "../scripts/start/demo-store.ts";
import { openSite } from "../scripts/start/open-site.ts";
import { password, signIn } from "../test/browser/support/sign-in.ts";
import { launchChromium } from "../test/browser/support/visit.ts";
import { unusedPort } from "../test/process/start-process.ts";
import { judge } from "./sizes.ts";
import { jobs, Steps } from "./step-jobs.ts";

/*
 * Plays the main jobs of the newsroom on a local site and prints how many steps each takes. bench/step-jobs.ts says what counts as
 * a step.
 */

const state = await mkdtemp(join(tmpdir(), "ban-tin-steps-"));
const port = await unusedPort();
const { address, worker, secrets } = await openSite({ port, state, demo: false, help: false });
const browser = await launchChromium();
try {
  await addSections(worker.database, [{ slug: "tin-tuc", name: "Tin tức" }]);
  const accounts = (["reporter", "editor"] as const).map((role) => {
    return { role, username: role, password, token: `bt_${role}_${"x".repeat(32)}` };
  });
  await addAccounts(worker.database, accounts, secrets["TOKEN_KEY"] ?? "");
  for (const { name, max, role, play } of jobs) {
    const { page } = await signIn(browser, address, role);
    const steps = new Steps();
    await play(page, steps);
    await page.context().close();
    console.log(
      `${name}: ${steps.count} steps (goal: at most ${max}) ${judge(steps.count <= max)}`,
    );
  }
} finally {
  await browser.close();
  await worker.stop();
  await rm(state, { recursive: true, force: true });
}
