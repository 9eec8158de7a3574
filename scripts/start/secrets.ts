import { randomBytes } from "node:crypto";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { settingsFromOutside } from "./settings.ts";
import { StartFailure } from "./start-failure.ts";
import { readStateFile, writeStateFile } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";

const leastLength = 32;

/**
 * The values of the secrets that the Worker requires: from the environment or .dev.vars, else those that the state
 * keeps. Only a state that holds nothing yet gets new ones; they are written before anything is stored under them.
 * Throws StartFailure that names a secret which is missing or too short.
 */
export async function openSecrets(
  state: StateFolder,
  names: string[],
): Promise<Record<string, string>> {
  const outside = settingsFromOutside(names);
  const kept = await keptSecrets(state);
  if (kept === null && state.isNew) return { ...(await newSecrets(state, names)), ...outside };
  const secrets = { ...kept, ...outside };
  for (const name of names) {
    const secret = secrets[name];
    if (secret === undefined) {
      throw new StartFailure(startWords.missingSecret(name, state.secrets));
    }
    if (secret.length < leastLength) {
      throw new StartFailure(startWords.weakSecret(name, leastLength));
    }
  }
  return secrets;
}

async function keptSecrets(state: StateFolder): Promise<Record<string, string> | null> {
  const kept = await readStateFile(state.secrets);
  if (kept === null) return null;
  if (typeof kept !== "object" || !Object.values(kept).every((one) => typeof one === "string")) {
    throw new StartFailure(startWords.brokenFile(state.secrets));
  }
  return kept as Record<string, string>;
}

async function newSecrets(state: StateFolder, names: string[]): Promise<Record<string, string>> {
  const secrets = Object.fromEntries(
    names.map((name) => [name, randomBytes(32).toString("base64url")]),
  );
  await writeStateFile(state.secrets, secrets);
  return secrets;
}
