import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { readErrorCode, StartFailure } from "./start-failure.ts";

/**
 * Locks a folder until this process ends or the returned server is closed. Two servers on one database would each cache pages in memory, and a
 * withdrawal on one would not reach the cache of the other. The lock is a local socket that this process listens on, so
 * the next start can tell that a killed process left it; it answers with the id of this process. Throws StartFailure when another
 * process has the lock.
 */
export async function lockState(
  folder: string,
  refuse = (pid: string): string => startWords.stateInUse(folder, pid),
): Promise<Server> {
  const address = socketPath(realpathSync(folder));
  const server = (await listenOn(address)) ?? (await replaceDeadLock(address));
  if (typeof server === "string") throw new StartFailure(refuse(server));
  return server.unref();
}

/**
 * Not in the state folder: paths of sockets are short, and not every file system can hold sockets. On Linux it is no file at all, so
 * a service whose /tmp is private and a command from a terminal see the same lock.
 */
function socketPath(folder: string): string {
  const name = `ban-tin-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Takes the lock that a killed process left. Returns the id of its process when that lives. */
async function replaceDeadLock(address: string): Promise<Server | string> {
  const probe = connect(address);
  try {
    let pid = "";
    for await (const chunk of probe) pid += String(chunk);
    return pid;
  } catch {
    if (!address.startsWith("\0")) rmSync(address, { force: true });
    return (await listenOn(address)) ?? "?";
  } finally {
    probe.destroy();
  }
}

async function listenOn(address: string): Promise<Server | null> {
  const server = createServer((socket) => socket.end(String(process.pid)));
  try {
    server.listen(address);
    await once(server, "listening");
    return server;
  } catch (error) {
    if (readErrorCode(error) === "EADDRINUSE") return null;
    throw error;
  }
}
