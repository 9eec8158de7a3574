import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { logWords } from "../../src/vietnamese/words/log.ts";

/** Every act that some file of the source names, as "person.disabled". */
function actsInSource(): string[] {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  const named = files
    .filter((file) => file.endsWith(".ts") && !file.startsWith(join("vietnamese", "words")))
    .map((file) => readFileSync(join("src", file), "utf8"))
    .filter((source) => source.includes("recordAct") || source.includes("changeSite("))
    // The columns of constraints have names of the same form.
    .map((source) => source.replace(/isConstraintError\([^)]*\)/g, ""))
    .flatMap((source) => [...source.matchAll(/"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/g)]);
  return [...new Set(named.map(([, act]) => act ?? ""))].sort();
}

test("every act that is written into the log has its Vietnamese", () => {
  const acts = actsInSource();
  expect(acts).toContain("settings.changed");
  expect(acts.filter((act) => !(act in logWords.acts))).toEqual([]);
});
