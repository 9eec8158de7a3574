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
 * the next start can tell that a killed process left it. Throws StartFailure when another process has the lock.
 */
export async function lockState(
  folder: string,
  refusal = startWords.stateInUse(folder),
): Promise<Server> {
  const address = socketPath(realpathSync(folder));
  const server = (await listenOn(address)) ?? (await replaceDeadLock(address));
  if (server === null) throw new StartFailure(refusal);
  return server.unref();
}

/** Not in the state folder: paths of sockets are short, and not every file system can hold sockets. */
function socketPath(folder: string): string {
  const name = `ban-tin-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Takes the lock that a killed process left. Returns null when its process lives. */
async function replaceDeadLock(address: string): Promise<Server | null> {
  const probe = connect(address);
  try {
    await once(probe, "connect");
    return null;
  } catch {
    rmSync(address, { force: true });
    return listenOn(address);
  } finally {
    probe.destroy();
  }
}

async function listenOn(address: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  try {
    server.listen(address);
    await once(server, "listening");
    return server;
  } catch (error) {
    if (readErrorCode(error) === "EADDRINUSE") return null;
    throw error;
  }
}
