import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../import/compose.ts";
import { FactsTable } from "../../import/facts-table.ts";
import { PhotoFiles } from "../../import/folder/photo-files.ts";
import { readSource } from "../../import/read-source.ts";
import { fixture } from "../photo/fixture.ts";

const header = "file,credit,source,license,usableUntil,madeByAi";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facts-table-"));
  await mkdir(join(folder, "2019/anh"), { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function readTable(...lines: string[]): Promise<FactsTable> {
  const file = join(folder, "facts.csv");
  await writeFile(file, `\ufeff${lines.join("\n")}\n`);
  return FactsTable.read(file);
}

describe("a table of facts", () => {
  test("counts for a folder, and a photo's own row instead where it says more", async () => {
    const table = await readTable(
      header,
      '2019/,"Đỗ Vân, TTXVN",agency,,2027-12-31,',
      "2019/anh/a.jpg,Lê Na,,,,true",
      "bai.docx/,,reader,,,",
      "bai.docx,,,,,altered",
    );
    const inFolder = { credit: "Đỗ Vân, TTXVN", source: "agency", usableUntil: "2027-12-31" };
    expect(table.readFacts("2019/b.jpg")).toEqual(inFolder);
    const own = { ...inFolder, credit: "Lê Na", madeByAi: "generated" };
    expect(table.readFacts("2019/anh/a.jpg")).toEqual(own);
    expect(table.readFacts("2018/a.jpg")).toEqual({});
    expect(table.readFacts("bai.docx/")).toEqual({ source: "reader" });
    expect([table.labelOf("bai.docx"), table.labelOf("khac.docx")]).toEqual(["altered", null]);
  });

  test.each([
    ["other columns", ["tep,nguoi-chup"], "dòng 1"],
    ["a missing cell", [header, "a.jpg,Lê Na"], "dòng 2"],
    ["an unknown source", [header, "a.jpg,,internet,,,"], "dòng 2"],
    ["another source without terms", [header, "a.jpg,,other,,,"], "dòng 2"],
    ["a day that does not exist", [header, "a.jpg,,,,2026-02-31,"], "dòng 2"],
    ["a photographer of an article", [header, "bai.html,Lê Na,,,,"], "dòng 2"],
  ])("is refused with %s, and the line named", async (_, lines, named) => {
    await expect(readTable(...lines)).rejects.toThrow(named);
  });

  test("gives the photos of a page their facts, and the article its label", async () => {
    const path = join(folder, "2019/bai.html");
    const photo = '<p><img src="anh/rong.jpg" alt="Bốn ô màu">';
    const words = "Hội thi diễn ra trong hai ngày với nhiều phần thi. ".repeat(20);
    await writeFile(
      path,
      `<title>Hội thi</title><h1>Hội thi tin học trẻ</h1><p>${words}</p>${photo}`,
    );
    await writeFile(join(folder, "2019/anh/rong.jpg"), fixture("wide.jpg"));
    const facts = await readTable(
      header,
      "2019/anh/rong.jpg,Lê Na,own,,,",
      "2019/bai.html,,,,,true",
    );
    const options = { now: Date.now(), dateOrder: null, legacy: null, charset: null, strict: true };
    const source = await readSource({ path, name: "2019/bai.html", kind: "page" }, options);
    const { content, photos } = await compose(source, new PhotoFiles(folder), {
      sections: { fallback: "tin-tuc", map: new Map() },
      bylineUnit: null,
      standInAlt: false,
      facts,
    });
    expect(content.madeByAi).toBe("generated");
    expect(photos.map((one) => one.facts)).toEqual([{ credit: "Lê Na", source: "own" }]);
  });
});
