import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { readOutsideSettings } from "./settings.ts";
import { StartFailure } from "./start-failure.ts";
import { brokenStateFile, readStateFile, writeStateFile } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";

const minLength = 32;

/**
 * Returns the secrets that the Worker requires: from the environment or .dev.vars, else from the state folder. Makes new
 * ones only for a state folder without a database, and writes them before the database uses them. Throws StartFailure
 * that names a secret that is missing or too short.
 */
export async function openSecrets(
  state: StateFolder,
  names: string[],
): Promise<Record<string, string>> {
  const outside = readOutsideSettings(names);
  const stored = await readSecrets(state);
  if (stored === null && state.isNew) return { ...(await makeSecrets(state, names)), ...outside };
  const secrets = { ...stored, ...outside };
  for (const name of names) {
    const secret = secrets[name];
    if (secret === undefined) {
      throw new StartFailure(startWords.missingSecret(name, state.secrets));
    }
    if (secret.length < minLength) {
      throw new StartFailure(startWords.weakSecret(name, minLength));
    }
  }
  return secrets;
}

async function readSecrets(state: StateFolder): Promise<Record<string, string> | null> {
  const stored = await readStateFile(state, state.secrets);
  if (stored === null) return null;
  const parsed = v.safeParse(v.record(v.string(), v.string()), stored);
  if (!parsed.success) throw brokenStateFile(state, state.secrets);
  return parsed.output;
}

async function makeSecrets(state: StateFolder, names: string[]): Promise<Record<string, string>> {
  const secrets = Object.fromEntries(
    names.map((name) => [name, randomBytes(32).toString("base64url")]),
  );
  await writeStateFile(state.secrets, secrets);
  return secrets;
}
