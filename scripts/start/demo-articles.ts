import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import * as v from "valibot";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { openDemoAccounts } from "./demo-accounts.ts";
import type { DemoAccount } from "./demo-accounts.ts";
import { enterText } from "./demo-article.ts";
import type { DemoStaff } from "./demo-article.ts";
import { enterDeskArticle } from "./demo-desk.ts";
import { readDemoFile } from "./demo-file.ts";
import { takeFirstLine, StartFailure } from "./start-failure.ts";
import { makeBrokenStateFailure, writeStateFile } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";

/**
 * The demo articles that are not entered yet, as file name → username of the user who submits it. Names of articles
 * that readers do not see begin with `desk/`, those of standing pages with `pages/`.
 */
type Remaining = Record<string, string>;

const StoredRemaining = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

const onDesk = "desk/";
const isPage = "pages/";

/**
 * Writes to the state folder that every demo article is to be entered, and returns them: first the published ones, which the
 * reporters share equally, then the pages, which only editors write, then those of the desks, each by the reporter that its
 * file names.
 */
export async function planDemo(state: StateFolder, accounts: DemoAccount[]): Promise<Remaining> {
  const reporters = accounts.filter((one) => one.role === "reporter");
  const names = await listDemoFiles("demo/articles");
  const turns = names.map((name, index) => [name, reporters[index % reporters.length]?.username]);
  const editor = accounts.find((one) => one.role === "editor")?.username;
  const pages = (await listDemoFiles("demo/pages")).map((name) => [isPage + name, editor]);
  const desk = (await listDemoFiles("demo/desk")).map(async (name) => {
    const { notes } = await readDemoFile(onDesk + name);
    return [onDesk + name, notes.reporter];
  });
  const plan: Remaining = Object.fromEntries([...turns, ...pages, ...(await Promise.all(desk))]);
  await writeStateFile(state.demoRemaining, plan);
  return plan;
}

async function listDemoFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
}

/**
 * Reads which demo articles an earlier start did not enter; null when none are left. Older versions left half a file when
 * they were killed while writing it. Then all articles are planned again: entering one a second time changes nothing.
 */
export async function findRemainingDemo(state: StateFolder): Promise<Remaining | null> {
  if (!existsSync(state.demoRemaining)) return null;
  const parsed = v.safeParse(StoredRemaining, await readFile(state.demoRemaining, "utf8"));
  if (parsed.success) return parsed.output;
  return planDemo(state, await openDemoAccounts(state));
}

/**
 * Enters demo articles over HTTP: a reporter submits each, the editor publishes it under its own date. The reporters work
 * at the same time. Each entered article is removed from the file at once, so that the next start goes on after a kill. An
 * article always has the same reporter and Idempotency-Key, so it is never there twice. The file stays when all are entered.
 */
export async function enterDemo(
  address: string,
  state: StateFolder,
  accounts: DemoAccount[],
  remaining: Remaining,
): Promise<void> {
  const all = countPublic(remaining);
  const editor = accounts.find((one) => one.role === "editor");
  if (editor === undefined) throw makeBrokenStateFailure(state, state.demoAccounts);
  let written = Promise.resolve();
  const enterAllOf = async (reporter: DemoAccount): Promise<void> => {
    for (const name of Object.keys(remaining)) {
      if (remaining[name] !== reporter.username) continue;
      const hands = {
        reporter: { address, token: reporter.token },
        editor: { address, token: editor.token },
      };
      await enter(name, hands).catch((error: unknown) => {
        throw new StartFailure(startWords.demoFailed(name, takeFirstLine(error)));
      });
      delete remaining[name];
      const rest = { ...remaining };
      written = written.then(() => writeStateFile(state.demoRemaining, rest));
      if (isArticle(name)) report(all - countPublic(rest), all);
    }
  };
  await Promise.all(accounts.map(enterAllOf));
  await written;
}

function enter(name: string, hands: DemoStaff): Promise<void> {
  if (name.startsWith(onDesk)) return enterDeskArticle(name.slice(onDesk.length), hands);
  return name.startsWith(isPage)
    ? enterText("pages", name.slice(isPage.length), hands)
    : enterText("articles", name, hands);
}

function countPublic(remaining: Remaining): number {
  return Object.keys(remaining).filter(isArticle).length;
}

/** Whether it is neither a page nor on a desk. */
function isArticle(name: string): boolean {
  return !name.includes("/");
}

/** Prints the progress: at every article on a terminal, else at every tenth. */
function report(done: number, all: number): void {
  const line = startWords.loadingDemo(done, all);
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === all ? "\n" : ""}`);
  else if (done % 10 === 0 || done === all) console.log(line);
}
