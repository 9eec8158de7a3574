import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { importWords } from "../src/vietnamese/words/import.ts";
import { StartFailure } from "../scripts/start/start-failure.ts";

/**
 * The rows of a CSV file of two columns, one after another (RFC 4180, quotes doubled; a byte order mark and empty lines are
 * skipped; a comma in quotes does not separate). StartFailure names a line that does not have two columns.
 */
export async function* csvRows(file: string): AsyncGenerator<[string, string]> {
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const cells = cellsOf(number === 1 ? line.replace(/^\ufeff/, "") : line);
      const [first, second] = cells;
      if (cells.length === 1 && first === "") continue;
      if (first === undefined || second === undefined || cells.length !== 2) {
        throw new StartFailure(importWords.badTable(file, number));
      }
      yield [first, second];
    }
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(importWords.badFile(file));
  }
}

/** A small map of names to sections: a JSON object, or two columns. */
export async function readMap(file: string): Promise<Map<string, string>> {
  if (!file.toLowerCase().endsWith(".json")) {
    const map = new Map<string, string>();
    for await (const [key, value] of csvRows(file)) map.set(key, value);
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

function cellsOf(line: string): string[] {
  const cells = line.match(/(?:^|,)(?:\s*"(?:[^"]|"")*"\s*|[^,]*)/g) ?? [""];
  return cells.map((cell) => {
    const text = cell.replace(/^,/, "").trim();
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  });
}
