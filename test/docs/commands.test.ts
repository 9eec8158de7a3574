import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { exampleSettings } from "../../scripts/deploy/deploy-settings.ts";
import { readFlags } from "../../scripts/start/start-flags.ts";

const guides = globSync("{*.md,docs/**/*.md}").filter((file) => file !== "CHANGELOG.md");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};
const code = globSync("{scripts,bench,import}/**/*.ts")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** The commands of npm that a text names, with their flags. docs/self-hosting/ban-tin runs them on a server. */
function findCommands(text: string): { name: string; flags: string[] }[] {
  const plain = text.replace(/^( *(?:\w+=\S+ )?)ban-tin ([a-z]+) /gm, "$1npm run $2 -- ");
  return [...plain.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)(?: -- ([^`\n]*))?/g)].flatMap(
    ([command, name = "", rest = ""]) =>
      command.startsWith("npm run") || name === "start"
        ? [{ name, flags: rest.match(/(?<=--)[a-z][a-z-]*/g) ?? [] }]
        : [],
  );
}

test("every npm command of a document exists, with its flags", () => {
  const faults = guides.flatMap((file) =>
    findCommands(readFileSync(file, "utf8")).flatMap(({ name, flags }) => [
      ...(scripts[name] === undefined ? [`${file}: npm run ${name}`] : []),
      ...flags
        .filter((flag) => !new RegExp(`["'\\s-]${flag}["':\\s]`).test(code))
        .map((flag) => `${file}: npm run ${name} -- --${flag}`),
    ]),
  );
  expect(faults).toEqual([]);
  expect(findCommands(readFileSync("docs/van-hanh.md", "utf8")).length).toBeGreaterThan(15);
});

test("every link of a document leads to a file", () => {
  const missing = guides.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\]\(([\w./-]+\/[\w.-]+|[\w-]+\.\w+)[)#]/g)]
      .filter(([, target = ""]) => !existsSync(join(dirname(file), target)))
      .map(([, target]) => `${file}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test("the systemd unit starts what npm start runs, where the Caddyfile looks for it", () => {
  const unit = readFileSync("docs/self-hosting/ban-tin.service", "utf8");
  const lines = unit.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  for (const line of lines) expect(line).toMatch(/^(?:\[(?:Unit|Service|Install)\]|[A-Z]\w+=.*)$/);
  const [node = "", script = "", ...flags] = /^ExecStart=(.*)$/m.exec(unit)?.[1]?.split(" ") ?? [];
  expect(node).toBe("/opt/ban-tin/node_modules/.bin/node");
  expect(scripts["start"]).toBe(`node ${script}`);
  const { port, ...read } = readFlags(flags);
  expect(read).toMatchObject({ production: true, behindProxy: true, host: "127.0.0.1" });
  expect(readFileSync("docs/self-hosting/Caddyfile", "utf8")).toContain(
    `reverse_proxy 127.0.0.1:${port}`,
  );
});

test("env.example names each setting and secret that a site must have", () => {
  const named = readFileSync("docs/self-hosting/env.example", "utf8").match(/^[A-Z_]+(?==)/gm);
  const own = Object.keys(exampleSettings);
  expect(named).toEqual(
    expect.arrayContaining([...own, "BASE_URL", "SITE_NAME", "TOKEN_KEY", "PUSH_KEY"]),
  );
});
