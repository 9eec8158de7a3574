import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { basename } from "node:path";
import { build } from "esbuild";

/** Serves a page with the intake's script and its chunks, under a policy as strict as the newsroom's. */
export type IntakeServer = {
  address: string;
  /** Names of the requested chunks. */
  asked: string[];
  stop: () => Promise<void>;
};

/** Pages of the newsroom have a style sheet, and the script adds its own to it. */
const style = "body{margin:1rem}";

const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${style}</style></head>
<body><main><h1>Thử</h1><div contenteditable role="textbox" aria-multiline="true" aria-label="Nội dung"></div></main>
<script type="module" src="/intake-page.js"></script></body></html>`;

const hash = createHash("sha256").update(style).digest("base64");

const policy = `default-src 'none'; script-src 'self'; img-src 'self' data:; style-src 'sha256-${hash}'; form-action 'self'`;

export async function serveIntake(): Promise<IntakeServer> {
  const chunks = await bundled();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = basename(request.url ?? "");
    const chunk = chunks.get(name);
    if (chunk !== undefined) asked.push(name);
    const type = chunk === undefined ? "text/html" : "text/javascript";
    response.writeHead(200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
    });
    response.end(chunk ?? html);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://localhost:${port}/`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Bundles as scripts/build-client.ts does: each dynamic import is a chunk, and the worker is one file. */
async function bundled(): Promise<Map<string, string>> {
  const common = {
    outdir: "built",
    bundle: true,
    charset: "utf8",
    write: false,
    minify: true,
    chunkNames: "[name]-[hash]",
    loader: { ".css": "text" },
  } as const;
  const page = await build({
    ...common,
    entryPoints: ["test/browser/support/intake-page.ts"],
    splitting: true,
    format: "esm",
    target: "es2020",
    define: { wordWorkerAddress: '"/word-worker.js"' },
  });
  const worker = await build({
    ...common,
    entryPoints: ["src/client/intake/word-worker.ts"],
    format: "iife",
    target: "es2022",
  });
  const files = [...page.outputFiles, ...worker.outputFiles];
  return new Map(files.map(({ path, text }) => [basename(path), text]));
}
