import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { growTo } from "../../bench/seed-store.ts";
import { addSections } from "../../scripts/start/demo-store.ts";
import { staticWords } from "../../src/vietnamese/words/static.ts";
import { openEmptySite } from "../browser/support/empty-site.ts";
import type { EmptySite, Sends } from "../browser/support/empty-site.ts";
import { crawl } from "../browser/support/site-crawl.ts";
import { servePlainFiles } from "./plain-files.ts";

/** The copy is served below this path. */
const base = "/luu-tru-2026";
const journalFile = ".ban-tin-static.jsonl";

let site: EmptySite;
let folder: string;
let server: Server;
let address: string;
let reporter: Sends;
let editor: Sends;
let moved: Article;

type Article = { id: string; slug: string };
type Run = { said: string; code: number };

beforeAll(async () => {
  site = await openEmptySite();
  folder = await mkdtemp(join(tmpdir(), "ban-tin-static-"));
  await addSections(site.database, [{ slug: "tin-tuc", name: "Tin tức" }]);
  [reporter, editor] = [...(await site.hire("reporter", 1)), ...(await site.hire("editor", 1))] as [
    Sends,
    Sends,
  ];
  await publishWithPhoto("Trạm đo mưa");
  moved = await publish({ title: "Tên cũ của bài" });
  await save(moved.id, { title: "Tên mới của bài" });
  await send(editor, "PUT", `/api/articles/${moved.id}/old-addresses`, {
    addresses: ["/tin/12.html", "/index.php?id=12", "/cu/bai-12"],
  });
  const gone = await publish({ title: "Bài bị gỡ" });
  await publish({
    title: "Bài có liên kết",
    body: "Xem [bài kia](/bai-viet/ten-cu-cua-bai) và [bài gỡ](/bai-viet/bai-bi-go).",
  });
  await send(editor, "DELETE", `/api/articles/${gone.id}/publication`, { reason: "Thử" });
  await growTo(site.database, 25);
  ({ server, address } = await servePlainFiles(folder, base));
}, 120_000);

