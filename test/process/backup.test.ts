import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRemoteStores } from "../../scripts/backup/remote-stores.ts";
import {
  listOverdue,
  requireTarget,
  restoreBackup,
  verifyBackup,
} from "../../scripts/backup/restore-backup.ts";
import { openLocalStores } from "../../scripts/backup/site-stores.ts";
import type { SiteStores } from "../../scripts/backup/site-stores.ts";
import { takeBackup } from "../../scripts/backup/take-backup.ts";
import { openDemoAccounts } from "../../scripts/start/demo-accounts.ts";
import { enterDemo, findRemainingDemo, planDemo } from "../../scripts/start/demo-articles.ts";
import { addAccounts, addSections } from "../../scripts/start/demo-store.ts";
import { openSite } from "../../scripts/start/open-site.ts";
import type { OpenSite } from "../../scripts/start/open-site.ts";
import { searchPath } from "../../src/addresses/public.ts";
import type { Section } from "../../src/article/article.ts";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { readBackupFolder, readPairs, writePairs } from "./backup-content.ts";
import { FakePlatform } from "./fake-platform.ts";
import { makeRealSettings, publicAddress } from "./real-settings.ts";
import { unusedPort } from "./start-process.ts";

let work: string;
let port: number;
let site: OpenSite;

/** A path with a space, as people have them. */
const at = (name: string): string => join(work, `thư mục ${name}`);

beforeAll(async () => {
  // Vitest puts a BASE_URL of its own into the environment.
  delete process.env["BASE_URL"];
  work = await mkdtemp(join(tmpdir(), "ban-tin-backup-"));
  port = await unusedPort();
  site = await openSite({ port, state: at("state"), demo: false, help: false });
  const { state, address, worker, secrets } = site;
  const accounts = await openDemoAccounts(state);
  const sections = JSON.parse(await readFile("demo/sections.json", "utf8")) as Section[];
  await addSections(worker.database, sections);
  await addAccounts(worker.database, accounts, secrets["TOKEN_KEY"] ?? "");
  await planDemo(state, accounts);
  const all = Object.entries((await findRemainingDemo(state)) ?? {});
  await enterDemo(address, state, accounts, Object.fromEntries(all.slice(0, 4)));
});

afterAll(async () => {
  await site.worker.stop();
  await rm(work, { recursive: true });
});

const local = (state: string): string[] => ["--state", at(state), "--port", String(port)];

/** Runs a command of the operator. `killAfter`: kills it after so many ms. Returns what it said. */
function run(
  script: "backup" | "restore",
  folder: string,
  flags: string[],
  killAfter = 0,
): Promise<{ code: number | null; said: string }> {
  const args = [`scripts/${script}.ts`, at(folder), ...flags];
  const options = { timeout: killAfter, killSignal: "SIGKILL" } as const;
  return new Promise((resolve) => {
    const child = execFile("node", args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, said: (stdout + stderr).trim() }),
    );
  });
}

const readBackup = (name: string) => readBackupFolder(at(name));

const silently = () => undefined;

const backUp = (stores: SiteStores, name: string, keep = 7) =>
  takeBackup(stores, at(name), keep, silently);

async function expectOneMoment(name: string): Promise<void> {
  const { handbook, topics } = await readPairs(at(name));
  expect(handbook.length).toBe(10);
  expect(handbook).toEqual(topics);
}

