import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Starts a server that answers GET requests as the site at another address does. */
export async function serveUnderAnotherAddress(
  site: string,
): Promise<{ address: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { authorization = "" } = request.headers;
    void fetch(site + request.url, { headers: { authorization } }).then(async (answer) => {
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(await answer.text());
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
