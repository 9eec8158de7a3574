import type { FormValues } from "../../article/article-fields.ts";

/** The text that this browser stores until the server has it. */
export type LocalCopy = {
  values: FormValues;
  baseVersion: number;
  key: string;
  /** When it was typed, in ms. */
  at: number;
  /** When its form was last known to be open, in ms. 0: the form was closed. */
  alive: number;
  /** True if it was submitted with the form. Then it is obsolete, unless the server never received it. */
  sent: boolean;
};

const prefix = "bai:";

/** How often an open form updates `alive`, in ms. */
export const aliveInterval = 5000;

/** The storage name of a form's copy. An article is named by its id, a new article by its key. */
export function copyName(person: string, id: string | null, key: string): string {
  return `${prefix}${person}:${id ?? `moi:${key}`}`;
}

/** Returns false if the browser stores nothing or is full. */
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
    // The browser stores nothing.
  }
}

/** The newest copy of a new article whose form is no longer open, and its name. */
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

/** Whether this browser holds text that the server does not have, of anybody. */
export function hasUnsentCopy(): boolean {
  return keptNames().some((name) => name.startsWith(prefix) && readCopy(name)?.sent === false);
}

/** True if two texts differ only in spaces, some of which the server removes. */
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
