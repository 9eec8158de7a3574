import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One `npm start`, as somebody would type it. */
export class StartProcess {
  readonly #npm: ChildProcess;
  readonly #begun = performance.now();
  stdout = "";
  stderr = "";

  constructor(flags: string[], environment: Record<string, string> = {}) {
    // Vitest puts a BASE_URL of its own into the environment.
    const { BASE_URL: _, ...inherited } = process.env;
    this.#npm = spawn("npm", ["start", "--silent", "--", ...flags], {
      env: { ...inherited, ...environment },
    });
    this.#npm.stdout?.on("data", (text: Buffer) => (this.stdout += text.toString()));
    this.#npm.stderr?.on("data", (text: Buffer) => (this.stderr += text.toString()));
  }

  /** Kills what still runs after a test that failed. */
  [Symbol.dispose](): void {
    for (const { pid } of this.descendants()) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended after it was listed.
      }
    }
  }

  /** The address of its ready line, and how many ms that took. Rejects with what it printed when it ends first. */
  async ready(): Promise<{ address: string; ms: number }> {
    while (!this.#hasEnded()) {
      const address = /^ready (http:\S+)$/m.exec(this.stdout)?.[1];
      if (address !== undefined) return { address, ms: performance.now() - this.#begun };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`ended with ${this.#npm.exitCode}\n${this.stdout}\n${this.stderr}`);
  }

  /** Resolves when node runs the start script. */
  async running(): Promise<void> {
    while (!this.descendants().some(isNode)) {
      if (this.#hasEnded()) throw new Error(`ended\n${this.stdout}\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Resolves when it has printed this. */
  async printed(text: string): Promise<void> {
    while (!this.stdout.includes(text)) {
      if (this.#hasEnded()) throw new Error(`ended\n${this.stdout}\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Resolves to the exit code. */
  async ended(): Promise<number | null> {
    if (!this.#hasEnded()) await once(this.#npm, "exit");
    return this.#npm.exitCode;
  }

  #hasEnded(): boolean {
    return this.#npm.exitCode !== null || this.#npm.signalCode !== null;
  }

  /** The descendants of npm: the shell, node, workerd and its guard. */
  descendants(): { pid: number; command: string }[] {
    const rows = processes();
    const below = (pid: number): typeof rows =>
      rows.filter((row) => row.parent === pid).flatMap((row) => [row, ...below(row.pid)]);
    return below(this.#npm.pid ?? -1);
  }

  /** Sends a signal to npm, as a user does. */
  signalNpm(name: NodeJS.Signals): void {
    this.#npm.kill(name);
  }

  /** Sends a signal to the node process that runs the start script. */
  signal(name: NodeJS.Signals): void {
    const node = this.descendants().find(isNode);
    if (node === undefined) throw new Error("the start script does not run");
    process.kill(node.pid, name);
  }
}

function isNode({ command }: { command: string }): boolean {
  return command.startsWith("node ");
}

/** Returns the commands of those processes that still run. */
export function listRunning(some: { pid: number; command: string }[]): string[] {
  const now = new Set(processes().map((row) => row.pid));
  return some.filter(({ pid }) => now.has(pid)).map(({ command }) => command);
}

/** Makes an empty folder among the system's temporary files. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "ban-tin-start-"));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Finds a port that no process listens on. Systems give out higher ports by themselves, so no connection takes this one
 * before the start does.
 */
export async function unusedPort(): Promise<number> {
  const port = randomInt(20_000, 30_000);
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return unusedPort();
  }
  server.close();
  await once(server, "close");
  return port;
}

function processes(): { pid: number; parent: number; command: string }[] {
  const table = execFileSync("ps", ["-e", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => state?.startsWith("Z") === false)
    .map(([pid, parent, , ...command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      command: command.join(" "),
    }));
}
