import { normaliseLine, normaliseText } from "../vietnamese/normalise.ts";

/** A field as one line, normalised. Empty if it was not sent. */
export function readLine(form: FormData, name: string): string {
  return normaliseLine(readRaw(form, name)).text;
}

/** A field as text, normalised. Empty if it was not sent. */
export function readText(form: FormData, name: string): string {
  return normaliseText(readRaw(form, name)).text.trim();
}

/** A field exactly as it was sent. For passwords, and values that are not text. */
export function readRaw(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
