import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeAdminWords } from "../../src/vietnamese/words/make-admin.ts";
import { takeFirstLine, StartFailure } from "../start/start-failure.ts";
import { writeLiteral } from "../start/sql-literal.ts";
import { readWorkerConfig } from "../start/worker-config.ts";
import { captureWrangler } from "../start/wrangler.ts";
import type { AdminFlags } from "./admin-flags.ts";
import type { AdminDatabase, Statement } from "./admin-store.ts";

/** Opens the database on Cloudflare with wrangler, which runs a file of SQL as one transaction. */
export async function openRemoteDatabase({ config: file }: AdminFlags): Promise<AdminDatabase> {
  const { vars } = await readWorkerConfig(file);
  return {
    baseUrl: vars["BASE_URL"] ?? "",
    ask: async <Row>(question: Statement) => {
      const answer = execute(file, ["--command", inlineValues(question)]);
      const [{ results: [row] = [] } = {}] = JSON.parse(answer) as { results?: Row[] }[];
      if (row === undefined)
        throw new StartFailure(makeAdminWords.cannotAsk(takeFirstLine(answer)));
      return row;
    },
    write: async (statements) => {
      const folder = await mkdtemp(join(tmpdir(), "ban-tin-admin-"));
      try {
        const script = join(folder, "admin.sql");
        await writeFile(script, statements.map((one) => `${inlineValues(one)};\n`).join(""));
        execute(file, ["--yes", "--file", script]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    close: async () => undefined,
  };
}

function execute(config: string, what: string[]): string {
  const command = ["d1", "execute", "DB", "--remote", "--json", "--config", config, ...what];
  const { status, answer, complaint } = captureWrangler(command);
  if (status === 0) return answer;
  // Before its error, wrangler prints what it was doing.
  const cause = /(?:ERROR\W+|Error: )(.+)/.exec(complaint)?.[1] ?? takeFirstLine(complaint);
  throw new StartFailure(makeAdminWords.cannotAsk(cause));
}

/** Writes the values into a statement, because `wrangler d1 execute` takes no parameters. */
export function inlineValues({ sql, values }: Statement): string {
  return sql.replace(/\?(\d+)/g, (_, number: string) =>
    writeLiteral(values[Number(number) - 1] ?? null),
  );
}
