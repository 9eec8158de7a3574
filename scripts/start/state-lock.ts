import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { errorCode, StartFailure } from "./start-failure.ts";

/**
 * Keeps a state folder for this process: two servers on one database would each keep pages of their own in memory, and a
 * withdrawal on one would not reach the other's. The lock is a local socket that somebody listens on, so one that a killed
 * process left behind is known to be dead. It is held until
 * the process ends. Throws StartFailure when another process has it.
 */
export async function lockState(folder: string): Promise<void> {
  const address = socketPath(realpathSync(folder));
  const server = (await listenOn(address)) ?? (await replaceDeadLock(address));
  if (server === null) throw new StartFailure(startWords.stateInUse(folder));
  server.unref();
}

/** Sockets have short addresses, and not every file system can hold them. */
function socketPath(folder: string): string {
  const name = `ban-tin-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Takes the place of a process that was killed; null where one lives. */
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
    if (errorCode(error) === "EADDRINUSE") return null;
    throw error;
  }
}
