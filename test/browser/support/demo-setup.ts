import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Chromium from "@sparticuz/chromium";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { unusedPort } from "../../process/start-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    demo: DemoSite & { outcome: string };
  }
}

export type DemoSite = {
  /** Origin of the demo. */
  address: string;
  /** Origin of a site on which every page fails. */
  brokenAddress: string;
};

/**
 * Starts to load the demo, once for all browser tests, and does not wait for it: other tests run meanwhile. Also unpacks the
 * browser, which two test files must not do at the same time.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await Chromium.executablePath();
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-demo-"));
  const outcome = join(folder, "outcome");
  const ports = [await unusedPort(), await unusedPort()];
  const [address = "", brokenAddress = ""] = ports.map((port) => `http://localhost:${port}`);
  project.provide("demo", { address, brokenAddress, outcome });
  const server = startServer(ports, (said) => writeFileSync(outcome, said));
  return async () => {
    if (server.connected) {
      server.disconnect();
      await once(server, "exit");
    }
    rmSync(folder, { recursive: true });
  };
}

function startServer(ports: number[], conclude: (said: string) => void) {
  // Vitest sets its own BASE_URL in the environment.
  const { BASE_URL: _, ...environment } = process.env;
  const server = fork(new URL("demo-server.ts", import.meta.url), ports.map(String), {
    env: environment,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  let complaint = "";
  server.stderr?.on("data", (text: Buffer) => (complaint += text.toString()));
  server.once("message", () => conclude("ready"));
  const onExit = (): void => conclude(`the demo server ended: ${complaint}`);
  server.once("exit", onExit);
  server.once("disconnect", () => server.off("exit", onExit));
  return server;
}

/** Waits until the demo is loaded, some 40 s after the tests began. Throws when loading failed. */
export async function demoSite(): Promise<DemoSite> {
  const { address, brokenAddress, outcome } = inject("demo");
  while (!existsSync(outcome)) await new Promise((resolve) => setTimeout(resolve, 100));
  const said = readFileSync(outcome, "utf8");
  if (said !== "ready") throw new Error(said);
  return { address, brokenAddress };
}
