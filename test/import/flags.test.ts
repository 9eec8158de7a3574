import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readImportFlags } from "../../import/flags.ts";
import { readCsvRows, readMap } from "../../import/two-columns.ts";
import { importWords } from "../../src/vietnamese/words/import.ts";
import { collectAll } from "./all-of.ts";

describe("readImportFlags", () => {
  test("reads the arguments, and tokens from the environment too", () => {
    const args = [
      "cu/",
      "--site",
      "https://khcn.example.vn/x",
      "--legacy=vni",
      "--dry-run",
      "--concurrency",
      "4",
    ];
    const environment = { BAN_TIN_EDITOR_TOKEN: "e", BAN_TIN_REPORTER_TOKEN: "r" };
    expect(readImportFlags([...args, "--reporter-token", "other"], environment)).toMatchObject({
      input: resolve("cu"),
      site: "https://khcn.example.vn",
      reporterToken: "other",
      editorToken: "e",
      legacy: "vni",
      dryRun: true,
      standInAlt: false,
      concurrency: 4,
      section: null,
    });
    expect(readImportFlags(["--help"], {})).toBeNull();
  });

  test.each([
    [[], importWords.oneInput],
    [["a", "b"], importWords.oneInput],
    [["a", "--sai"], "--sai"],
    [["a", "--section"], "--section"],
    [["a", "--legacy", "viscii"], "viscii"],
    [["a", "--date-order", "ymd"], "ymd"],
    [["a", "--charset", "khong-co"], "khong-co"],
    [["a", "--concurrency", "0"], "--concurrency"],
    [["a", "--concurrency", "99"], "--concurrency"],
    [["a", "--site", "khcn.example.vn"], "khcn.example.vn"],
  ])("refuses %j by name", (args, message) => {
    expect(() => readImportFlags(args, {})).toThrow(message);
  });

  test("describes every flag in its help", () => {
    const described = importWords.usage.match(/--[a-z-]+/g) ?? [];
    for (const flag of new Set(described)) {
      const value =
        { "--legacy": "vni", "--date-order": "dmy", "--charset": "utf-8", "--site": "http://a" }[
          flag
        ] ?? "1";
      const takesNone = ["--stand-in-alt", "--dry-run"].includes(flag);
      expect(readImportFlags(["a", ...(takesNone ? [flag] : [flag, value])], {})).not.toBeNull();
    }
  });
});

describe("tables of two columns", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ban-tin-csv-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function written(name: string, text: string): Promise<string> {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  }

  test("are read with quotes, a byte order mark and both line endings", async () => {
    const file = await written("a.csv", '\ufeff"/a?x=1,2",a.html\r\n\r\n/b , "b ""2"".html"\n');
    expect(await collectAll(readCsvRows(file))).toEqual([
      ["/a?x=1,2", "a.html"],
      ["/b", 'b "2".html'],
    ]);
  });

  test("are refused with the number of the wrong line", async () => {
    const file = await written("b.csv", "/a,a.html\nchỉ một cột\n");
    await expect(collectAll(readCsvRows(file))).rejects.toThrow(/b\.csv, dòng 2/);
    await expect(collectAll(readCsvRows(join(folder, "none.csv")))).rejects.toThrow("none.csv");
  });

  test("of sections may be JSON", async () => {
    const json = await written("c.json", '{"Hoạt động khoa học": "khoa-hoc"}');
    const csv = await written("c.csv", "Hoạt động khoa học,khoa-hoc\n");
    expect(await readMap(json)).toEqual(await readMap(csv));
    await expect(readMap(await written("d.json", "[1]"))).rejects.toThrow("d.json");
  });
});
