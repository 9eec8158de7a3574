import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { basename } from "node:path";

/** The workerd processes that this process starts. */
export type RuntimeProcesses = {
  /** Process ids, the newest last. */
  ids: number[];
  /** Asks the newest to end when its requests have ended. Then `onEnd` runs, before miniflare starts another. */
  drain(onEnd: () => void): void;
  /** Lets them run on when this process ends. */
  letGo(): void;
};

/**
 * From now on, every workerd that this process starts ends with it, even when this process is killed: a shell reads from a
 * pipe, which closes with this process, and then kills workerd. Without this, a killed start would leave a workerd that
 * keeps the port and the database.
 */
export function endRuntimeWithThisProcess(): RuntimeProcesses {
  const ids: number[] = [];
  const guards: ChildProcess[] = [];
  let newest: ChildProcess | null = null;
  const onChild = (message: unknown): void => {
    const { process: child } = message as { process: ChildProcess };
    child.once("spawn", () => {
      if (!basename(child.spawnfile).startsWith("workerd") || child.pid === undefined) return;
      ids.push(child.pid);
      newest = child;
      if (process.platform !== "win32") guards.push(startGuard(child.pid));
    });
  };
  subscribe("child_process", onChild);
  return {
    ids,
    drain: (onEnd) => {
      newest?.once("exit", onEnd);
      newest?.kill("SIGTERM");
    },
    letGo: () => {
      unsubscribe("child_process", onChild);
      for (const guard of guards) guard.kill();
    },
  };
}

function startGuard(pid: number): ChildProcess {
  // Detached, so that Ctrl-C reaches only this process.
  const guard = spawn("/bin/sh", ["-c", 'read -r line; kill -9 "$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.unref();
  return guard;
}
