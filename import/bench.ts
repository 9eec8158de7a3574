import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addAccounts, addSections } from "../scripts/start/demo-store.ts";
import { openSite } from "../scripts/start/open-site.ts";
import { writeOldFolder } from "./bench/old-folder.ts";

/**
 * `npm run bench:import`: files a second and the most memory of `npm run import`, dry at 1,000 and 10,000 files, and into a
 * site on this machine: some files whose photos are all new, then many that share a few.
 */
const sizes = [1000, 10_000];
const [newPhotos, many] = [100, 2000];

const folder = await mkdtemp(join(tmpdir(), "ban-tin-bench-"));
try {
  for (const size of sizes) {
    const input = join(folder, String(size));
    await writeOldFolder(input, size, 40);
    report(
      `dry run, ${size} files`,
      size,
      await measureRun([input, "--dry-run", "--section", "tin-tuc"]),
    );
  }
  await bringIntoSite(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}

type Measured = { seconds: number; megabytes: number; end: number };

async function bringIntoSite(folder: string): Promise<void> {
  const flags = { port: 18_787, state: join(folder, "state"), demo: false, help: false };
  const { address, secrets, worker } = await openSite(flags);
  const roles = ["reporter", "editor"] as const;
  const accounts = roles.map((role) => {
    return {
      role,
      username: role,
      password: "only for a bench",
      token: `bt_${role}_${"0".repeat(32)}`,
    };
  });
  await addSections(worker.database, [{ slug: "tin-tuc", name: "Tin tức" }]);
  await addAccounts(worker.database, accounts, secrets["TOKEN_KEY"] ?? "");
  await worker.database.prepare("UPDATE tokens SET scope = 'import'").run();
  const tokens = accounts.flatMap(({ role, token }) => [`--${role}-token`, token]);
  const run = async (first: number, count: number, drawn: number): Promise<void> => {
    const input = join(folder, `from-${first}`);
    await writeOldFolder(input, count, drawn, first);
    const args = [input, "--site", address, "--section", "tin-tuc", ...tokens];
    report(`into a site, ${count} files, ${drawn} photos`, count, await measureRun(args));
    report("the same again", count, await measureRun(args));
  };
  await run(0, newPhotos, newPhotos * 2);
  await run(newPhotos, many, 40);
  await worker.stop();
}

/** Runs the command by itself, on Linux; it tells its own peak, for what getrusage tells is its parent's, too. */
function measureRun(args: string[]): Promise<Measured> {
  const begun = performance.now();
  const probe = `import { readFileSync } from "node:fs"; process.on("exit", () =>
    console.error("peak", /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]))`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(probe)}`, "import/run.ts"];
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, ...args], { maxBuffer: 1e9 }, (error, stdout, stderr) => {
      const seconds = (performance.now() - begun) / 1000;
      const kilobytes = Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN);
      const code = typeof error?.code === "number" ? error.code : 0;
      if (code === 2) console.error(stdout);
      resolve({ seconds, megabytes: kilobytes / 1024, end: code });
    });
  });
}

function report(name: string, files: number, { seconds, megabytes, end }: Measured): void {
  const rate = (files / seconds).toFixed(1);
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${rate} files/s, at most ${megabytes.toFixed(0)} MB, exit ${end}`,
  );
}
