import { beforeAll, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import { problemIn } from "./refusal.ts";

let id: string;
let slug: string;

beforeAll(async () => {
  await addSections("tin-tuc");
  const [reporter, editor] = [await hire("reporter"), await hire("editor")];
  ({ id, slug } = await publish(reporter, editor, article("Bài của các phương thức")));
});

describe("a method that an API URL does not have", () => {
  test.each([
    ["/api/photos", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"], "POST"],
    ["/api/articles", ["PUT", "PATCH", "DELETE", "OPTIONS"], "HEAD, GET, POST"],
    ["/api/articles/:id", ["POST", "PATCH", "DELETE"], "HEAD, GET, PUT"],
    ["/api/articles/:id/submission", ["GET", "POST", "PATCH"], "PUT, DELETE"],
    ["/api/articles/:id/publication", ["GET", "POST", "PATCH"], "PUT, DELETE"],
    ["/api/articles/:id/versions", ["POST", "PUT", "DELETE"], "HEAD, GET"],
    ["/api/articles/:id/versions/1", ["PUT", "DELETE"], "HEAD, GET"],
    ["/api/changes", ["POST", "DELETE"], "HEAD, GET"],
    ["/api/openapi.json", ["POST"], "HEAD, GET"],
  ])("%s: 405 to %s, and Allow: %s", async (path, methods, allowed) => {
    for (const method of methods) {
      const answer = await send(path.replace(":id", id), { method });
      expect(answer.status, method).toBe(405);
      expect(answer.headers.get("allow"), method).toBe(allowed);
      const text = await answer.text();
      expect(method === "HEAD" ? text : "", "HEAD has no body").toBe("");
    }
  });

  test("is refused with a problem that names the allowed methods", async () => {
    const answer = await send("/api/changes", { method: "DELETE" });
    expect((await problemIn(answer)).detail).toContain("HEAD, GET");
  });

  test("404 at an unknown URL", async () => {
    for (const method of ["GET", "POST", "DELETE"]) {
      expect((await send("/api/nowhere", { method })).status).toBe(404);
    }
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s to an unknown page: 404", async (method) => {
    const answer = await send(`/bai-viet/${slug}`, { method });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cf-cache-status")).toBe("BYPASS");
    expect((await send(`/bai-viet/${slug}`)).status).toBe(200);
  });
});

describe("HEAD", () => {
  test.each(["/", "/bai-viet/:slug", "/feed.json", "/chuyen-muc/tin-tuc", "/api/articles/:id"])(
    "%s has the headers of GET and no body",
    async (path) => {
      const address = path.replace(":id", id).replace(":slug", slug);
      const get = await send(address);
      const head = await send(address, { method: "HEAD" });
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe("");
      const ownOfEach = ["cf-cache-status", "content-length", "server-timing"];
      const kept = (headers: Headers) => [...headers].filter(([name]) => !ownOfEach.includes(name));
      expect(kept(head.headers)).toEqual(kept(get.headers));
    },
  );

  test("of an unknown URL has no body", async () => {
    const head = await send("/bai-viet/khong-co", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([404, ""]);
  });

  test("fills the cache as GET does", async () => {
    const path = `/bai-viet/${slug}/ban-in`;
    expect((await send(path, { method: "HEAD" })).headers.get("cf-cache-status")).toBe("MISS");
    const get = await send(path);
    expect(get.headers.get("cf-cache-status")).toBe("HIT");
    expect(await get.text()).toContain("Bài của các phương thức");
  });
});
