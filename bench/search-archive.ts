import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Section } from "../src/article/article.ts";
import { findPosition } from "../src/published/position.ts";
import { writeIndexTerms } from "../src/search/search-terms.ts";

const articlesInTransaction = 500;
const firstDay = Date.parse("2010-01-01T00:00:00+07:00");
const lastDay = Date.parse("2026-11-20T00:00:00+07:00");

/**
 * Writes an archive of published articles into the D1 of a state folder that no miniflare has open, as publishing them
 * would: row and search terms. Titles and texts are chains of the words of the demo articles, each followed by a word
 * that follows it there, so that frequencies and phrases are those of Vietnamese news; some words are rare codes.
 * Returns the bytes of the index.
 */
export async function fillArchive(resources: string, total: number): Promise<number> {
  const database = new DatabaseSync(await makeDatabase(resources, "published"), {
    enableForeignKeyConstraints: false,
  });
  const sections = JSON.parse(await readFile("demo/sections.json", "utf8")) as Section[];
  const chain = new WordChain(await readDemoTexts());
  database.exec("PRAGMA synchronous = OFF");
  addSections(database, sections);
  const add = makeArticleWriter(database);
  for (let n = 0; n < total; n++) {
    if (n % articlesInTransaction === 0) database.exec("BEGIN");
    // The first sections have most of the articles, the last few.
    const { slug } = sections[Math.floor(chain.pickRandom() ** 2 * sections.length)] ?? {
      slug: "",
    };
    const at = Math.floor(firstDay + ((lastDay - firstDay) * n) / total);
    add({ n, at, section: slug, title: chain.writeText(12), paragraphs: writeParagraphs(chain) });
    if (n % articlesInTransaction === articlesInTransaction - 1 || n === total - 1) {
      database.exec("COMMIT");
    }
  }
  const size = database.prepare("SELECT SUM(LENGTH(block)) AS bytes FROM search_data").get();
  database.close();
  return Number(size?.["bytes"]);
}

/** The file of the D1 database that has this table. */
async function makeDatabase(resources: string, table: string): Promise<string> {
  const files = await readdir(resources, { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".sqlite"))) {
    const database = new DatabaseSync(join(resources, file), { readOnly: true });
    const found = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
      .get(table);
    database.close();
    if (found !== undefined) return join(resources, file);
  }
  throw new Error(`no database in ${resources} has a table ${table}`);
}

function addSections(database: DatabaseSync, sections: Section[]): void {
  const add = database.prepare("INSERT INTO sections (slug, name, position) VALUES (?, ?, ?)");
  sections.forEach(({ slug, name }, place) => add.run(slug, name, place));
}

/** 150 to 550 words. */
function writeParagraphs(chain: WordChain): string[] {
  const count = 2 + Math.floor(chain.pickRandom() * 6);
  return Array.from({ length: count }, () => chain.writeText(75));
}

type ArchiveArticle = {
  n: number;
  at: number;
  section: string;
  title: string;
  paragraphs: string[];
};

function makeArticleWriter(database: DatabaseSync): (article: ArchiveArticle) => void {
  const publish = database.prepare(
    `INSERT INTO published (position, article_id, version, slug, section, published_at, title, lede, genre, byline, tags, html,
       photos, addresses, text)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'tin', '{"authors": ["Thế Bằng"], "unit": "TT Phát triển KH&CN"}', '[]', ?, '[]', '[]', ?)`,
  );
  const index = database.prepare("INSERT INTO search (rowid, terms) VALUES (?, ?)");
  return ({ n, at, section, title, paragraphs: [lede = "", ...body] }) => {
    const position = findPosition(at);
    const html = body.map((text) => `<p>${text}</p>\n`).join("");
    const text = [lede, ...body].join("\n");
    publish.run(position, `archive-${n}`, `bai-${n}`, section, at, title, lede, html, text);
    index.run(position, `s:${section} ${writeIndexTerms({ title, text })}`);
  };
}

async function readDemoTexts(): Promise<string[]> {
  const folder = "demo/articles";
  const files = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), "utf8")),
  );
  return files.map((file) =>
    file
      .split("\n---\n")
      .slice(1)
      .join(" ")
      .replace(/!?\[[^\]]*\]\([^)]*\)|[<>#*|]/g, " "),
  );
}

/** Makes text like the texts it was given: the same every time. */
class WordChain {
  readonly #words: string[] = [];
  readonly #successors = new Map<string, string[]>();
  #seed = 20_261_120;

  constructor(texts: string[]) {
    for (const word of texts.flatMap((text) => text.split(/\s+/)).filter((one) => one !== "")) {
      const former = this.#words.at(-1) ?? "";
      this.#successors.set(former, [...(this.#successors.get(former) ?? []), word]);
      this.#words.push(word);
    }
  }

  /** From 0 to 1, by a 32-bit counter whose bits are mixed. */
  pickRandom(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), this.#seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  writeText(length: number): string {
    const words: string[] = [];
    while (words.length < length) {
      const next =
        this.pickRandom() < 0.2
          ? this.#words
          : (this.#successors.get(words.at(-1) ?? "") ?? this.#words);
      words.push(this.pickRandom() < 0.004 ? this.#code() : this.#any(next));
    }
    return words.join(" ");
  }

  #any(words: readonly string[]): string {
    return words[Math.floor(this.pickRandom() * words.length)] ?? "";
  }

  #code(): string {
    return `mã ${String.fromCharCode(65 + Math.floor(this.pickRandom() * 26))}${Math.floor(this.pickRandom() * 10_000)}`;
  }
}
