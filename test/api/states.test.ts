import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approve, article, submitArticle, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { problemIn, countStored } from "./refusal.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
});

type Id = { id: string };
type Seen = { status: string; version: number; publishedVersion: number | null };

const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
const text = article("Bài đi qua các tình trạng");
const edited = article("Bài đi qua các tình trạng", { lede: "Sapo đã sửa." });

/** The acts on an article, in the order of the table's columns. */
const acts = [save, submit, giveBack, publish, schedule, withdraw];

/** The status of an article, and its status after each act; 409 if the act is refused and nothing changes. */
const table: [string, () => Promise<Id>, (string | 409)[]][] = [
  ["draft", draft, ["draft", "submitted", 409, 409, 409, 409]],
  [
    "submitted",
    makeSubmitted,
    ["submitted", "submitted", "returned", "published", "scheduled", 409],
  ],
  ["returned", makeReturned, ["returned", "submitted", 409, 409, 409, 409]],
  [
    "scheduled",
    makeScheduled,
    ["scheduled", 409, "returned", "published", "scheduled", "submitted"],
  ],
  ["published", makePublished, ["published", 409, 409, "published", 409, "withdrawn"]],
  [
    "withdrawn",
    makeWithdrawn,
    ["withdrawn", "submitted", 409, "published", "scheduled", "withdrawn"],
  ],
  [
    "withdrawn, scheduled again",
    async () => runAct(schedule, await makeWithdrawn()),
    ["scheduled", 409, "returned", "published", "scheduled", "withdrawn"],
  ],
  [
    "published, with a newer version saved",
    async () => runAct(save, await makePublished()),
    ["published", "submitted", 409, 409, 409, "withdrawn"],
  ],
  [
    "published, with a newer version submitted",
    submitAgain,
    ["submitted", "submitted", "returned", "published", "scheduled", "withdrawn"],
  ],
  [
    "published, with a newer version returned",
    async () => runAct(giveBack, await submitAgain()),
    ["returned", "submitted", 409, 409, 409, "withdrawn"],
  ],
  [
    "published, with a newer version scheduled",
    async () => runAct(schedule, await submitAgain()),
    ["scheduled", 409, "returned", "published", "scheduled", "withdrawn"],
  ],
];

const cells = table.flatMap(([name, make, results]) =>
  acts.map((act, n) => ({ name, make, act, result: results[n] ?? "" })),
);

describe("changes of status", () => {
  test.each(cells.filter(({ result }) => result !== 409))(
    "$name → $act.name: $result",
    async ({ make, act, result }) => {
      const { id } = await make();
      const [before, rows] = [await readSeen(id), await countStored()];
      const answer = await act(id, before.version);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ status: result });
      expect((await readSeen(id)).status).toBe(result);
      const added = ((await countStored())["events"] ?? 0) - (rows["events"] ?? 0);
      const again = result === before.status && act !== save;
      expect(added, "one event for what happened, none for what had happened before").toBe(
        again ? 0 : 1,
      );
    },
  );

  test.each(cells.filter(({ result }) => result === 409))(
    "$name → $act.name: refused, and nothing changes",
    async ({ make, act }) => {
      const { id } = await make();
      const [before, rows] = [await readSeen(id), await countStored()];
      const answer = await act(id, before.version);
      expect(answer.status).toBe(409);
      await problemIn(answer);
      expect(await readSeen(id)).toEqual(before);
      expect(await countStored()).toEqual(rows);
    },
  );

  test("of a public article change its public page only by publishing and withdrawing", async () => {
    const { id, slug } = await approve(editor, (await makeSubmitted()).id);
    const page = async () => (await send(`/bai-viet/${slug}`)).text();
    const before = await page();
    for (const act of [save, submit, giveBack, submit, schedule, giveBack, save, submit]) {
      expect((await act(id, (await readSeen(id)).version)).status, act.name).toBe(200);
      expect(await page(), act.name).toBe(before);
    }
    await publish(id);
    expect(await page()).toContain("Sapo đã sửa.");
  });

  test("keep the reason of a return or a withdrawal in the history", async () => {
    const { id } = await makeReturned();
    await submit(id);
    await publish(id);
    await withdraw(id);
    expect(await readEvents(id)).toEqual([
      { number: 1, type: "created", version: 1, actor_id: reporter.id, reason: null },
      { number: 2, type: "submitted", version: 1, actor_id: reporter.id, reason: null },
      { number: 3, type: "returned", version: 1, actor_id: editor.id, reason: "Cần xem lại" },
      { number: 4, type: "submitted", version: 1, actor_id: reporter.id, reason: null },
      { number: 5, type: "published", version: 1, actor_id: editor.id, reason: null },
      { number: 6, type: "withdrawn", version: 1, actor_id: editor.id, reason: "Cần xem lại" },
    ]);
  });
});

function save(id: string, version: number): Promise<Response> {
  return reporter.send(`/api/articles/${id}`, json("PUT", edited, { "if-match": `"${version}"` }));
}

function submit(id: string): Promise<Response> {
  return reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
}

function giveBack(id: string): Promise<Response> {
  return editor.send(`/api/articles/${id}/submission`, json("DELETE", { reason: "Cần xem lại" }));
}

function publish(id: string): Promise<Response> {
  return editor.send(`/api/articles/${id}/publication`, { method: "PUT" });
}

function schedule(id: string): Promise<Response> {
  return editor.send(`/api/articles/${id}/publication`, json("PUT", { at: tomorrow }));
}

function withdraw(id: string): Promise<Response> {
  return editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Cần xem lại" }));
}

async function draft(): Promise<Id> {
  return (await reporter.send("/api/articles", json("POST", text))).json();
}

async function makeSubmitted(): Promise<Id> {
  return submitArticle(reporter, text);
}

async function makeReturned(): Promise<Id> {
  return runAct(giveBack, await makeSubmitted());
}

async function makeScheduled(): Promise<Id> {
  return runAct(schedule, await makeSubmitted());
}

async function makePublished(): Promise<Id> {
  return approve(editor, (await makeSubmitted()).id);
}

async function makeWithdrawn(): Promise<Id> {
  return runAct(withdraw, await makePublished());
}

async function submitAgain(): Promise<Id> {
  const { id } = await makePublished();
  return revise(reporter, { id, version: 1 }, edited);
}

async function runAct(
  act: (id: string, version: number) => Promise<Response>,
  { id }: Id,
): Promise<Id> {
  const answer = await act(id, 1);
  if (answer.status !== 200) throw new Error(`${act.name} answered ${answer.status}`);
  return { id };
}

async function readSeen(id: string): Promise<Seen> {
  return (await editor.send(`/api/articles/${id}`)).json();
}

async function readEvents(id: string): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    `SELECT number, type, version, actor_id, reason FROM events WHERE article_id = ?1 ORDER BY number`,
  )
    .bind(id)
    .all();
  return results;
}
