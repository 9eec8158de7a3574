import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { JournalStore } from "../../import/journal-store.ts";
import type { FileRecord } from "../../import/journal-store.ts";
import { Progress } from "../../import/progress.ts";
import { writeReport } from "../../import/report.ts";
import { Tally } from "../../import/tally.ts";

const folder = mkdtempSync(join(tmpdir(), "ban-tin-journal-"));
const path = join(folder, "journal.db");

afterAll(() => rmSync(folder, { recursive: true }));

function record(name: string, more: Partial<FileRecord> = {}): FileRecord {
  return {
    name,
    fingerprint: "f",
    stage: "published",
    articleId: "1",
    url: "http://x/bai-viet/a",
    recognised: { title: "Tiêu đề" },
    notes: [],
    reason: null,
    ...more,
  };
}

describe("the journal", () => {
  test("keeps the files, their last state and the site between runs", () => {
    const first = new JournalStore(path);
    expect(first.readSiteOr("http://a")).toBe("http://a");
    const draft = record("b.html", {
      stage: "draft",
      notes: [{ code: "date-missing", about: "" }],
    });
    first.keep(record("b.html", { stage: "entered" }));
    first.keep(draft);
    first.keep(record("a.html"));
    first.close();
    const second = new JournalStore(path);
    expect(second.readSiteOr("http://b")).toBe("http://a");
    expect(second.file("b.html")).toEqual(draft);
    expect(second.file("c.html")).toBeNull();
    expect([...second.files()].map(({ name }) => name)).toEqual(["a.html", "b.html"]);
    second.close();
  });

  test("is locked by one run at a time, and unlocked when that run ends", () => {
    const held = new JournalStore(path);
    expect(() => new JournalStore(path)).toThrow("locked");
    held.close();
    new JournalStore(path).close();
  });

  test("keeps old URLs during a run", () => {
    const journal = new JournalStore(path);
    journal.together(() => journal.addOldAddress("a.html", "/cu/a"));
    journal.addOldAddress("a.html", "/cu/b");
    expect(journal.oldAddresses("a.html")).toEqual(["/cu/a", "/cu/b"]);
    journal.close();
    const next = new JournalStore(path);
    expect(next.oldAddresses("a.html")).toEqual([]);
    next.close();
  });
});

describe("progress", () => {
  function shown(isTTY: boolean): string {
    let printed = "";
    const tally = new Tally();
    const screen = { isTTY, write: (text: string) => (printed += text) };
    const progress = new Progress(screen, 3, tally, false);
    for (const one of [
      record("a.html"),
      record("b.html", { stage: "skipped", reason: "Không thấy tiêu đề." }),
      record("c.html", { stage: "draft" }),
    ]) {
      const outcome = { record: one, isNew: true };
      tally.add(outcome);
      progress.after(outcome);
    }
    return printed;
  }

  test("is one rewritten line on a terminal, below the errors", () => {
    const printed = shown(true);
    expect(printed).toContain("\r████████████████████████ 3/3 · đã đăng 1, bỏ qua 1, bản nháp 1");
    expect(printed).toContain("\r\u001b[Kb.html – bỏ qua: Không thấy tiêu đề.\n");
    expect(printed.split("\n")).toHaveLength(3);
  });

  test("is separate lines elsewhere", () => {
    const lines = shown(false).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^1\/3 · đã đăng 1 · [\d.,∞]+ bài\/giây · còn /);
    expect(lines.join("")).not.toMatch(/[\r\u001b]/);
  });
});

describe("the report", () => {
  test("is valid JSON with every file, and text with the files to review", async () => {
    const journal = new JournalStore(join(folder, "report.db"));
    journal.keep(record("a.html"));
    journal.keep(record("b.html", { stage: "failed", reason: 'Lỗi "lạ"\n' }));
    const tally = new Tally();
    for (const one of journal.files()) tally.add({ record: one, isNew: true });
    const json = join(folder, "report.json");
    const text = writeReport(json, journal, tally, { isDry: false, unsupported: 2 });
    journal.close();
    const { summary, files } = JSON.parse(await readFile(json, "utf8")) as {
      summary: unknown;
      files: { name: string }[];
    };
    expect(summary).toMatchObject({ files: 2, published: 1, failed: 1, unsupported: 2 });
    expect(files.map(({ name }) => name)).toEqual(["a.html", "b.html"]);
    const lines = await readFile(text, "utf8");
    expect(lines).toContain("b.html – lỗi");
    expect(lines).not.toContain("a.html");
  });
});