describe("npm run backup, npm run restore and npm run backup", () => {
  test("have the state of one moment, and are byte-equal, also when they are killed", async () => {
    // Killed once, then run to its end while the site writes.
    await run("backup", "a", local("state"), 2000);
    const end = new AbortController();
    const { database } = site.worker;
    const writing = writePairs(
      (statements) => database.batch(statements.map((one) => database.prepare(one))),
      end.signal,
    );
    const { code, said } = await run("backup", "a", local("state"));
    end.abort();
    expect(await writing).toBeGreaterThan(20);
    expect(code, said).toBe(0);
    await run("restore", "a", local("restored"), 2500);
    expect(await run("restore", "a", local("restored"))).toMatchObject({ code: 0 });
    const restored = await openLocalStores("backup", { state: at("restored"), port });
    await backUp(restored, "b");
    await restored.close();
    await expectOneMoment("a");
    const [a, b] = [await readBackup("a"), await readBackup("b")];
    expect(a.manifest.objects.count).toBeGreaterThan(10);
    expect(a.manifest.objects.missing).toEqual([]);
    expect(a.manifest.tables["published"]?.rows).toBe(4);
    expect(b.content).toEqual(a.content);
  });

  test("save no password, token or session", async () => {
    const { manifest, read } = await readBackup("a");
    const secret = ["tokens", "sessions", "passkeys", "one_time_links", "push_devices"];
    expect(secret.filter((name) => name in manifest.tables)).toEqual([]);
    const [person] = await read("people");
    expect(person).toHaveProperty("username");
    expect(person).not.toHaveProperty("password_hash");
  });

  test("a site that runs takes no restore", async () => {
    const open = openLocalStores("restore", { state: at("state"), port });
    await expect(open).rejects.toThrow(startWords.stateInUse(at("state"), "").split("  dùng")[0]);
  });
});

