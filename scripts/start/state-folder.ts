import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { replaceFile } from "../replace-file.ts";
import { readErrorCode, StartFailure } from "./start-failure.ts";

/** The folder that holds everything of a local site: database, photos, secrets. */
export type StateFolder = {
  path: string;
  /** Where miniflare and wrangler dev both keep D1 and R2. */
  resources: string;
  secrets: string;
  demoAccounts: string;
  /** JSON list of the demo articles that are not entered yet. The file is deleted when all are. */
  demoRemaining: string;
  /** Whether the folder has no database yet. */
  isNew: boolean;
};

/** Makes the folder if it does not exist. Throws StartFailure when it cannot be written. */
export async function openStateFolder(folder: string): Promise<StateFolder> {
  const path = resolve(folder);
  const probe = join(path, ".writable");
  try {
    await makeFolder(path);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new StartFailure(startWords.stateUnwritable(folder, readErrorCode(error)));
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
export async function makeFolder(path: string): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** Reads a JSON file of the state. Returns null when there is none. Throws StartFailure when it is not JSON. */
export async function readStateFile(state: StateFolder, file: string): Promise<unknown> {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw makeBrokenStateFailure(state, file);
  }
}

/**
 * Says which file is broken and how to go on. Before there is a database, nothing depends on the files, so deleting one
 * loses nothing.
 */
export function makeBrokenStateFailure({ isNew, path }: StateFolder, file: string): StartFailure {
  return new StartFailure(isNew ? startWords.uselessFile(file) : startWords.brokenFile(file, path));
}

/** Writes a JSON file that only its owner can read. */
export async function writeStateFile(file: string, content: unknown): Promise<void> {
  await replaceFile(file, JSON.stringify(content, null, 2) + "\n", { mode: 0o600 });
}
