import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tryToStorePages } from "../../src/publishing/stored-pages.ts";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { ask, withDatabase } from "./behind-the-cache.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  // As on every site, the pages are stored before somebody reads them.
  await tryToStorePages(env.DB);
});

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
});

/** Starts to render a page: it has read the database, and goes on only when it is let. */
async function startRendering(path: string): Promise<{ finish: () => Promise<string> }> {
  const hasRead = Promise.withResolvers<void>();
  const mayGoOn = Promise.withResolvers<void>();
  const paused = async <T>(reading: Promise<T>): Promise<T> => {
    const result = await reading;
    hasRead.resolve();
    await mayGoOn.promise;
    return result;
  };
  const bindings = withDatabase(makePause(paused));
  const answer = ask(path, { bindings });
  await hasRead.promise;
  return {
    finish: async () => {
      mayGoOn.resolve();
      return (await answer).text();
    },
  };
}

/** A statement whose results come when `paused` lets them. */
function makePause(paused: <T>(reading: Promise<T>) => Promise<T>) {
  return function pause(statement: D1PreparedStatement): D1PreparedStatement {
    return new Proxy(statement, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => pause(target.bind(...values));
        if (name === "first") return () => paused(target.first());
        if (name === "all") return () => paused(target.all());
        const member: unknown = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
  };
}

const lists = [
  "/",
  "/chuyen-muc/tin-tuc",
  "/feed.json",
  "/rss.xml",
  "/atom.xml",
  "/sitemap-news.xml",
];

describe("a page whose rendering a publication overtakes", () => {
  test.each(lists)("%s is not kept as it was", async (path) => {
    const title = `Bài xen vào ${path}`;
    const { id } = await submitArticle(reporter, article(title));
    const { finish } = await startRendering(path);
    await approve(editor, id);
    expect(await finish(), "who asked before the publication may get what was then").not.toContain(
      title,
    );
    const next = await send(path);
    expect(await next.text()).toContain(title);
    expect(next.headers.get("cf-cache-status")).toBe("MISS");
    expect((await send(path)).headers.get("cf-cache-status")).toBe("HIT");
  });

  test("is the article's own, edited meanwhile", async () => {
    const first = await publish(reporter, editor, article("Bài sửa giữa chừng"));
    const path = `/bai-viet/${first.slug}`;
    await revise(reporter, first, article("Bài sửa giữa chừng", { lede: "Sapo mới tinh." }));
    const { finish } = await startRendering(path);
    await approve(editor, first.id);
    expect(await finish()).not.toContain("Sapo mới tinh.");
    expect(await (await send(path)).text()).toContain("Sapo mới tinh.");
  });

  test("is the article's own, withdrawn meanwhile", async () => {
    const { id, slug } = await publish(reporter, editor, article("Bài gỡ giữa chừng"));
    const { finish } = await startRendering(`/bai-viet/${slug}`);
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${id}/publication`, reason);
    expect(await finish()).toContain("Bài gỡ giữa chừng");
    expect((await send(`/bai-viet/${slug}`)).status).toBe(410);
  });

  test("is its neighbour's, which links to it", async () => {
    const neighbour = await publish(reporter, editor, article("Bài bên cạnh"));
    const { id } = await publish(reporter, editor, article("Bài sẽ gỡ khỏi bên cạnh"));
    const path = `/bai-viet/${neighbour.slug}`;
    const { finish } = await startRendering(path);
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${id}/publication`, reason);
    expect(await finish()).toContain("Bài sẽ gỡ khỏi bên cạnh");
    expect(await (await send(path)).text()).not.toContain("Bài sẽ gỡ khỏi bên cạnh");
  });

  test("asked for through a dirty address, is not kept either", async () => {
    const { id } = await submitArticle(reporter, article("Bài xen vào địa chỉ bẩn"));
    const { finish } = await startRendering("/?fbclid=1");
    await approve(editor, id);
    expect(await finish()).not.toContain("Bài xen vào địa chỉ bẩn");
    expect(await (await send("/")).text()).toContain("Bài xen vào địa chỉ bẩn");
  });
});

describe("many readers and editors at once", () => {
  test("leave no page that shows what is over", async () => {
    const path = "/chuyen-muc/tin-tuc";
    for (let round = 0; round < 5; round++) {
      const { id } = await submitArticle(reporter, article(`Bài giữa đám đông ${round}`));
      const readers = Array.from({ length: 10 }, () => ask(path).then((answer) => answer.text()));
      await Promise.all([...readers, approve(editor, id)]);
      expect(await (await send(path)).text()).toContain(`Bài giữa đám đông ${round}`);
    }
  });
});
