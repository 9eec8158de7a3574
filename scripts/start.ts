import { makeAdminWords } from "../src/vietnamese/words/make-admin.ts";
import { startWords } from "../src/vietnamese/words/start.ts";
import { hasNoUsers } from "./admin/admin-store.ts";
import { endWithNpm } from "./start/end-with-npm.ts";
import { runEveryMinute } from "./start/every-minute.ts";
import { openSite, report } from "./start/open-site.ts";
import { explainStartFailure } from "./start/start-failure.ts";
import { readFlags } from "./start/start-flags.ts";

await explainStartFailure(async () => {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return console.log(startWords.usage);
  endWithNpm();
  const { address, worker } = await openSite(flags);
  runEveryMinute(
    () => worker.fireCron("* * * * *"),
    worker.stopping,
    (text) => report(flags, text),
  );
  if (await hasNoUsers(worker.database)) report(flags, makeAdminWords.firstAdmin(flags));
  report(flags, startWords.ready(address));
});
