import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
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
