import { rm } from "node:fs/promises";
import { openBenchSite } from "./bench-site.ts";
import { printChecks } from "./checks.ts";
import { growTo } from "./seed-store.ts";
import { printReading } from "./reading.ts";
import { printSizes } from "./sizes.ts";
import { printSpeed } from "./speed.ts";
import { printStartTime } from "./start-time.ts";
import { keepYardsticks } from "./pages.ts";

const { state, server } = await openBenchSite();
try {
  await growTo(server.database, 1000);
  await keepYardsticks(server);
  await printSizes(server);
  await printSpeed(server);
  await printReading(server, [1000, 20_000]);
  await server.stop();
  await printChecks();
  await printStartTime(state);
} finally {
  await server.stop();
  await rm(state.path, { recursive: true });
}
