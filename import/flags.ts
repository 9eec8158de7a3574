import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { importWords } from "../src/vietnamese/words/import.ts";
import { StartFailure } from "../scripts/start/start-failure.ts";

const text = { type: "string" } as const;
const yes = { type: "boolean" } as const;

const options = {
  site: text,
  "reporter-token": text,
  "editor-token": text,
  section: text,
  "section-map": text,
  "byline-unit": text,
  "old-url-map": text,
  facts: text,
  legacy: text,
  charset: text,
  "date-order": text,
  "stand-in-alt": yes,
  concurrency: text,
  "dry-run": yes,
  report: text,
  state: text,
  help: yes,
};

/** What `npm run import` was asked for; null is what was left out. */
export type ImportFlags = {
  input: string;
  site: string;
  reporterToken: string | null;
  editorToken: string | null;
  section: string | null;
  sectionMap: string | null;
  bylineUnit: string | null;
  oldUrlMap: string | null;
  facts: string | null;
  legacy: "tcvn3" | "vni" | null;
  charset: string | null;
  dateOrder: "dmy" | "mdy" | null;
  standInAlt: boolean;
  concurrency: number;
  dryRun: boolean;
  report: string | null;
  state: string | null;
};

/** Reads the flags; tokens may stand in the environment. Null for --help. StartFailure names the flag that is wrong. */
export function readImportFlags(
  args: string[],
  environment: Record<string, string | undefined>,
): ImportFlags | null {
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  for (const token of tokens)
    if (token.kind === "option") checkFlag(token.name, token.rawName, token.value);
  if (values.help === true) return null;
  const readFlag = (name: keyof typeof options): string | null => {
    const value = values[name];
    return typeof value === "string" ? value : null;
  };
  const [input, ...others] = positionals;
  if (input === undefined || others.length > 0) throw new StartFailure(importWords.oneInput);
  return {
    input: resolve(input),
    site: readSite(readFlag("site") ?? "http://localhost:8787"),
    reporterToken: readFlag("reporter-token") ?? environment["BAN_TIN_REPORTER_TOKEN"] ?? null,
    editorToken: readFlag("editor-token") ?? environment["BAN_TIN_EDITOR_TOKEN"] ?? null,
    section: readFlag("section"),
    sectionMap: readFlag("section-map"),
    bylineUnit: readFlag("byline-unit"),
    oldUrlMap: readFlag("old-url-map"),
    facts: readFlag("facts"),
    legacy: readChoice("legacy", readFlag("legacy"), ["tcvn3", "vni"] as const),
    charset: readCharset(readFlag("charset")),
    dateOrder: readChoice("date-order", readFlag("date-order"), ["dmy", "mdy"] as const),
    standInAlt: values["stand-in-alt"] === true,
    concurrency: readConcurrency(readFlag("concurrency") ?? "2"),
    dryRun: values["dry-run"] === true,
    report: readFlag("report"),
    state: readFlag("state"),
  };
}

function checkFlag(name: string, rawName: string, value: string | undefined): void {
  const option = Object.entries(options).find(([known]) => known === name)?.[1];
  if (option === undefined) throw new StartFailure(importWords.unknownFlag(rawName));
  if (option.type === "string" && !value)
    throw new StartFailure(importWords.flagNeedsValue(rawName));
}

function readChoice<Value extends string>(
  flag: string,
  given: string | null,
  allowed: readonly Value[],
): Value | null {
  if (given === null) return null;
  const value = allowed.find((one) => one === given);
  if (value !== undefined) return value;
  throw new StartFailure(importWords.wrongValue(`--${flag}`, given, allowed.join(", ")));
}

function readSite(given: string): string {
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) return new URL(given).origin;
  throw new StartFailure(importWords.wrongValue("--site", given, "http://… , https://…"));
}

function readCharset(given: string | null): string | null {
  if (given === null) return null;
  try {
    return new TextDecoder(given).encoding;
  } catch {
    throw new StartFailure(importWords.wrongValue("--charset", given, "utf-8, windows-1258, …"));
  }
}

function readConcurrency(given: string): number {
  const value = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (value >= 1 && value <= 16) return value;
  throw new StartFailure(importWords.wrongValue("--concurrency", given, "1–16"));
}
