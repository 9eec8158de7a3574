import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { articleFormPath, newsroomArticlePath } from "../src/addresses/newsroom.ts";
import { requestWords } from "../src/vietnamese/words/request.ts";
import worker from "../src/worker.ts";
import { formIn, multipart } from "./newsroom/article-form.ts";
import { fixture } from "./photo/fixture.ts";
import { article, submitArticle } from "./support/articles.ts";
import { addSections, hire, origin } from "./support/newsroom.ts";
import { fillCache, isCached } from "./support/pages.ts";
import { hireInBrowser, sameOrigin } from "./support/staff.ts";
import type { Staff } from "./support/staff.ts";

/** The Worker of a deployment whose Durable Objects for large requests cannot be reached. */
const withoutObjects = { ...env, LARGE_REQUESTS: undefined } as unknown as Env;

let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  editor = await hireInBrowser("editor");
});

/** Sends a body with its length, as browsers do. */
async function send(
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
  bindings: Env = env,
): Promise<Response> {
  const whole = new Request(origin + path, { method: "POST", body, headers });
  const bytes = await whole.arrayBuffer();
  const request = new Request<unknown, IncomingRequestCfProperties>(whole.url, {
    method: "POST",
    headers: [...whole.headers, ["content-length", String(bytes.byteLength)]],
    body: bytes,
    redirect: "manual",
  });
  return worker.fetch(request, bindings, createExecutionContext());
}

/** A photo with so many bytes behind its end. */
function photo(more: number): Blob {
  return new Blob([fixture("orientation-1.jpg"), new Uint8Array(more)]);
}

function by({ token }: { token: string }) {
  return { authorization: `Bearer ${token}`, "content-type": "image/jpeg" };
}

describe("a request with more than 256 KB", () => {
  test("POST /api/photos stores the photo as it does with a small one", async () => {
    const sender = await hire("reporter");
    const answer = await send("/api/photos", photo(300_000), by(sender));
    expect(answer.status).toBe(201);
    const { id } = await answer.json<{ id: string }>();
    expect((await sender.send(`/api/photos/${id}`)).status).toBe(200);
  });

  test("that publishes is answered after the purge", async () => {
    const { id } = await submitArticle(await hire("reporter"), article("Bài có ảnh lớn"));
    const { action, fields } = await formIn(await editor.open(articleFormPath(id)));
    await fillCache(["/luu-tru"]);
    const form = multipart({ ...fields, act: "approve" });
    form.append("padding", "x".repeat(300_000));
    const answer = await send(action, form, { ...sameOrigin, cookie: editor.cookie });
    expect(answer.headers.get("location")).toBe(newsroomArticlePath(id));
    expect(await isCached("/luu-tru")).toBe(false);
  });

  test("POST /healthz/anh is tried where uploads are", async () => {
    const admin = await hire("admin");
    expect((await send("/healthz/anh", photo(300_000), by(admin))).status).toBe(200);
    const answer = await send("/healthz/anh", photo(300_000), by(admin), withoutObjects);
    expect(answer.status).toBe(503);
  });

  test("is answered 503 while no object can be reached; a small one is not affected", async () => {
    const sender = await hire("reporter");
    const large = await send("/api/photos", photo(300_000), by(sender), withoutObjects);
    expect(large.status).toBe(503);
    expect(await large.json()).toMatchObject({ detail: requestWords.busy });
    expect((await send("/api/photos", photo(3), by(sender), withoutObjects)).status).toBe(201);
  });

  test("without a session is refused, as a small one is", async () => {
    const answer = await send("/toa-soan/anh", photo(300_000), sameOrigin);
    expect(answer.status).toBe(401);
  });
});
