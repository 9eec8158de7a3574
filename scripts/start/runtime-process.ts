import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { basename } from "node:path";

/**
 * From now on, every workerd that this process starts ends with it, even when it is killed and can clean up nothing: a
 * shell waits at the other end of a pipe that closes with this process. Without it a killed start would leave a workerd
 * that holds the port and the database. Returns a function that dismisses the shells.
 */
export function endWithThisProcess(): () => void {
  const guards: ChildProcess[] = [];
  const onChild = (message: unknown): void => {
    const { process: child } = message as { process: ChildProcess };
    child.once("spawn", () => {
      if (basename(child.spawnfile).startsWith("workerd") && child.pid !== undefined) {
        guards.push(guardOf(child.pid));
      }
    });
  };
  if (process.platform !== "win32") subscribe("child_process", onChild);
  return () => {
    unsubscribe("child_process", onChild);
    for (const guard of guards) guard.kill();
  };
}

function guardOf(pid: number): ChildProcess {
  // Detached, so that Ctrl-C reaches this process alone.
  const guard = spawn("/bin/sh", ["-c", 'read -r line; kill -9 "$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.unref();
  return guard;
}
