import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { errorCode, StartFailure } from "./start-failure.ts";

/** The folder that holds everything of one site at home: database, photos, secrets. */
export type StateFolder = {
  path: string;
  /** Where miniflare and wrangler dev both keep D1 and R2. */
  resources: string;
  secrets: string;
  demoAccounts: string;
  /** JSON list of the demo articles still to be entered; gone when all are in. */
  demoRemaining: string;
  /** Whether nothing was ever kept here. */
  isNew: boolean;
};

/** Makes the folder if need be. Throws StartFailure when it cannot be written. */
export async function openStateFolder(folder: string): Promise<StateFolder> {
  const path = resolve(folder);
  const probe = join(path, ".writable");
  try {
    await makeFolder(path);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new StartFailure(startWords.stateUnwritable(folder, errorCode(error)));
  }
  const resources = join(path, "v3");
  return {
    path,
    resources,
    secrets: join(path, "secrets.json"),
    demoAccounts: join(path, "demo.json"),
    demoRemaining: join(path, "demo-remaining.json"),
    isNew: !existsSync(join(resources, "d1")),
  };
}

/** Makes a folder and those above it. Node's own recursive mkdir never ends where /proc refuses. */
async function makeFolder(path: string): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}

/** Reads a JSON file of the state, or null when it is not there. Throws StartFailure when it is not JSON. */
export async function readStateFile(file: string): Promise<unknown> {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new StartFailure(startWords.brokenFile(file));
  }
}

/** Writes a JSON file that only its owner can read. */
export async function writeStateFile(file: string, content: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(content, null, 2) + "\n", { mode: 0o600 });
}
