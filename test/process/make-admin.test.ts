import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inlineValues } from "../../scripts/admin/remote-database.ts";
import { makeAdminWords } from "../../src/vietnamese/words/make-admin.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { emptyFolder, removeFolder, StartProcess, unusedPort } from "./start-process.ts";

const state = emptyFolder();
let port: string;

beforeAll(async () => {
  port = String(await unusedPort());
});

afterAll(() => removeFolder(state));

type Outcome = { said: string; code: number };

/** Runs `npm run admin` on the state folder. Returns its output and exit code. */
function makeAdmin(...flags: string[]): Promise<Outcome> {
  return makeAdminWith({}, ...flags);
}

function makeAdminWith(settings: Record<string, string>, ...flags: string[]): Promise<Outcome> {
  const args = ["scripts/make-admin.ts", "--state", state, "--port", port, ...flags];
  const { BASE_URL: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      "node",
      args,
      { env: { ...env, ...settings } },
      (_error, stdout, stderr) =>
        resolve({ said: (stdout + stderr).trim(), code: child.exitCode ?? 0 }),
    );
  });
}

async function setPassword(link: string): Promise<Response> {
  const password = "trời hôm nay xanh quá";
  return fetch(link, {
    method: "POST",
    redirect: "manual",
    headers: { origin: new URL(link).origin },
    body: new URLSearchParams({ password, repeat: password }),
  });
}

const quantri = ["--username", "quantri", "--name", "Lò Văn Quản"];

describe("npm run admin", () => {
  test("makes the first admin of a new site, with a new link at each run", async () => {
    const first = await makeAdmin(...quantri);
    expect(first.said).toContain(`http://localhost:${port}/toa-soan/loi-moi/`);
    const second = await makeAdmin(...quantri);
    expect(second).toEqual({
      said: expect.stringMatching(/\/toa-soan\/loi-moi\/[\w-]+$/),
      code: 0,
    });
    using start = new StartProcess(["--port", port, "--state", state, "--no-demo"]);
    await start.ready();
    const [old = "", link = ""] = [first, second].map(({ said }) => said.split("\n").at(-1));
    expect((await fetch(old)).status).toBe(410);
    expect((await setPassword(link)).status).toBe(303);

    // The site runs on while the command works in its database.
    const third = await makeAdmin("--username", "nguoikhac", "--name", "Người Khác");
    expect(third).toEqual({ said: makeAdminWords.adminExists, code: 1 });
    const again = await makeAdmin("--username", "nguoikhac", "--name", "Người Khác", "--again");
    expect((await setPassword(again.said.split("\n").at(-1) ?? "")).status).toBe(303);
    start.signal("SIGTERM");
    await start.ended();
  });

  test.each([
    [["--username", "Quản Trị", "--name", "A"], makeAdminWords.badUsername("Quản Trị")],
    [["--username", "quantri", "--name", " "], makeAdminWords.badName],
    [["--user", "quantri"], makeAdminWords.wrongFlags],
  ])("%j is refused in one line", async (flags, said) => {
    expect(await makeAdmin(...flags)).toEqual({ said, code: 1 });
  });

  test("a wrong setting is named, and the command ends", async () => {
    const outcome = await makeAdminWith({ SITE_NAME: "" }, ...quantri);
    expect(outcome).toEqual({ said: startWords.wrongSettings(["SITE_NAME"]), code: 1 });
  });

  test("escapes the values that it writes into SQL", () => {
    const sql = "INSERT INTO people VALUES (?1, ?2, ?3)";
    expect(inlineValues({ sql, values: ["O'Brien'); -- ?2", null, 7] })).toBe(
      "INSERT INTO people VALUES ('O''Brien''); -- ?2', NULL, 7)",
    );
  });
});
