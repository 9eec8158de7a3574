import {
  applyD1Migrations,
  createExecutionContext,
  listDurableObjectIds,
  reset,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, vi } from "vitest";
import { forgetSettings } from "../../src/context.ts";
import { provideStandIn, purgeTags } from "../../src/edge-cache/edge-cache.ts";
import { everything } from "../../src/edge-cache/tags.ts";
import { forgetHour } from "../../src/reading-limit.ts";
import { finishBackgroundWork } from "./background-work.ts";

/*
 * Runs before each test file of the Worker project. Starting a runtime takes longer than most files run, so one runtime runs
 * many files, one after another. The modules stay loaded, because code that is loaded anew is slow until the runtime has
 * optimised it. Each file finds empty stores and nothing of the files before in the Worker's memory.
 */

/** Types of bindings that keep nothing, those of the plugin included. */
const storeless = new Set([
  "Object",
  "String",
  "Array",
  "Fetcher",
  "ImagesBindingImpl",
  "UnsafeEval",
  "ColoLocalActorNamespace",
]);

await emptyStores();
await emptyMemory();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

// Work that a request left for after its response must not reach the stores of the next file.
afterAll(async () => {
  vi.useRealTimers();
  await finishBackgroundWork();
});

/** Deletes everything in the database, the bucket and the rate limits. Throws if something is left. */
async function emptyStores(): Promise<void> {
  await Promise.all(Object.values(env).map(readStore));
  await reset();
  const tables = await env.DB.prepare("SELECT name FROM sqlite_master").all();
  const photos = await env.PHOTOS.list({ limit: 1 });
  if (tables.results.length > 0 || photos.objects.length > 0) {
    throw new Error("The stores still hold what an earlier test file wrote.");
  }
}

/** Forgets the settings, the rows read and the pages that the Worker keeps in memory. Its modules keep nothing else that depends on the stores. */
async function emptyMemory(): Promise<void> {
  forgetSettings();
  forgetHour();
  const context = createExecutionContext();
  provideStandIn(context, env);
  await purgeTags(context, [everything]);
}

/** Makes the runtime load a store: it unloads one after 10 s without a request, and `reset` misses unloaded ones. */
async function readStore(binding: unknown): Promise<void> {
  const type = Object(binding).constructor.name;
  if (type === "D1Database") await (binding as D1Database).prepare("SELECT 1").run();
  else if (type === "R2Bucket") await (binding as R2Bucket).list({ limit: 1 });
  else if (type === "Ratelimit") await (binding as RateLimit).limit({ key: "test" });
  else if (type === "DurableObjectNamespace") await loadObjects(binding as DurableObjectNamespace);
  else if (!storeless.has(type)) throw new Error(`Say how to empty a ${type}.`);
}

async function loadObjects(binding: DurableObjectNamespace): Promise<void> {
  for (const id of await listDurableObjectIds(binding)) {
    await runInDurableObject(binding.get(id), () => null);
  }
}
