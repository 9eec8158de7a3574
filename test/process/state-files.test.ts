import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openSecrets } from "../../scripts/start/secrets.ts";
import { openStateFolder } from "../../scripts/start/state-folder.ts";
import { emptyFolder, removeFolder } from "./start-process.ts";

/** Writes a state file of 1 MB again and again, each time with another letter, until it is killed. */
const writer = `
  import { writeStateFile } from "./scripts/start/state-folder.ts";
  for (let n = 0; ; n++) await writeStateFile(process.argv[1], String.fromCharCode(97 + (n % 26)).repeat(1_000_000));
`;

test("a state file is whole whenever the process that writes it is killed", async () => {
  const folder = emptyFolder();
  const file = join(folder, "demo-remaining.json");
  for (let kill = 0; kill < 20; kill++) {
    await rm(file, { force: true });
    const child = spawn(process.execPath, ["--input-type=module", "--eval", writer, file]);
    await expect.poll(() => existsSync(file), { interval: 5 }).toBe(true);
    await sleep(Math.random() * 100);
    child.kill("SIGKILL");
    await once(child, "exit");
    const text: string = JSON.parse(await readFile(file, "utf8"));
    expect(new Set(text).size).toBe(1);
    expect(text).toHaveLength(1_000_000);
  }
  removeFolder(folder);
});

test("a state folder from before PUSH_KEY gets one, beside its former secrets, once", async () => {
  const folder = emptyFolder();
  const former = { TOKEN_KEY: "x".repeat(43) };
  await writeFile(join(folder, "secrets.json"), JSON.stringify(former));
  await mkdir(join(folder, "v3", "d1"), { recursive: true });
  const state = await openStateFolder(folder);
  const first = await openSecrets(state, ["TOKEN_KEY"]);
  expect(first).toEqual({ ...former, PUSH_KEY: expect.stringMatching(/^[\w-]{43}$/) });
  expect(await openSecrets(state, ["TOKEN_KEY"])).toEqual(first);
  removeFolder(folder);
});
