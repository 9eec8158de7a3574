import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLocalStores } from "../../scripts/backup/site-stores.ts";
import { exampleSettings } from "../../scripts/deploy/deploy-settings.ts";
import { migrateTo } from "../../scripts/start/migration-store.ts";
import { openSecrets, requireSecrets } from "../../scripts/start/secrets.ts";
import { openStateFolder } from "../../scripts/start/state-folder.ts";
import { hashToken } from "../../src/people/token.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import {
  emptyFolder,
  listRunning,
  removeFolder,
  StartProcess,
  unusedPort,
} from "./start-process.ts";

const state = emptyFolder();
const tokenKey = "k".repeat(40);
const token = `bt_quantri_${"x".repeat(32)}`;
const site = "https://bantin.thu.vn";

/** The settings of a site of one's own. */
const settings: Record<string, string> = {
  ...Object.fromEntries(Object.keys(exampleSettings).map((name) => [name, `Riêng ${name}`])),
  AGENCY_EMAIL: "bantin@thu.vn",
  AGENCY_PHONE: "0200 111 222",
  PORTAL_URL: "https://thu.vn",
  BASE_URL: site,
  TOKEN_KEY: tokenKey,
};

afterAll(() => removeFolder(state));

/** Makes the database with one admin, who has a token, and one section. */
beforeAll(async () => {
  Object.assign(process.env, { TOKEN_KEY: tokenKey, BASE_URL: site });
  const folder = await openStateFolder(state);
  await openSecrets(folder, ["TOKEN_KEY"]);
  // A folder that has a database. A new one would be locked by this process.
  await mkdir(join(folder.resources, "d1"), { recursive: true });
  const stores = await openLocalStores("backup", { state, port: 1 });
  await migrateTo(stores.ask, stores.migrations, null);
  await stores.ask([
    `INSERT INTO sections (slug, name, position) VALUES ('tin-tuc', 'Tin tức', 1)`,
    `INSERT INTO people (id, username, name, role, password_hash, created_at) VALUES ('a', 'a', 'An', 'admin', 'none', 0)`,
  ]);
  await stores.run(
    `INSERT INTO tokens (id, person_id, hash, label, created_at, ends_at) VALUES ('a', 'a', ?1, 'test', 0, 1e15)`,
    [hashToken(token, tokenKey)],
  );
  await stores.close();
  delete process.env["TOKEN_KEY"];
  delete process.env["BASE_URL"];
});

type Answer = { status: number; body: string; headers: Record<string, unknown> };

/** Sends a request as a reverse proxy does: with the site's own host. `pause`: ms between the two halves of the body. */
async function ask(port: number, path: string, method = "GET", sent = "", pause = 0) {
  const headers = {
    host: new URL(site).host,
    authorization: `Bearer ${token}`,
    ...(sent === ""
      ? {}
      : { "content-type": "application/json", "content-length": Buffer.byteLength(sent) }),
  };
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      const { statusCode: status = 0, headers: answered } = answer;
      text(answer).then((body) => resolve({ status, body, headers: answered }), reject);
    });
    const bytes = Buffer.from(sent);
    asked.write(bytes.subarray(0, 10));
    void sleep(pause).then(() => asked.end(bytes.subarray(10)));
  });
}

let count = 0;

function makeArticle(): string {
  const title = `Bài thứ ${++count}`;
  const byline = { authors: ["Thế Bằng"], unit: "Phòng Tin" };
  const body = "Đoạn mở đầu của bài.\n\nĐoạn thứ hai của bài.";
  return JSON.stringify({ title, lede: `Sapo của ${title}.`, body, section: "tin-tuc", byline });
}

/** Writes and publishes until the server is gone. Adds what it was told is done. */
async function publishAll(port: number, written: string[], published: string[]): Promise<void> {
  try {
    for (;;) {
      const made = await ask(port, "/api/articles?submit=true", "POST", makeArticle());
      if (made.status !== 201) throw new Error(made.body);
      const { id } = JSON.parse(made.body) as { id: string };
      written.push(id);
      const put = await ask(port, `/api/articles/${id}/publication`, "PUT");
      if (put.status === 200) published.push(id);
    }
  } catch (error) {
    if (!/ECONN|socket hang up|aborted|EPIPE/.test(String(error))) throw error;
  }
}

test("npm start -- --production makes no secret; without one it names it", async () => {
  const empty = emptyFolder();
  const folder = await openStateFolder(empty);
  await expect(requireSecrets(folder, ["TOKEN_KEY"])).rejects.toThrow(
    startWords.secretNotGiven("TOKEN_KEY", folder.secrets),
  );
  removeFolder(empty);
});

test("npm start -- --production, killed under load, keeps every write that it acknowledged; SIGTERM ends it after its requests", async () => {
  const port = await unusedPort();
  const flags = ["--production", "--behind-proxy", "--port", String(port), "--state", state];
  const written: string[] = [];
  const published: string[] = [];
  {
    using first = new StartProcess(flags, settings);
    await first.printed(startWords.ready(`http://localhost:${port}`));
    const loads = [1, 2, 3].map(() => publishAll(port, written, published));
    await expect.poll(() => published.length).toBeGreaterThan(5);
    first.signal("SIGKILL");
    await first.ended();
    await Promise.all(loads);
  }

  using next = new StartProcess(flags, settings);
  await next.printed(startWords.ready(`http://localhost:${port}`));
  for (const id of written) {
    const { status, body } = await ask(port, `/api/articles/${id}`);
    expect(status).toBe(200);
    const article = JSON.parse(body) as { version: number; status: string; slug: string };
    expect(article.version).toBe(1);
    if (!published.includes(id)) continue;
    expect(article.status).toBe("published");
    const page = await ask(port, `/bai-viet/${article.slug}`);
    expect(page.body).toContain("Đoạn thứ hai của bài.");
  }
  // The clock runs at once after a start.
  await expect
    .poll(async () => {
      const { outbox, limits } = JSON.parse((await ask(port, "/healthz?sau=1")).body);
      return [outbox.failed, limits];
    })
    .toEqual([0, {}]);

  const page = await ask(port, "/toa-soan/dang-nhap");
  expect(String(page.headers["set-cookie"])).toMatch(/^__Host-.*Secure/);
  expect(String(page.headers["set-cookie"])).not.toMatch(/(?:^|,)thu=/);

  const family = next.descendants();
  const slow = ask(port, "/api/articles?submit=true", "POST", makeArticle(), 800);
  await sleep(200);
  const begun = performance.now();
  next.signal("SIGTERM");
  expect((await slow).status).toBe(201);
  expect(await next.ended()).toBe(0);
  // The bound for requests that do not end.
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(listRunning(family)).toEqual([]);

  const lines = next.stdout.trim().split("\n");
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: expect.any(String) });
  expect(lines.join("\n")).toContain('"route":"/bai-viet/:slug"');
});
