import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approve, article, submitArticle, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { problemIn, stored } from "./refusal.ts";

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
  ["submitted", submitted, ["submitted", "submitted", "returned", "published", "scheduled", 409]],
  ["returned", returned, ["returned", "submitted", 409, 409, 409, 409]],
  ["scheduled", scheduled, ["scheduled", 409, "returned", "published", "scheduled", "submitted"]],
  ["published", published, ["published", 409, 409, "published", 409, "withdrawn"]],
  ["withdrawn", withdrawn, ["withdrawn", "submitted", 409, "published", "scheduled", "withdrawn"]],
  [
    "withdrawn, scheduled again",
    async () => through(schedule, await withdrawn()),
    ["scheduled", 409, "returned", "published", "scheduled", "withdrawn"],
  ],
  [
    "published, with a newer version saved",
    async () => through(save, await published()),
    ["published", "submitted", 409, 409, 409, "withdrawn"],
  ],
  [
    "published, with a newer version submitted",
    submittedAgain,
    ["submitted", "submitted", "returned", "published", "scheduled", "withdrawn"],
  ],
  [
    "published, with a newer version returned",
    async () => through(giveBack, await submittedAgain()),
    ["returned", "submitted", 409, 409, 409, "withdrawn"],
  ],
  [
    "published, with a newer version scheduled",
    async () => through(schedule, await submittedAgain()),
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
      const [before, rows] = [await seen(id), await stored()];
      const answer = await act(id, before.version);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ status: result });
      expect((await seen(id)).status).toBe(result);
      const added = ((await stored())["events"] ?? 0) - (rows["events"] ?? 0);
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
      const [before, rows] = [await seen(id), await stored()];
      const answer = await act(id, before.version);
      expect(answer.status).toBe(409);
      await problemIn(answer);
      expect(await seen(id)).toEqual(before);
      expect(await stored()).toEqual(rows);
    },
  );

  test("of a public article change its public page only by publishing and withdrawing", async () => {
    const { id, slug } = await approve(editor, (await submitted()).id);
    const page = async () => (await send(`/bai-viet/${slug}`)).text();
    const before = await page();
    for (const act of [save, submit, giveBack, submit, schedule, giveBack, save, submit]) {
      expect((await act(id, (await seen(id)).version)).status, act.name).toBe(200);
      expect(await page(), act.name).toBe(before);
    }
    await publish(id);
    expect(await page()).toContain("Sapo đã sửa.");
  });

  test("keep the reason of a return or a withdrawal in the history", async () => {
    const { id } = await returned();
    await submit(id);
    await publish(id);
    await withdraw(id);
    expect(await eventsOf(id)).toEqual([
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

async function submitted(): Promise<Id> {
  return submitArticle(reporter, text);
}

async function returned(): Promise<Id> {
  return through(giveBack, await submitted());
}

async function scheduled(): Promise<Id> {
  return through(schedule, await submitted());
}

async function published(): Promise<Id> {
  return approve(editor, (await submitted()).id);
}

async function withdrawn(): Promise<Id> {
  return through(withdraw, await published());
}

async function submittedAgain(): Promise<Id> {
  const { id } = await published();
  return revise(reporter, { id, version: 1 }, edited);
}

async function through(
  act: (id: string, version: number) => Promise<Response>,
  { id }: Id,
): Promise<Id> {
  const answer = await act(id, 1);
  if (answer.status !== 200) throw new Error(`${act.name} answered ${answer.status}`);
  return { id };
}

async function seen(id: string): Promise<Seen> {
  return (await editor.send(`/api/articles/${id}`)).json();
}

async function eventsOf(id: string): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    `SELECT number, type, version, actor_id, reason FROM events WHERE article_id = ?1 ORDER BY number`,
  )
    .bind(id)
    .all();
  return results;
}
