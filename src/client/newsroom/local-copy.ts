import type { FormValues } from "../../article/article-fields.ts";

/** What was typed, as this browser keeps it until the server has it. */
export type LocalCopy = {
  values: FormValues;
  baseVersion: number;
  key: string;
  /** When it was typed, ms. */
  at: number;
  /** When its form was last known to be open, ms; 0 once it was closed. */
  alive: number;
  /** Whether it was sent with the form: it is over then, unless the server never got it. */
  sent: boolean;
};

const prefix = "bai:";

/** A form gives a sign of life this often, ms. */
export const aliveInterval = 5000;

/** Under which name a form's copy is kept: of an article by its id, of a new one by its key. */
export function copyName(person: string, id: string | null, key: string): string {
  return `${prefix}${person}:${id ?? `moi:${key}`}`;
}

/** False where the browser keeps nothing, or has no room. */
export function keepCopy(name: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function readCopy(name: string): LocalCopy | null {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? null : (JSON.parse(kept) as LocalCopy);
  } catch {
    return null;
  }
}

export function forgetCopy(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing is kept there.
  }
}

/** The latest copy of a new article whose form is not open any more, by its name. */
export function findOrphanedCopy(
  person: string,
  now: number,
): { name: string; copy: LocalCopy } | null {
  const names = keptNames().filter((name) => name.startsWith(`${prefix}${person}:moi:`));
  const orphans = names.flatMap((name) => {
    const copy = readCopy(name);
    return copy === null || now - copy.alive < 3 * aliveInterval ? [] : [{ name, copy }];
  });
  return orphans.sort((a, b) => b.copy.at - a.copy.at)[0] ?? null;
}

/** Whether two texts are the same but for spaces, of which the server takes some away. */
export function haveSameText(one: FormValues, other: FormValues): boolean {
  const names = Object.keys(one) as (keyof FormValues)[];
  return names.every((name) => normalise(one[name]) === normalise(other[name]));
}

function normalise(text: string | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
}

function keptNames(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