afterAll(async () => {
  server.close();
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("npm run static", () => {
  test("copies a running site; every link, photo and feed works below another path", async () => {
    const run = await copyRunning();
    expect(run.said).toContain(
      staticWords.deadLink("/bai-viet/bai-bi-go", 410, "/bai-viet/bai-co-lien-ket"),
    );
    expect(run.said).toContain("Liên kết hỏng: 1.");
    expect(run.code).toBe(1);

    const origin = new URL(address).origin;
    const pages = await crawl(origin, [`${base}/`]);
    const broken = [...pages.values()]
      .filter(({ status }) => status !== 200)
      .map(({ path }) => path);
    expect(broken).toEqual([`${base}/bai-viet/bai-bi-go/`]);
    const paths = [...pages.keys()];
    expect(paths.filter((path) => !path.startsWith(`${base}/`))).toEqual([]);
    expect(paths.filter((path) => path.endsWith(".webp")).length).toBeGreaterThan(2);
    // Every article is reached, also those on the later pages of lists.
    const slugs = await readSlugs();
    expect(slugs.filter((slug) => !pages.has(`${base}/bai-viet/${slug}/`))).toEqual([]);
    expect(paths.filter((path) => path.includes("truoc=")).length).toBeGreaterThan(3);
    // Nothing is left that needs the site's server.
    const sources = [...pages.values()].map(({ source }) => source ?? "").join("");
    expect(sources).not.toMatch(/<form|data-views|\/bao-loi"|tai-ve|\/toa-soan/);
    expect(sources).toContain(`href="mailto:`);
  });

  test("its feeds are those of the site, with the address of the copy", async () => {
    for (const [path, parse] of Object.entries(feeds)) {
      const theirs = await (await fetch(site.address + path)).text();
      const ours = await (await fetch(address + path)).text();
      expect(withoutAddresses(ours)).toBe(
        withoutAddresses(theirs.replaceAll(site.address, address)),
      );
      expect(parse(ours).items?.length ?? parse(ours).entries?.length).toBe(20);
    }
    const { next_url: next = "" } = parseJsonFeed(
      await (await fetch(`${address}/feed.json`)).text(),
    ) as { next_url?: string };
    expect((await fetch(next)).status).toBe(200);
  });

  test("an article reads as on the site", async () => {
    const path = `/bai-viet/bai-co-lien-ket`;
    const ours = await readText(`${address}${path}/`);
    const theirs = await readText(site.address + path);
    const isChanged = (line: string) => /Báo lỗi|Tải về|Lưu về máy|Lưu trữ|^[\d\s,]+$|@/.test(line);
    expect(ours.filter((line) => !isChanged(line))).toEqual(
      theirs.filter((line) => !isChanged(line)),
    );
  });

  test("lists every article by month, leads on from former addresses, and has a page for none", async () => {
    const archive = await (await fetch(`${address}/luu-tru/`)).text();
    const years = [...archive.matchAll(/href="(\d{4})\/"/g)].map(([, year]) => year);
    const lists = await Promise.all(
      years.map(async (year) => (await fetch(`${address}/luu-tru/${year}/`)).text()),
    );
    const listed = lists
      .join("")
      .match(/<li><time[^>]*>[^<]*<\/time> <a href="\.\.\/\.\.\/bai-viet\//g);
    expect(listed).toHaveLength(25);

    for (const path of ["/bai-viet/ten-cu-cua-bai/", "/tin/12.html", "/cu/bai-12/"]) {
      const page = await (await fetch(address + path)).text();
      const target = /content="0; url=([^"]+)"/.exec(page)?.[1] ?? "";
      expect(new URL(target, address + path).pathname).toBe(`${base}/bai-viet/ten-moi-cua-bai/`);
      expect(page).toContain(`<link rel="canonical" href="${address}/bai-viet/ten-moi-cua-bai/">`);
    }
    expect(await readFile(join(folder, "_redirects"), "utf8")).toContain(
      `${base}/cu/bai-12 ${base}/bai-viet/ten-moi-cua-bai/ 301\n`,
    );
    expect(await readFile(join(folder, "redirects.nginx.conf"), "utf8")).toContain(
      `"${base}/index.php?id=12" "${base}/bai-viet/ten-moi-cua-bai/";`,
    );
    const missing = await fetch(`${address}/khong/co/trang/nay/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain(`href="${base}/luu-tru/"`);
  });

  test("a repeated copy writes nothing, an interrupted one goes on, and pages that are gone are deleted", async () => {
    const first = await listFiles();
    const photos = [...first.keys()].filter((file) => file.startsWith("anh/")).length;
    const again = await copyRunning();
    const changed = [...(await listFiles())].filter(([file, at]) => first.get(file) !== at);
    expect(changed).toEqual([]);
    expect(again.said).toContain("ghi 0, xóa 0.");

    await appendFile(join(folder, journalFile), `{"key":"/cut`);
    await rm(join(folder, "bai-viet"), { recursive: true });
    await rm(join(folder, "anh"), { recursive: true });
    await writeFile(join(folder, "google-site.html"), "of the operator");
    await send(editor, "DELETE", `/api/articles/${moved.id}/publication`, { reason: "Thử" });
    await copyRunning();
    const ofMoved = /ten-(?:cu|moi)-cua-bai\/|bai-12|tin\/12/;
    const files = [...(await listFiles()).keys()];
    expect(files.filter((file) => ofMoved.test(file))).toEqual([]);
    expect(files).toContain("google-site.html");
    expect((await readdir(join(folder, "bai-viet"))).sort()).toEqual(await readSlugs());
    expect(files.filter((file) => file.startsWith("anh/"))).toHaveLength(photos);
  });

  test("copies a stopped site of this machine, and refuses the folder of something else", async () => {
    const state = join(folder, "..", `${folder}-state`);
    await cp(site.state, state, { recursive: true });
    try {
      const other = `${folder}-stopped`;
      const run = await runStatic([other, "--state", state]);
      expect(run.said).toContain(staticWords.deadLink("/bai-viet/bai-bi-go", 410, "").slice(0, 20));
      const slugs = await readSlugs();
      expect((await readdir(join(other, "bai-viet"))).sort()).toEqual(slugs);
      await rm(join(other, journalFile));
      expect(await runStatic([other, "--state", state])).toEqual({
        said: staticWords.notOurs(other),
        code: 1,
      });
      await rm(other, { recursive: true });
    } finally {
      await rm(state, { recursive: true });
    }
  });
});

const feeds = {
  "/feed.json": parseJsonFeed,
  "/rss.xml": parseRssFeed,
  "/atom.xml": parseAtomFeed,
} as Record<string, (text: string) => { items?: unknown[]; entries?: unknown[] }>;

/** A feed without what the copy changes: the address of the next page, and the slash at the end of a page's address. */
function withoutAddresses(feed: string): string {
  return feed
    .replace(/"next_url":"[^"]*"|<(?:atom:)?link rel="next"[^>]*>/, "")
    .replaceAll(/\/(?=["<&\\])/g, "");
}

function copyRunning(): Promise<Run> {
  return runStatic([folder, "--from", site.address, "--state", site.state, "--address", address]);
}

function runStatic(flags: string[]): Promise<Run> {
  const { BASE_URL: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      "node",
      ["scripts/static.ts", ...flags],
      { env },
      (_error, stdout, stderr) =>
        resolve({ said: (stdout + stderr).trim(), code: child.exitCode ?? 0 }),
    );
  });
}

/** The articles that readers see. */
async function readSlugs(): Promise<string[]> {
  const rows = await site.database.prepare("SELECT slug FROM published").all<{ slug: string }>();
  return rows.results.map(({ slug }) => slug).sort();
}

async function send(person: Sends, method: string, path: string, body: unknown): Promise<Article> {
  const headers = { "content-type": "application/json" };
  const answer = await person(path, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Article;
}

function makeArticle(more: Record<string, unknown>): Record<string, unknown> {
  return {
    lede: "Sapo của bài.",
    body: "Đoạn mở đầu của bài.",
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    ...more,
  };
}

async function publish(more: Record<string, unknown>): Promise<Article> {
  const { id } = await send(reporter, "POST", "/api/articles?submit=true", makeArticle(more));
  return send(editor, "PUT", `/api/articles/${id}/publication`, {});
}

async function publishWithPhoto(title: string): Promise<void> {
  const form = new FormData();
  form.set("file", new Blob([await readFile("demo/photos/weather-station-ridge.jpg")]), "tram.jpg");
  const answer = await reporter("/api/photos", { method: "POST", body: form });
  if (!answer.ok) throw new Error(await answer.text());
  const { id } = (await answer.json()) as { id: string };
  await publish({ title, leadPhoto: { photo: id, alt: "Trạm đo mưa trên đồi" } });
}

async function save(id: string, more: Record<string, unknown>): Promise<void> {
  const headers = { "content-type": "application/json", "if-match": '"1"' };
  const body = JSON.stringify(makeArticle(more));
  const answer = await editor(`/api/articles/${id}`, { method: "PUT", headers, body });
  if (!answer.ok) throw new Error(await answer.text());
  await send(editor, "PUT", `/api/articles/${id}/submission`, {});
  await send(editor, "PUT", `/api/articles/${id}/publication`, {});
}

/** The words of a page, a line each. */
async function readText(url: string): Promise<string[]> {
  const page = await (await fetch(url)).text();
  const body = page.slice(page.indexOf("<main")).replace(/<(script|style)[^]*?<\/\1>/g, "");
  return body
    .split(/<[^>]*>/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Every file of the copy and when it was written; not the journal, which each copy writes. */
async function listFiles(): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== journalFile);
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return new Map(paths.map((path, n) => [path.slice(folder.length + 1), times[n] ?? 0]));
}
