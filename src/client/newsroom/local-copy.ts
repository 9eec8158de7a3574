import type { FormValues } from "../../article/article-fields.ts";
import { findCopyOwner, seal, unseal } from "./sealed.ts";

/** The text that this browser stores until the server has it. */
export type LocalCopy = {
  values: FormValues;
  /** 0 for an article that was never saved. */
  baseVersion: number;
  key: string;
  /** When it was typed, in ms. */
  at: number;
  /** When its form was last known to be open, in ms. 0: the form was closed. */
  alive: number;
  /** True if it was submitted with the form. Then it is obsolete, unless the server never received it. */
  sent: boolean;
};

/** A copy, and its name in the storage. */
export type NamedCopy = { name: string; copy: LocalCopy };

const prefix = "bai:";

/** How often an open form updates `alive`, in ms. */
export const aliveInterval = 5000;

/** The storage name of a form's copy, by the id that its article has or will have. */
export function copyName(person: string, id: string): string {
  return `${prefix}${person}:${id}`;
}

/** The storage name of a copy that waits for the user's decision. New text does not overwrite it. */
export function nameUndecided(name: string): string {
  return `${nameTyped(name)}:cu`;
}

/** The storage name of the same form's copy of what is being typed. Unsent photos belong to this name. */
export function nameTyped(name: string): string {
  return name.replace(/:cu$/, "");
}

/** Whether the name of a copy is one of the signed-in user. */
export function isOwnName(name: string): boolean {
  return name.startsWith(`${prefix}${findCopyOwner()?.person ?? ""}:`);
}

/** The id of the article in the name of a copy. */
export function readArticleId(name: string): string {
  return name.split(":")[2] ?? "";
}

/** Returns false if the browser stores nothing or is full. */
export function keepCopy(name: string, copy: LocalCopy): boolean {
  const owner = findCopyOwner();
  if (owner === null) return false;
  try {
    localStorage.setItem(name, seal(JSON.stringify(copy), owner.key));
    return true;
  } catch {
    return false;
  }
}

/** The copy with this name; null if there is none, it is damaged, or it is somebody else's. */
export function readCopy(name: string): LocalCopy | null {
  const owner = findCopyOwner();
  try {
    const kept = localStorage.getItem(name);
    if (kept === null || owner === null) return null;
    // Releases before copies were sealed stored plain JSON.
    const copy: unknown = JSON.parse(kept.startsWith("{") ? kept : unseal(kept, owner.key));
    return isCopy(copy) ? copy : null;
  } catch {
    return null;
  }
}

/** Anything can be in a browser's storage. A copy of an older release may lack fields that were added since. */
function isCopy(value: unknown): value is LocalCopy {
  const { values, key, at, alive, baseVersion } = value as LocalCopy;
  const texts = [values.title, values.body, key, ...Object.values(values)];
  return (
    texts.every((text) => typeof text === "string") &&
    [at, alive, baseVersion].every(Number.isFinite)
  );
}

export function forgetCopy(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // The browser stores nothing.
  }
}

/** Every copy of the signed-in user, the newest first. */
export function listCopies(): NamedCopy[] {
  if (findCopyOwner() === null) return [];
  const copies = listKeptNames()
    .filter(isOwnName)
    .flatMap((name) => {
      const copy = readCopy(name);
      return copy === null ? [] : [{ name, copy }];
    });
  return copies.sort((a, b) => b.copy.at - a.copy.at);
}

/** Whether the form of a copy is open in another tab. */
export function isAlive({ alive }: LocalCopy): boolean {
  // A clock that was set back makes past times look like times to come.
  return Math.abs(Date.now() - alive) < 3 * aliveInterval;
}

/** Whether this browser holds copies of anybody. */
export function hasCopies(): boolean {
  return listKeptNames().some((name) => name.startsWith(prefix));
}

/** Whether this browser holds copies of other people, which their owners may still want. */
export function hasCopiesOfOthers(): boolean {
  return listKeptNames().some((name) => name.startsWith(prefix) && !isOwnName(name));
}

/** True if two texts differ only in spaces, some of which the server removes. */
export function haveSameText(one: FormValues, other: FormValues): boolean {
  const names = Object.keys(one) as (keyof FormValues)[];
  return names.every((name) => normalise(one[name]) === normalise(other[name]));
}

function normalise(text: string | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
}

function listKeptNames(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
