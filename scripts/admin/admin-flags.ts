import { parseArgs } from "node:util";
import * as v from "valibot";
import { PersonName, usernamePattern } from "../../src/people/roster.ts";
import { makeAdminWords } from "../../src/vietnamese/words/make-admin.ts";
import { StartFailure } from "../start/start-failure.ts";

export type AdminFlags = {
  username: string;
  name: string;
  state: string;
  port: number;
  remote: boolean;
  config: string;
  again: boolean;
};

/** Reads the flags of `npm run admin`. Returns null when its usage should be printed. Throws StartFailure for wrong flags. */
export function readAdminFlags(args: string[]): AdminFlags | null {
  const values = parse(args);
  if (values.help || args.length === 0) return null;
  const { username = "", state, remote, config, again } = values;
  const name = (values.name ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  const port = Number(values.port);
  if (!usernamePattern.test(username)) throw new StartFailure(makeAdminWords.badUsername(username));
  if (!v.is(PersonName, name)) throw new StartFailure(makeAdminWords.badName);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFailure(makeAdminWords.wrongFlags);
  }
  return { username, name, state, port, remote, config, again };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        username: { type: "string" },
        name: { type: "string" },
        state: { type: "string", default: ".wrangler/state" },
        port: { type: "string", default: "8787" },
        remote: { type: "boolean", default: false },
        config: { type: "string", default: "wrangler.toml" },
        again: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch {
    throw new StartFailure(makeAdminWords.wrongFlags);
  }
}
