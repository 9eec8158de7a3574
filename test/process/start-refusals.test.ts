import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFlags } from "../../scripts/start/start-flags.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { emptyFolder, removeFolder, StartProcess, unusedPort } from "./start-process.ts";

const state = emptyFolder();
const secrets = join(state, "secrets.json");

beforeAll(async () => {
  using start = new StartProcess([
    "--port",
    String(await unusedPort()),
    "--state",
    state,
    "--no-demo",
  ]);
  await start.ready();
  start.signal("SIGTERM");
  await start.ended();
});

afterAll(() => removeFolder(state));

/** Expects that `npm start` prints only `message`, on stderr, and fails. */
async function expectRefusal(
  message: string,
  flags: string[],
  environment: Record<string, string> = {},
): Promise<void> {
  using start = new StartProcess(flags, environment);
  expect(await start.ended()).toBe(1);
  expect(start.stderr).toBe(message + "\n");
  expect(start.stdout).toBe("");
}

test("npm start names an unknown flag", async () => {
  await expectRefusal(startWords.unknownFlag("--prot"), ["--prot", "8787"]);
});

test.for(["0", "65536", "http", "80.5", "-1"])("npm start refuses --port=%s", (port) => {
  expect(() => readFlags([`--port=${port}`])).toThrow(startWords.badPort(port));
});

test("npm start refuses a flag without its value, one with a needless value, and a word that is no flag", () => {
  expect(() => readFlags(["--state"])).toThrow(startWords.flagNeedsValue("--state"));
  expect(() => readFlags(["--no-demo=1"])).toThrow(startWords.flagTakesNoValue("--no-demo"));
  expect(() => readFlags(["demo"])).toThrow(startWords.unknownFlag("demo"));
});

test("npm start names a port that is in use", async () => {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await expectRefusal(startWords.portTaken(port), ["--port", String(port), "--state", state]);
  server.close();
});

test("npm start names a state folder that cannot be made", async () => {
  const file = join(state, "a-file");
  writeFileSync(file, "");
  const port = String(await unusedPort());
  await expectRefusal(startWords.stateUnwritable(file, "EEXIST"), [
    "--port",
    port,
    "--state",
    file,
  ]);
});

test("npm start names a missing setting and a wrong one", async () => {
  const flags = ["--port", String(await unusedPort()), "--state", state];
  await expectRefusal(startWords.wrongSettings(["AGENCY_NAME"]), flags, { AGENCY_NAME: "" });
  await expectRefusal(startWords.wrongSettings(["BASE_URL"]), flags, {
    BASE_URL: "example.gov.vn",
  });
});

test("npm start names a secret that is too short", async () => {
  const flags = ["--port", String(await unusedPort()), "--state", state];
  await expectRefusal(startWords.weakSecret("TOKEN_KEY", 32), flags, { TOKEN_KEY: "short" });
});

test("npm start names a broken secrets.json, and the secret that is missing without it", async () => {
  const flags = ["--port", String(await unusedPort()), "--state", state];
  writeFileSync(secrets, "{");
  await expectRefusal(startWords.brokenFile(secrets, state), flags);
  rmSync(secrets);
  await expectRefusal(startWords.missingSecret("TOKEN_KEY", secrets), flags);
});

test.for(["secrets.json", "demo.json"])(
  "npm start says to delete half a %s in a folder without a database",
  async (name) => {
    const folder = emptyFolder();
    const file = join(folder, name);
    writeFileSync(file, '{"TOKEN_KEY": "');
    const flags = ["--port", String(await unusedPort()), "--state", folder];
    await expectRefusal(startWords.uselessFile(file), flags);
    removeFolder(folder);
  },
);

test("npm start refuses the state folder of another start until that one is killed", async () => {
  const held = emptyFolder();
  const flags = async () => ["--port", String(await unusedPort()), "--state", held, "--no-demo"];
  using first = new StartProcess(await flags());
  await first.ready();
  const holder = first.descendants().find(({ command }) => command.startsWith("node "))?.pid;
  await expectRefusal(startWords.stateInUse(held, String(holder)), await flags());
  first.signal("SIGKILL");
  await first.ended();
  using next = new StartProcess(await flags());
  await next.ready();
  next.signal("SIGTERM");
  await next.ended();
  removeFolder(held);
});
