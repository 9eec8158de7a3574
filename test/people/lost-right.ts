import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect } from "vitest";
import worker from "../../src/worker.ts";
import { holdDatabase } from "../support/held-database.ts";
import { origin } from "../support/newsroom.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";

/** A request, a change that ends its right, and the data that the request would change, as text. */
export type Case = {
  request: Request;
  change: () => Promise<unknown>;
  effect: () => Promise<string>;
};

/**
 * Runs an act once for each of its calls to the database, and takes the right away just before that call. What the act had
 * not changed by then, it must not change afterwards. Each run is made anew by `make`.
 */
export async function takeRightAwayAtEachCall(make: () => Promise<Case>): Promise<void> {
  const untouched = await make();
  const before = await untouched.effect();
  await run(untouched, Number.POSITIVE_INFINITY, async () => undefined);
  expect(await untouched.effect(), "the act alone has its effect").not.toBe(before);
  let call = 0;
  while (await isHarmless(await make(), ++call)) continue;
  expect(call, "the act was held").toBeGreaterThan(2);
}

/** Ends the right before this call. False when the act has fewer calls. */
async function isHarmless({ request, change, effect }: Case, call: number): Promise<boolean> {
  let atChange = "";
  const reached = await run({ request }, call, async () => {
    await change();
    atChange = await effect();
  });
  expect(reached ? await effect() : "", `after the change before call ${call}`).toBe(atChange);
  return reached;
}

async function run(
  { request }: Pick<Case, "request">,
  call: number,
  change: () => Promise<void>,
): Promise<boolean> {
  const { database, hold } = holdDatabase(call, change);
  const context = createExecutionContext();
  const answer = await worker.fetch(
    request as Request<unknown, IncomingRequestCfProperties>,
    { ...env, DB: database },
    context,
  );
  await answer.arrayBuffer();
  // An act notifies people after its response.
  await waitOnExecutionContext(context);
  expect(answer.status).toBeLessThan(500);
  return hold.reached;
}

/** Headers of a request from an address that no other request has, so that no limit on sign-ins stops the test. */
export function addNewAddress(): Record<string, string> {
  return { ...sameOrigin, "cf-connecting-ip": crypto.randomUUID() };
}

export function makePost(path: string, fields: Record<string, string>, cookie = ""): Request {
  return new Request(origin + path, {
    ...form(fields),
    headers: { ...addNewAddress(), cookie },
    redirect: "manual",
  });
}

export function runSql(sql: string, ...values: (string | number)[]): Promise<unknown> {
  return env.DB.prepare(sql)
    .bind(...values)
    .run();
}

export async function read(sql: string, ...values: (string | number)[]): Promise<string> {
  const { results } = await env.DB.prepare(sql)
    .bind(...values)
    .all();
  return JSON.stringify(results);
}

/** A change by which an admin disables the account. */
export const disable = (id: string) => async () =>
  (await hireInBrowser("admin")).post(`/toa-soan/quan-tri/nguoi/${id}/khoa`);
