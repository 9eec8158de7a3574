import { readdir, rm } from "node:fs/promises";
import * as v from "valibot";
import { startWords } from "../../src/vietnamese/words/start.ts";
import type { DemoAccount } from "./demo-accounts.ts";
import { enterArticle } from "./demo-article.ts";
import type { DemoHands } from "./demo-article.ts";
import { enterDeskArticle } from "./demo-desk.ts";
import { readDemoFile } from "./demo-file.ts";
import { firstLine, StartFailure } from "./start-failure.ts";
import { readStateFile, writeStateFile } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";

/**
 * Username of the reporter who is to hand in each demo article that is not in yet, by file name; what waits on the desks
 * by `desk/` and its file name.
 */
type Remaining = Record<string, string>;

const onDesk = "desk/";

/**
 * Notes that every demo article is to be entered: those for readers, the reporters taking turns, and then those on the
 * desks, each by its own reporter.
 */
export async function planDemo(state: StateFolder, accounts: DemoAccount[]): Promise<void> {
  const reporters = accounts.filter((one) => one.role === "reporter");
  const names = await demoFiles("demo/articles");
  const turns = names.map((name, index) => [name, reporters[index % reporters.length]?.username]);
  const desk = (await demoFiles("demo/desk")).map(async (name) => {
    const { notes } = await readDemoFile(onDesk + name);
    return [onDesk + name, notes.reporter];
  });
  const plan = Object.fromEntries([...turns, ...(await Promise.all(desk))]);
  await writeStateFile(state.demoRemaining, plan);
}

async function demoFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
}

/** The demo articles that a start which was cut short has left; null when there are none. */
export async function remainingDemo(state: StateFolder): Promise<Remaining | null> {
  const kept = await readStateFile(state.demoRemaining);
  if (kept === null) return null;
  const parsed = v.safeParse(v.record(v.string(), v.string()), kept);
  if (!parsed.success) throw new StartFailure(startWords.brokenFile(state.demoRemaining));
  return parsed.output;
}

/**
 * Enters demo articles as anybody would, over HTTP: a reporter hands one in, the editor publishes it with its own date.
 * The reporters work side by side. What is in is noted at once, so that a start which is cut short goes on where it was;
 * an article always has the same reporter, whose Idempotency-Key keeps it from coming in twice.
 */
export async function enterDemo(
  address: string,
  state: StateFolder,
  accounts: DemoAccount[],
  remaining: Remaining,
): Promise<void> {
  const all = forReaders(remaining);
  const editor = accounts.find((one) => one.role === "editor");
  if (editor === undefined) throw new StartFailure(startWords.brokenFile(state.demoAccounts));
  let noted = Promise.resolve();
  const enterAllOf = async (reporter: DemoAccount): Promise<void> => {
    for (const name of Object.keys(remaining)) {
      if (remaining[name] !== reporter.username) continue;
      const hands = {
        reporter: { address, token: reporter.token },
        editor: { address, token: editor.token },
      };
      await enter(name, hands).catch((error: unknown) => {
        throw new StartFailure(startWords.demoFailed(name, firstLine(error)));
      });
      delete remaining[name];
      const rest = { ...remaining };
      noted = noted.then(() => writeStateFile(state.demoRemaining, rest));
      if (!name.startsWith(onDesk)) report(all - forReaders(rest), all);
    }
  };
  await Promise.all(accounts.map(enterAllOf));
  await noted;
  await rm(state.demoRemaining);
}

function enter(name: string, hands: DemoHands): Promise<void> {
  return name.startsWith(onDesk)
    ? enterDeskArticle(name.slice(onDesk.length), hands)
    : enterArticle(name, hands);
}

function forReaders(remaining: Remaining): number {
  return Object.keys(remaining).filter((name) => !name.startsWith(onDesk)).length;
}

/** Shows how far it is: at every article on a terminal, else at every tenth. */
function report(done: number, all: number): void {
  const line = startWords.loadingDemo(done, all);
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === all ? "\n" : ""}`);
  else if (done % 10 === 0 || done === all) console.log(line);
}
