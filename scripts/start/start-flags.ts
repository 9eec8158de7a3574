import { parseArgs } from "node:util";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { StartFailure } from "./start-failure.ts";

export type StartFlags = {
  port: number;
  state: string;
  demo: boolean;
  help: boolean;
  /** Runs a public site: requires secrets and real settings, and logs lines of JSON. */
  production?: boolean;
  /** Believes the client address that a proxy in front writes last into X-Forwarded-For. */
  behindProxy?: boolean;
  /** The address to listen on, this machine's own if it is absent. */
  host?: string;
};

const options = {
  port: { type: "string" },
  state: { type: "string" },
  host: { type: "string" },
  "no-demo": { type: "boolean" },
  production: { type: "boolean" },
  "behind-proxy": { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Reads the flags of `npm start`. Throws StartFailure that names the wrong one. */
export function readFlags(args: string[]): StartFlags {
  // Not strict: Node's own refusals are English, so the tokens are checked here.
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") throw new StartFailure(startWords.unknownFlag(token.value));
    checkOption(token.name, token.rawName, token.value);
  }
  return {
    port: readPort(String(values.port ?? "8787")),
    state: String(values.state ?? ".wrangler/state"),
    demo: values["no-demo"] !== true && values.production !== true,
    help: values.help === true,
    production: values.production === true,
    behindProxy: values["behind-proxy"] === true,
    host: String(values.host ?? "127.0.0.1"),
  };
}

function checkOption(name: string, rawName: string, value: string | undefined): void {
  if (!(name in options)) throw new StartFailure(startWords.unknownFlag(rawName));
  const takesValue = ["port", "state", "host"].includes(name);
  if (takesValue && !value) throw new StartFailure(startWords.flagNeedsValue(rawName));
  if (!takesValue && value !== undefined) {
    throw new StartFailure(startWords.flagTakesNoValue(rawName));
  }
}

function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw new StartFailure(startWords.badPort(value));
  return port;
}
