import type { AppContext } from "../../context.ts";
import { americanCsv, vietnameseCsv } from "./csv.ts";
import type { CsvDialect } from "./csv.ts";

/** `?separator=comma` asks for commas. */
export function dialectOf(c: AppContext): CsvDialect {
  return c.req.query("separator") === "comma" ? americanCsv : vietnameseCsv;
}
