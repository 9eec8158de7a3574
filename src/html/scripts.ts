import { createHash } from "node:crypto";
import firstPaintText from "../client/built/first-paint.txt";
import readingText from "../client/built/reading.txt";

/** A file of script for browsers: what it says, and the address that changes with it. */
export type Script = { name: string; text: string; path: string };

/** Before the first paint: what the reader chose, and whether there is script at all. */
export const firstPaintScript = script("first-paint", firstPaintText);

/** Everything else, when the page is there. */
export const readingScript = script("reading", readingText);

function script(name: string, text: string): Script {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  return { name, text, path: `/js/${name}-${hash}.js` };
}
