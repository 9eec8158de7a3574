import { createServer } from "node:net";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { readErrorCode, StartFailure } from "./start-failure.ts";

/** Throws StartFailure unless a server can listen on this port of localhost, by IPv4 and by IPv6. */
export async function requireFreePort(port: number): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) {
    const refusal = await findListenFailure(port, host);
    if (refusal === "EADDRINUSE") throw new StartFailure(startWords.portTaken(port));
    if (refusal !== null && host === "127.0.0.1") {
      throw new StartFailure(startWords.portRefused(port, refusal));
    }
  }
}

function findListenFailure(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(readErrorCode(error)));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
