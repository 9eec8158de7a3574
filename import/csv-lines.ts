import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { StartFailure } from "../scripts/start/start-failure.ts";
import { importWords } from "../src/vietnamese/words/import.ts";

/**
 * The lines of a CSV file as cells, one line after another (RFC 4180, quotes doubled; a byte order mark is skipped; a comma in
 * quotes does not separate). An empty line is one empty cell.
 */
export async function* readCsvLines(file: string): AsyncGenerator<string[]> {
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let isFirst = true;
  try {
    for await (const line of lines) {
      yield splitCells(isFirst ? line.replace(/^\ufeff/, "") : line);
      isFirst = false;
    }
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(importWords.badFile(file));
  }
}

function splitCells(line: string): string[] {
  const cells = line.match(/(?:^|,)(?:\s*"(?:[^"]|"")*"\s*|[^,]*)/g) ?? [""];
  return cells.map((cell) => {
    const text = cell.replace(/^,/, "").trim();
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  });
}
