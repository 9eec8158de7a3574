import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { Finding } from "../../scripts/verify/checks.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import {
  listRunning,
  emptyFolder,
  removeFolder,
  StartProcess,
  unusedPort,
} from "./start-process.ts";

const state = emptyFolder();

afterAll(() => removeFolder(state));

/** Counts the published articles, page by page of the API. */
async function countArticles(address: string, kind = "article"): Promise<number> {
  let count = 0;
  let cursor: string | null = "";
  while (cursor !== null) {
    const response = await fetch(`${address}/api/articles?kind=${kind}${cursor}`);
    const page = (await response.json()) as { articles: unknown[]; next: string | null };
    count += page.articles.length;
    cursor = page.next === null ? null : `&cursor=${page.next}`;
  }
  return count;
}

async function demoFiles(): Promise<string[]> {
  return (await readdir("demo/articles")).filter((name) => name.endsWith(".md"));
}

/** Every JSON file of the state folder, as an object. Throws when one is not whole. */
async function readStateFiles(): Promise<unknown[]> {
  const names = (await readdir(state)).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(state, name), "utf8"))),
  );
}

/** `npm run verify` finds nothing wrong with the site, and says so when something is. */
async function tryVerify(address: string, token: string): Promise<void> {
  const whole = await runVerify(address, token);
  const { ok, findings } = JSON.parse(whole.stdout) as { ok: boolean; findings: Finding[] };
  expect(findings.filter(({ problem }) => problem !== null)).toEqual([]);
  const leftOut = findings.filter(({ isLeftOut }) => isLeftOut).map(({ check }) => check);
  expect([whole.code, ok, leftOut]).toEqual([0, true, ["workers-dev"]]);
  const refused = await runVerify(address, "x".repeat(32), "--workers-dev", "ban-tin.invalid");
  const { findings: found } = JSON.parse(refused.stdout) as { findings: Finding[] };
  const failed = found.filter(({ problem }) => problem !== null).map(({ check }) => check);
  expect([refused.code, failed]).toEqual([1, ["token"]]);
}

async function runVerify(address: string, token: string, ...flags: string[]) {
  const environment = { ...process.env, BAN_TIN_ADMIN_TOKEN: token };
  const command = ["scripts/verify.ts", address, "--json", ...flags];
  const child = spawn(process.execPath, command, { env: environment });
  let stdout = "";
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout };
}

/** The words that it prints while it enters articles of the demo. */
const entering = startWords.loadingDemo(0, 0).replace("0/0", "");

describe("npm start", () => {
  test("on a new state, killed at random moments, leaves no process and no half-written file", async () => {
    const moments = ["starting", "starting", "entering the demo"];
    for (const moment of moments) {
      using start = new StartProcess(["--port", String(await unusedPort()), "--state", state]);
      await (moment === "starting" ? start.running() : start.printed(`${entering}10/`));
      await sleep(Math.random() * 1000);
      const family = start.descendants();
      start.signal("SIGKILL");
      await start.ended();
      await expect.poll(() => listRunning(family)).toEqual([]);
      await readStateFiles();
    }
  });

  test("with half a demo-remaining.json, as older versions left it, enters each article once", async () => {
    const remaining = join(state, "demo-remaining.json");
    const text = await readFile(remaining, "utf8");
    await writeFile(remaining, text.slice(0, text.length / 2));
    const port = await unusedPort();
    using start = new StartProcess(["--port", String(port), "--state", state]);
    const { address } = await start.ready();
    expect(address).toBe(`http://localhost:${port}`);

    expect(await countArticles(address)).toBe((await demoFiles()).length);
    expect(await countArticles(address, "page")).toBe(5);
    const front = await (await fetch(address)).text();
    expect(front).toContain("Phòng thí nghiệm mở");
    expect(front).toContain('href="/trang/co-cau-to-chuc"');
    const reference = "tong-ket-cong-tac-xay-dung-dang-nam-2020-va-phuong-huong-nhiem-vu-nam-2021";
    const page = await fetch(`${address}/bai-viet/${reference}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Thứ Năm, 28/01/2021 10:05");

    const { accounts } = JSON.parse(await readFile(join(state, "demo.json"), "utf8"));
    expect(accounts.map((one: { role: string }) => one.role).sort()).toEqual([
      "admin",
      "editor",
      "reporter",
      "reporter",
      "reporter",
    ]);
    for (const { username, password, token } of accounts) {
      expect(start.stdout).toContain(username);
      expect(start.stdout).toContain(password);
      expect(start.stdout).toContain(token);
    }
    for (const secret of ["demo.json", "secrets.json"]) {
      expect((await stat(join(state, secret))).mode & 0o077).toBe(0);
    }

    const family = start.descendants();
    expect(family.map((one) => one.command).join("\n")).toContain("workerd serve");
    start.signal("SIGTERM");
    expect(await start.ended()).toBe(0);
    expect(listRunning(family)).toEqual([]);
  });

  test("on an existing state keeps everything and enters no article again", async () => {
    const port = await unusedPort();
    using start = new StartProcess(["--port", String(port), "--state", state]);
    const { address, ms } = await start.ready();
    console.log(`start on an existing state: ready after ${(ms / 1000).toFixed(1)} s`);
    expect(start.stdout).not.toContain(entering);
    expect(start.stdout).not.toContain("bt_");
    expect(await countArticles(address)).toBe((await demoFiles()).length);
    const { accounts } = JSON.parse(await readFile(join(state, "demo.json"), "utf8"));
    const headers = { authorization: `Bearer ${accounts[0].token}` };
    expect((await fetch(`${address}/api/articles`, { headers })).status).toBe(200);
    await tryVerify(address, accounts.find(({ role }: { role: string }) => role === "admin").token);
    const family = start.descendants();
    start.signalNpm("SIGTERM");
    await start.ended();
    await expect.poll(() => listRunning(family)).toEqual([]);
  });
});
