import type { FileProperties } from "../file.ts";

/** In UTF-16 units. */
const maxPropertyLength = 300;

/** The properties that are there and not blank. */
export function keepKnown(known: Record<string, string | null>): FileProperties {
  const filled = Object.entries(known).flatMap(([name, value]) => {
    const text = (value ?? "").trim().slice(0, maxPropertyLength);
    return text === "" ? [] : [[name, text]];
  });
  return Object.fromEntries(filled);
}

/** The first e-mail address in the values of properties. Null if there is none. */
export function findEmail(values: readonly unknown[]): string | null {
  const text = values.filter((value) => typeof value === "string").join("\n");
  return /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}/i.exec(text)?.[0] ?? null;
}
