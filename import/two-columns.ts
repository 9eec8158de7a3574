import { readFile } from "node:fs/promises";
import { importWords } from "../src/vietnamese/words/import.ts";
import { StartFailure } from "../scripts/start/start-failure.ts";
import { readCsvLines } from "./csv-lines.ts";

/**
 * The rows of a CSV file of two columns, one after another; empty lines are skipped. StartFailure names a line that does not
 * have two columns.
 */
export async function* readCsvRows(file: string): AsyncGenerator<[string, string]> {
  let number = 0;
  for await (const cells of readCsvLines(file)) {
    number++;
    const [first, second] = cells;
    if (cells.length === 1 && first === "") continue;
    if (first === undefined || second === undefined || cells.length !== 2) {
      throw new StartFailure(importWords.badTable(file, number));
    }
    yield [first, second];
  }
}

/** A small map of names to sections: a JSON object, or two columns. */
export async function readMap(file: string): Promise<Map<string, string>> {
  if (!file.toLowerCase().endsWith(".json")) {
    const map = new Map<string, string>();
    for await (const [key, value] of readCsvRows(file)) map.set(key, value);
    return map;
  }
  try {
    const json: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof json === "object" && json !== null && !Array.isArray(json)) {
      return new Map(Object.entries(json).map(([key, value]) => [key, String(value)]));
    }
  } catch {
    // Reported below, as any other file that is no map.
  }
  throw new StartFailure(importWords.badFile(file));
}
