import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Section } from "../src/article/article.ts";
import { openDemoAccounts } from "../scripts/start/demo-accounts.ts";
import type { DemoAccount } from "../scripts/start/demo-accounts.ts";
import { enterText } from "../scripts/start/demo-article.ts";
import { enterDemo, planDemo, findRemainingDemo } from "../scripts/start/demo-articles.ts";
import { addAccounts, addSections, addTopics } from "../scripts/start/demo-store.ts";
import { migrate } from "../scripts/start/migration-store.ts";
import { openSecrets } from "../scripts/start/secrets.ts";
import { localBindings, readLocalSettings } from "../scripts/start/settings.ts";
import { openStateFolder } from "../scripts/start/state-folder.ts";
import type { StateFolder } from "../scripts/start/state-folder.ts";
import { readWorkerConfig } from "../scripts/start/worker-config.ts";
import { serveBench } from "./bench-server.ts";
import type { BenchServer } from "./bench-server.ts";

/** How many demo articles come in through the API; the others are copies of them. */
const originals = 12;

export type BenchSite = { state: StateFolder; server: BenchServer; accounts: DemoAccount[] };

/** A new site in a temporary folder, with the first demo articles, photos and all, a topic and a page. */
export async function openBenchSite(): Promise<BenchSite> {
  const state = await openStateFolder(await mkdtemp(join(tmpdir(), "ban-tin-bench-")));
  const config = await readWorkerConfig();
  const secrets = await openSecrets(state, config.secrets);
  const vars = readLocalSettings(config, 8787, secrets);
  // The Workers under load write their lines, as deployed ones do.
  const bindings = { ...vars, ...secrets, ...localBindings, REQUEST_LOG: "on" };
  const server = await serveBench(config, bindings, state.resources);
  await migrate(server.database, config.migrations);
  const accounts = await openDemoAccounts(state);
  await enterOriginals({ state, server, accounts }, secrets["TOKEN_KEY"] ?? "");
  return { state, server, accounts };
}

async function enterOriginals(
  { state, server, accounts }: BenchSite,
  tokenKey: string,
): Promise<void> {
  const { database, origins } = server;
  await addSections(
    database,
    JSON.parse(await readFile("demo/sections.json", "utf8")) as Section[],
  );
  await addAccounts(database, accounts, tokenKey);
  await planDemo(state, accounts);
  const all = Object.entries((await findRemainingDemo(state)) ?? {});
  await enterDemo(origins.cached, state, accounts, Object.fromEntries(all.slice(0, originals)));
  const topic = { slug: "xay-dung-dang", name: "Xây dựng Đảng", summary: "Việc của các chi bộ." };
  await addTopics(database, [topic]);
  const [editor] = accounts.filter(({ role }) => role === "editor");
  const caller = { address: origins.cached, token: editor?.token ?? "" };
  await enterText("pages", "01-gioi-thieu.md", { reporter: caller, editor: caller });
}
