import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Serves the files of a folder below the path `base`: no redirects, no rules, index.html for a folder, 404.html for the rest. */
export async function servePlainFiles(
  folder: string,
  base: string,
): Promise<{ server: Server; address: string }> {
  const types: Record<string, string> = {
    html: "text/html",
    json: "application/json",
    webp: "image/webp",
  };
  const started = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "", "http://x").pathname);
    const file = path.startsWith(`${base}/`) ? path.slice(base.length) : "/none";
    const name = join(folder, file.endsWith("/") ? `${file}index.html` : file);
    void readFile(name)
      .then((bytes) => ({ status: 200, bytes }))
      .catch(async () => ({ status: 404, bytes: await readFile(join(folder, "404.html")) }))
      .then(({ status, bytes }) => {
        const type =
          status === 404 ? "text/html" : (types[name.split(".").at(-1) ?? ""] ?? "text/plain");
        response.writeHead(status, { "content-type": type }).end(bytes);
      })
      .catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(started, "listening");
  const { port } = started.address() as AddressInfo;
  return { server: started, address: `http://127.0.0.1:${port}${base}` };
}
