import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { assetsFolder, manifestFile } from "../../scripts/build-client.ts";

/** Loaded by other pages of the newsroom. */
const ofOtherPages =
  /^(?:calendar|copy|library-upload|passkeys|push|desk-copies|front-places|photo-field)-/;

/** Loaded only when somebody adds a photo, drags, makes a link, opens the photo library, pastes formatted text, drops a document, finds text, lists the keys, drags or crops a photo, goes to the words of a note, or signs out, or when a text has a video, or when somebody uses the part for documents or recordings. */
const onDemand =
  /^(?:intake-dialog|paste-asking|pasted-text|plain-draft|word-draft|photo-picker|label-list|find-bar|shortcut-list|photo-drag|finding-bubble|recovery|completion|crop-dialog|quoted-words|note-list|link-form|shrink-photo|drop-cursor|handbook|sign-out|video-fields|document-fields|recording-uploads)-/;

test("all the script of the article's form is at most 150 KB, compressed", () => {
  const files = findImports(entryFile("newsroom"));
  expect(files.some((file) => file.startsWith("editor-"))).toBe(true);
  expect(files.some((file) => file.startsWith("local-check-"))).toBe(true);
  const weight = files.reduce(
    (sum, file) => sum + gzipSync(readScript(file), { level: 9 }).length,
    0,
  );
  expect(weight).toBeLessThanOrEqual(150_000);
});

test("the entry script of a newsroom page is under 1 KB; the rest is loaded later", () => {
  expect(gzipSync(readScript(entryFile("newsroom"))).length).toBeLessThan(1_000);
});

/** The files that an entry imports, at once or later, without those loaded on demand. */
function findImports(file: string, known: string[] = []): string[] {
  if (known.includes(file)) return known;
  const imports = [
    ...readScript(file).matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g),
  ];
  return imports
    .map(([, name = ""]) => name)
    .filter((name) => !ofOtherPages.test(name) && !onDemand.test(name))
    .reduce((all, name) => findImports(name, all), [...known, file]);
}

function entryFile(name: string): string {
  const { js: paths }: { js: Record<string, string> } = JSON.parse(
    readFileSync(manifestFile, "utf8"),
  );
  return paths[name]?.replace("/js/", "") ?? "";
}

function readScript(file: string): string {
  return readFileSync(join(assetsFolder, "js", file), "utf8");
}
