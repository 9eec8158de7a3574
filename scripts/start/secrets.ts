import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { readOutsideSettings } from "./settings.ts";
import { StartFailure } from "./start-failure.ts";
import { makeBrokenStateFailure, readStateFile, writeStateFile } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";

const minLength = 32;

/** Secrets that a site works without. A state folder from before one gets it at its next start. */
const optionalSecrets = ["PUSH_KEY"];

/** The secrets of a site for readers: as `openSecrets`, but none is made, so that no key is lost unnoticed with a folder. */
export async function requireSecrets(
  state: StateFolder,
  names: string[],
): Promise<Record<string, string>> {
  const outside = readOutsideSettings([...names, ...optionalSecrets]);
  const secrets = { ...(await readSecrets(state)), ...outside };
  for (const name of names) {
    if (secrets[name] === undefined) {
      throw new StartFailure(startWords.secretNotGiven(name, state.secrets));
    }
  }
  return requireLength(secrets, names);
}

/**
 * Returns the Worker's secrets: from the environment or .dev.vars, else from the state folder. Makes the required ones
 * (`names`) only for a state folder without a database, and writes them before the database uses them. Throws StartFailure
 * that names a required secret that is missing or too short.
 */
export async function openSecrets(
  state: StateFolder,
  names: string[],
): Promise<Record<string, string>> {
  const outside = readOutsideSettings([...names, ...optionalSecrets]);
  const stored = await readSecrets(state);
  if (stored === null && state.isNew) {
    return { ...(await makeSecrets(state, {}, [...names, ...optionalSecrets])), ...outside };
  }
  const missing = optionalSecrets.filter((name) => stored?.[name] === undefined);
  const kept =
    stored === null || missing.length === 0 ? stored : await makeSecrets(state, stored, missing);
  const secrets = { ...kept, ...outside };
  for (const name of names) {
    if (secrets[name] === undefined) {
      throw new StartFailure(startWords.missingSecret(name, state.secrets));
    }
  }
  return requireLength(secrets, names);
}

function requireLength(secrets: Record<string, string>, names: string[]): Record<string, string> {
  for (const name of names) {
    if ((secrets[name] ?? "").length < minLength) {
      throw new StartFailure(startWords.weakSecret(name, minLength));
    }
  }
  return secrets;
}

async function readSecrets(state: StateFolder): Promise<Record<string, string> | null> {
  const stored = await readStateFile(state, state.secrets);
  if (stored === null) return null;
  const parsed = v.safeParse(v.record(v.string(), v.string()), stored);
  if (!parsed.success) throw makeBrokenStateFailure(state, state.secrets);
  return parsed.output;
}

/** Writes new secrets beside those that are stored. */
async function makeSecrets(
  state: StateFolder,
  stored: Record<string, string>,
  names: string[],
): Promise<Record<string, string>> {
  const made = names.map((name) => [name, randomBytes(32).toString("base64url")]);
  const secrets: Record<string, string> = { ...stored, ...Object.fromEntries(made) };
  await writeStateFile(state.secrets, secrets);
  return secrets;
}
