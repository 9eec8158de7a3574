import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { maxWorkerSize } from "../../scripts/build-worker.ts";
import { exampleSettings, readDeploySettings } from "../../scripts/deploy/deploy-settings.ts";
import { readWorkerConfig } from "../../scripts/start/worker-config.ts";
import { deployWords } from "../../src/vietnamese/words/start.ts";
import { FakePlatform } from "./fake-platform.ts";
import { makeRealSettings, publicAddress } from "./real-settings.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ban-tin-deploy-"));
  await cp("migrations", join(folder, "migrations"), { recursive: true });
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes a changed copy of wrangler.toml and returns its path. */
async function writeConfig(rewrite: (toml: string) => string): Promise<string> {
  const file = join(folder, "wrangler.toml");
  await writeFile(file, rewrite(await readFile("wrangler.toml", "utf8")));
  return file;
}

type Outcome = { code: number; stdout: string; stderr: string };

let platform: Record<string, string> = {};

/** Runs `npm run deploy`, `npm run rollback` or `npm run admin` with a changed copy of wrangler.toml. */
async function run(
  script: "deploy" | "rollback" | "make-admin",
  rewrite: (toml: string) => string,
  ...flags: string[]
): Promise<Outcome> {
  const file = await writeConfig(rewrite);
  const command = [`scripts/${script}.ts`, "--config", file, ...flags];
  const env = { ...process.env, ...platform };
  return new Promise((resolve) => {
    execFile("node", command, { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

const withPublicAddress = (toml: string) => toml.replace("http://localhost:8787", publicAddress);

test("the settings of a deployment: what is local, an example or missing is refused by name", async () => {
  const refuse = async (rewrite: (toml: string) => string, reason: string) =>
    expect(readDeploySettings(await writeConfig(rewrite))).rejects.toThrow(reason);
  const { vars } = await readWorkerConfig();
  expect(vars).toMatchObject(exampleSettings);
  await refuse((toml) => toml, deployWords.localAddress("http://localhost:8787"));
  await refuse(withPublicAddress, deployWords.exampleSettings(Object.keys(exampleSettings)));
  await refuse(
    (toml) => makeRealSettings(toml).replace(/^AGENCY_PHONE.*$/m, 'EDGE_CACHE = "stand-in"'),
    deployWords.wrongSettings(["AGENCY_PHONE", "EDGE_CACHE"]),
  );
  await refuse(
    (toml) => makeRealSettings(toml).replace('name = "ban-tin"', 'name = "ban_tin"'),
    deployWords.badName("ban_tin"),
  );
  await refuse(
    (toml) => makeRealSettings(toml).replace('"apac"', '"hanoi"'),
    deployWords.badLocation("hanoi", ["weur", "eeur", "apac", "oc", "wnam", "enam"]),
  );
});

describe("on an account", () => {
  const fake = new FakePlatform();
  const worker = fake.worker("ban-tin");
  const database = "ban-tin-db";

  beforeAll(async () => {
    platform = await fake.open();
  });

  afterAll(() => fake.close());

  test("without R2, npm run deploy says where to enable it, and makes nothing", async () => {
    fake.r2IsEnabled = false;
    const { code, stderr } = await run("deploy", makeRealSettings);
    fake.r2IsEnabled = true;
    expect([code, stderr, fake.takeChanges()]).toEqual([1, deployWords.noR2 + "\n", []]);
  });

  test("the first deployment stops when a migration fails, before the code", async () => {
    fake.failsAt = "0020_photo_expiry";
    const { code } = await run("deploy", makeRealSettings);
    fake.failsAt = null;
    expect(code).toBe(1);
    const changes = [`create ${database}`, "store address", `migrate ${database}`];
    expect(fake.takeChanges()).toEqual(changes);
    expect(fake.databases.get(database)?.location).toBe("apac");
  });

  test("and goes on from there when it is repeated: schema, bucket, code", async () => {
    const { code, stdout, stderr } = await run("deploy", makeRealSettings);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(deployWords.done("https://bantin.tinh.gov.vn"));
    expect(fake.takeChanges()).toEqual([
      `migrate ${database}`,
      "create ban-tin-photos",
      "upload ban-tin",
      "deploy ban-tin",
    ]);
    expect(fake.ask(database, "SELECT address FROM site_address")).toEqual([
      { address: "https://bantin.tinh.gov.vn" },
    ]);
    const bindings = worker.versions[0]?.bindings.map(({ name }) => name);
    const some = ["DB", "PHOTOS", "IMAGES", "ASSETS", "VERSION", "WRITE_LIMIT", "BASE_URL"];
    expect(bindings).toEqual(expect.arrayContaining(some));
    const bundle = await readFile("dist/deploy/worker.js");
    expect(gzipSync(bundle).length).toBeLessThanOrEqual(maxWorkerSize);
    expect(worker.settings).toMatchObject({
      "POST subdomain": { enabled: false, previews_enabled: false },
      "PATCH script-settings": { observability: { enabled: true } },
      "PUT schedules": [{ cron: "* * * * *" }],
      "PUT domains records": { origins: [{ hostname: "bantin.tinh.gov.vn" }] },
    });
  });

  test("npm run admin makes the first admin there, and prints the link", async () => {
    const who = ["--username", "quantri", "--name", "Nguyễn An", "--remote"];
    const { stdout, stderr } = await run("make-admin", makeRealSettings, ...who);
    expect(stdout, stderr).toContain("https://bantin.tinh.gov.vn/toa-soan/loi-moi/");
    expect(fake.ask(database, "SELECT username, role FROM people")).toEqual([
      { username: "quantri", role: "admin" },
    ]);
  });

  test("npm run rollback refuses to go back to the Worker from before the first deployment", async () => {
    const { code, stderr } = await run("rollback", makeRealSettings);
    expect([code, stderr]).toEqual([1, deployWords.noFormerVersion + "\n"]);
    expect(fake.takeChanges()).toEqual([]);
  });

  const otherSite = (toml: string) => makeRealSettings(toml).replace("bantin.tinh", "khac.tinh");

  test("another site of the same name is refused", async () => {
    const { code, stderr } = await run("deploy", otherSite);
    const refusal = deployWords.otherSite(database, "https://bantin.tinh.gov.vn", "ban-tin");
    expect([code, stderr, fake.takeChanges()]).toEqual([1, refusal + "\n", []]);
  });

  test("the second deployment may move the site, and migrates before the new code goes live, too", async () => {
    await writeFile(join(folder, "migrations/9999_new.sql"), "CREATE TABLE new_table (id);");
    const moved = ["--moved-from", "https://bantin.tinh.gov.vn"];
    const { code, stderr } = await run("deploy", otherSite, ...moved);
    expect(code, stderr).toBe(0);
    expect(fake.takeChanges()).toEqual([
      "store address",
      `migrate ${database}`,
      "upload ban-tin",
      "deploy ban-tin",
    ]);
    expect(fake.ask(database, "SELECT address FROM site_address")).toEqual([
      { address: "https://khac.tinh.gov.vn" },
    ]);
  });

  test("npm run rollback refuses a version from before a new class of Durable Objects", async () => {
    const former = worker.versions.find(({ id }) => id === worker.deployments[1]);
    const message = former?.annotations?.["workers/message"] ?? "";
    Object.assign(former?.annotations ?? {}, { "workers/message": "npm run deploy, objects v1" });
    const { code, stderr } = await run("rollback", makeRealSettings);
    expect([code, stderr]).toEqual([1, deployWords.beforeObjects + "\n"]);
    expect(fake.takeChanges()).toEqual([]);
    expect(message).toMatch(/^npm run deploy, objects v\d+$/);
    Object.assign(former?.annotations ?? {}, { "workers/message": message });
  });

  test("npm run rollback makes the former version live again, and changes no data", async () => {
    const [, former] = worker.deployments;
    const { code, stdout, stderr } = await run("rollback", makeRealSettings);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(deployWords.rolledBack);
    expect(worker.deployments[0]).toBe(former);
    expect(fake.takeChanges()).toEqual(["deploy ban-tin"]);
  });

  const named = (name: string) => (toml: string) =>
    makeRealSettings(toml).replace('name = "ban-tin"', `name = "${name}"`);

  test("another site is refused a bucket and a database that are somebody's", async () => {
    fake.buckets.add("trang-hai-photos");
    const { stderr } = await run("deploy", named("trang-hai"));
    expect(stderr).toBe(deployWords.otherBucket("trang-hai-photos", "trang-hai") + "\n");
    const [, first] = [...fake.databases][0] ?? [];
    if (first !== undefined) fake.databases.set("trang-ba-db", { ...first, id: "trang-ba" });
    first?.sqlite.exec("DROP TABLE site_address");
    const answer = await run("deploy", named("trang-ba"));
    expect(answer.stderr).toBe(deployWords.otherDatabase("trang-ba-db", "trang-ba") + "\n");
    expect(fake.takeChanges()).toEqual([]);
  });

  test("another site with another name shares nothing with the first", async () => {
    const { code, stderr } = await run("deploy", named("ban-tin-hai"));
    expect(code, stderr).toBe(0);
    expect(fake.takeChanges()).toEqual([
      "create ban-tin-hai-db",
      "store address",
      "migrate ban-tin-hai-db",
      "create ban-tin-hai-photos",
      "upload ban-tin-hai",
      "deploy ban-tin-hai",
    ]);
    const shared = ["d1", "r2_bucket", "ratelimit"];
    const resources = [worker, fake.worker("ban-tin-hai")].map(({ versions }) =>
      (versions[0]?.bindings ?? [])
        .filter(({ type }) => shared.includes(type))
        .map(({ id, bucket_name: bucket, namespace_id: limit }) => id ?? bucket ?? limit),
    );
    expect(resources.map(({ length }) => length)).toEqual([8, 8]);
    expect(new Set(resources.flat()).size).toBe(16);
  });
});