describe("through Cloudflare's API", () => {
  const fake = new FakePlatform();
  let stores: SiteStores;
  let config: string;

  beforeAll(async () => {
    Object.assign(process.env, await fake.open());
    config = join(work, "wrangler.toml");
    await cp("migrations", join(work, "migrations"), { recursive: true });
    const index = "CREATE INDEX handbook_by_note ON handbook (note);";
    await writeFile(join(work, "migrations/9999_new.sql"), index);
    await writeFile(config, makeRealSettings(await readFile("wrangler.toml", "utf8")));
  });

  afterAll(() => fake.close());

  test("a restore makes a site of a newer schema, stops its clock, and a backup of it is equal", async () => {
    const { settings } = fake.worker("ban-tin");
    settings["PUT schedules"] = [{ cron: "* * * * *" }];
    const flags = ["--remote", "--config", config, "--new-address"];
    const { code, said } = await run("restore", "a", flags);
    expect(code, said).toBe(0);
    expect(settings["PUT schedules"]).toEqual([]);
    stores = await openRemoteStores("backup", config);
    const manifest = await backUp(stores, "remote");
    expect([manifest.site, manifest.schema]).toEqual([publicAddress, "9999_new.sql"]);
    expect((await readBackup("remote")).content).toEqual((await readBackup("a")).content);
    expect(ask("SELECT DISTINCT password_hash FROM people")).toEqual([{ password_hash: "none" }]);
  });

  const ask = (sql: string) => fake.ask("ban-tin-db", sql);

  test("a backup has the state of one moment, whatever is written between its requests", async () => {
    const end = new AbortController();
    ask("DELETE FROM handbook");
    ask("DELETE FROM topics");
    const writing = writePairs(async (statements) => {
      for (const statement of statements) ask(statement);
      await setImmediate();
    }, end.signal);
    await backUp(stores, "moving");
    end.abort();
    expect(await writing).toBeGreaterThan(100);
    await expectOneMoment("moving");
    expect(ask("SELECT name FROM sqlite_master WHERE name LIKE 'backup\\_%' ESCAPE '\\'")).toEqual(
      [],
    );
  });

  test("a second backup of the site stops the first, and a second one into its folder is refused", async () => {
    const outcomes = await Promise.allSettled([
      backUp(stores, "twice"),
      backUp(stores, "twice"),
      backUp(stores, "elsewhere"),
    ]);
    const failures = outcomes.flatMap((one) =>
      one.status === "rejected" ? [String(one.reason)] : [],
    );
    expect(failures.map((failure) => failure.replace("StartFailure: ", "")).sort()).toEqual(
      [backupWords.folderInUse(at("twice")), backupWords.otherBackup].sort(),
    );
  });

  test("another site's folder, a site with content or another address, a newer schema and a cut part are refused", async () => {
    const { folder, manifest } = await readBackup("remote");
    const { manifest: ofOther } = await readBackup("a");
    const choices = { mayMove: false, publishesOverdue: false };
    await expect(backUp(stores, "a")).rejects.toThrow(
      backupWords.otherSite(at("a"), ofOther.site, publicAddress),
    );
    await expect(requireTarget(stores, manifest, choices)).rejects.toThrow(/^Trang không trống/);
    await expect(requireTarget(stores, ofOther, choices)).rejects.toThrow(
      backupWords.otherAddress(ofOther.site, publicAddress),
    );
    const newer = { ...manifest, schema: "99999_newer.sql" };
    await expect(requireTarget(stores, newer, choices)).rejects.toThrow(
      backupWords.newerSchema(newer.schema),
    );
    const [part = ""] = await readdir(join(folder.path, "rows"));
    await truncate(join(folder.path, "rows", part), 30);
    await expect(verifyBackup(folder, manifest, silently)).rejects.toThrow(
      backupWords.damaged(join(folder.path, "rows", part)),
    );
  });

  test("the next backup writes only what changed, and keeps nothing of an erased photo", async () => {
    await backUp(stores, "next");
    const before = await readBackup("next");
    const [photo] = await before.read("photos");
    ask(`UPDATE photos SET erased_at = 1, credit = NULL WHERE id = '${String(photo?.["id"])}'`);
    await backUp(stores, "next", 1);
    const after = await readBackup("next");
    const added = after.content.files.filter((file) => !before.content.files.includes(file));
    // A part of the photos and one of the objects.
    expect(added.length).toBe(2);
    expect(after.manifest.objects.count).toBeLessThan(before.manifest.objects.count);
    expect(after.content.files.length).toBeLessThan(before.content.files.length);
    const records = ask("SELECT target, error FROM backups ORDER BY ended_at DESC LIMIT 1");
    expect(records).toEqual([{ target: at("next"), error: null }]);
  });

  test("a restored article whose time has passed waits for an editor, and is listed", async () => {
    ask(`UPDATE articles SET state = 'scheduled', scheduled_version = version, scheduled_at = 1, approved_version = NULL
         WHERE id = (SELECT min(article_id) FROM published)`);
    await backUp(stores, "due");
    const { folder, manifest, read } = await readBackup("due");
    const scheduled = (await read("articles")).find(({ scheduled_at: due }) => due === 1);
    expect(await listOverdue(folder, manifest, Date.now())).toEqual([scheduled?.["title"]]);
    const sqlite = new DatabaseSync(":memory:");
    fake.databases.set("ban-tin-hai-db", { id: "hai", location: "apac", sqlite });
    const second = join(work, "hai.toml");
    await writeFile(
      second,
      (await readFile(config, "utf8")).replace('name = "ban-tin"', 'name = "ban-tin-hai"'),
    );
    const target = await openRemoteStores("backup", second);
    await restoreBackup(
      target,
      folder,
      manifest,
      { mayMove: false, publishesOverdue: false },
      silently,
    );
    const article = sqlite
      .prepare(
        `SELECT state, scheduled_at, type, actor_id, reason FROM articles JOIN events ON article_id = id AND number = event WHERE id = ?`,
      )
      .get(String(scheduled?.["id"]));
    expect(article).toEqual({
      state: "submitted",
      scheduled_at: null,
      type: "unscheduled",
      actor_id: null,
      reason: backupWords.unscheduled,
    });
  });
});

test("the restored site shows readers the same, finds it, and sends mirrors that were further back to the start", async () => {
  // It has the address of the first one.
  await site.worker.stop();
  site = await openSite({ port, state: at("restored"), demo: false, help: false });
  const { read } = await readBackup("a");
  const [{ slug, title } = {}] = await read("published");
  const path = `/bai-viet/${String(slug)}`;
  const page = await fetch(site.address + path);
  expect(await page.text()).toContain(title);
  const found = await fetch(`${site.address}${searchPath}?q=${encodeURIComponent(String(title))}`);
  expect(await found.text()).toContain(`${path}"`);
  const last = (await read("changes")).length;
  const statuses = [0, last, last + 1].map(async (since) => {
    const { status } = await fetch(`${site.address}/api/changes?since=${since}`);
    return status;
  });
  expect(await Promise.all(statuses)).toEqual([200, 200, 410]);
});
