import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import worker from "../../src/worker.ts";
import { article, submitArticle, publish } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, hire, json, origin } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

/** The database, which loses the answers of its next `losses` transactions after the commit. */
function databaseThatLoses(losses: number): D1Database {
  let left = losses;
  return new Proxy(env.DB, {
    get(db, name) {
      if (name !== "batch") {
        const member: unknown = Reflect.get(db, name);
        return typeof member === "function" ? member.bind(db) : member;
      }
      return async (statements: D1PreparedStatement[]) => {
        const results = await db.batch(statements);
        if (left-- > 0) throw new Error("D1_ERROR: Network connection lost.");
        return results;
      };
    },
  });
}

/** Sends a request through a Worker whose database loses the answer of its next transaction. */
async function sendAndLose(by: Colleague, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${by.token}`);
  const request = new Request<unknown, IncomingRequestCfProperties>(origin + path, {
    method: init.method ?? "GET",
    headers,
    body: init.body ?? null,
  });
  return worker.fetch(request, { ...env, DB: databaseThatLoses(1) }, createExecutionContext());
}

async function readEvents(id: string): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT type FROM events WHERE article_id = ?1 ORDER BY number`,
  )
    .bind(id)
    .all<{ type: string }>();
  return results.map(({ type }) => type);
}

describe("a commit that succeeds although its answer is lost", () => {
  test("POST /api/articles answers 201 and makes one article", async () => {
    const sent = json("POST", article("Bài mất câu trả lời"));
    const answer = await sendAndLose(reporter, "/api/articles?submit=true", sent);
    expect(answer.status).toBe(201);
    const { id } = await answer.json<ArticleStatus>();
    expect(await readEvents(id)).toEqual(["created", "submitted"]);
  });

  test("PUT /api/articles/:id answers 200 and saves one version", async () => {
    const { id, version } = await submitArticle(reporter, article("Bài sửa mất câu trả lời"));
    const init = json("PUT", article("Bài sửa mất câu trả lời", { lede: "Sapo mới." }));
    const headers = { ...init.headers, "if-match": `"${version}"` };
    const answer = await sendAndLose(reporter, `/api/articles/${id}`, { ...init, headers });
    expect(answer.status).toBe(200);
    expect(await readEvents(id)).toEqual(["created", "submitted", "saved"]);
  });

  test("PUT …/publication answers 200 and publishes once", async () => {
    const { id } = await submitArticle(reporter, article("Bài đăng mất câu trả lời"));
    const answer = await sendAndLose(editor, `/api/articles/${id}/publication`, json("PUT", {}));
    expect(answer.status).toBe(200);
    expect(await readEvents(id)).toEqual(["created", "submitted", "published"]);
  });

  test("DELETE …/publication answers 200 and withdraws once", async () => {
    const { id } = await publish(reporter, editor, article("Bài gỡ mất câu trả lời"));
    const init = json("DELETE", { reason: "Sai." });
    const answer = await sendAndLose(editor, `/api/articles/${id}/publication`, init);
    expect(answer.status).toBe(200);
    expect(await readEvents(id)).toEqual(["created", "submitted", "published", "withdrawn"]);
  });
});
