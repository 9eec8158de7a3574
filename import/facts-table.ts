import * as v from "valibot";
import { StartFailure } from "../scripts/start/start-failure.ts";
import type { AiLabel } from "../src/ai-label.ts";
import {
  factNames,
  lacksTerms,
  mergeFacts,
  noFacts,
  PhotoFactsInput,
} from "../src/photo/photo-facts.ts";
import type { PhotoFacts } from "../src/photo/photo-facts.ts";
import { importWords } from "../src/vietnamese/words/import.ts";
import { readCsvLines } from "./csv-lines.ts";

const columns = ["file", ...factNames];
const articleFile = /\.(?:txt|x?html?|aspx|php|docx)$/i;

/**
 * The facts of photos and the AI labels of articles that a CSV file states, by paths below the folder. A path that ends in "/"
 * stands for all photos below it; for those inside a Word file, its name is such a path.
 */
export class FactsTable {
  readonly #facts = new Map<string, Partial<PhotoFacts>>();
  readonly #labels = new Map<string, AiLabel | null>();

  /** StartFailure names a line that is wrong. */
  static async read(file: string): Promise<FactsTable> {
    const table = new FactsTable();
    let number = 0;
    for await (const cells of readCsvLines(file)) {
      number++;
      if (number === 1 && cells.join() === columns.join()) continue;
      if (number === 1 || cells.length !== columns.length) {
        throw new StartFailure(importWords.factColumns(file, number, columns.join(",")));
      }
      if (!table.#add(cells)) throw new StartFailure(importWords.badFacts(file, number));
    }
    return table;
  }

  /** What is stated of a photo: what the rows of its folders say, and what its own row says instead. */
  readFacts(photo: string): Partial<PhotoFacts> {
    const rows = [...this.#facts].filter(([path]) =>
      path.endsWith("/") ? photo.startsWith(path) : photo === path,
    );
    rows.sort(([one], [other]) => one.length - other.length);
    return Object.assign({}, ...rows.map(([, facts]) => facts)) as Partial<PhotoFacts>;
  }

  labelOf(article: string): AiLabel | null {
    return this.#labels.get(article) ?? null;
  }

  /** Returns false for facts that cannot be. A row of an article has its AI label only. */
  #add([file = "", ...cells]: string[]): boolean {
    const stated = factNames.flatMap((name, n) => {
      const cell = cells[n] ?? "";
      return cell === "" ? [] : [[name, cell === "true" && name === "madeByAi" ? true : cell]];
    });
    const parsed = v.safeParse(PhotoFactsInput, Object.fromEntries(stated));
    if (!parsed.success || file === "" || lacksTerms(mergeFacts(noFacts, parsed.output))) {
      return false;
    }
    const path = file.replace(/^\.?\//, "").replaceAll("\\", "/");
    const { madeByAi, ...others } = parsed.output;
    if (!articleFile.test(path)) this.#facts.set(path, parsed.output);
    else if (Object.keys(others).length > 0) return false;
    else this.#labels.set(path, madeByAi ?? null);
    return true;
  }
}
