import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { uploadPhoto } from "./users.ts";

const secret = "Chưa ai được biết";

let owner: Colleague;
let stranger: Colleague;
let editor: Colleague;
let photo: string;
/** Articles with secret words that no reader may see. */
let hidden: { id: string; slug: string }[];
/** A public article with a secret newer version. */
let edited: { id: string; slug: string };

beforeAll(async () => {
  await addSections("tin-tuc");
  [owner, stranger] = [await hire("reporter"), await hire("reporter")];
  editor = await hire("editor");
  photo = await uploadPhoto(owner);
  const text = article(secret, {
    body: `${secret}.\n\n![Ảnh mật](photo:${photo} "${secret}")`,
    leadPhoto: { photo, alt: "Ảnh mật", caption: secret },
    tags: [secret],
  });
  const draft = await (
    await owner.send("/api/articles", json("POST", text))
  ).json<{ id: string; slug: string }>();
  const submitted = await submitArticle(owner, text);
  const scheduled = await submitArticle(owner, text);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await editor.send(`/api/articles/${scheduled.id}/publication`, json("PUT", { at }));
  const returned = await submitArticle(owner, text);
  const reason = json("DELETE", { reason: secret });
  await editor.send(`/api/articles/${returned.id}/submission`, reason);
  hidden = [draft, submitted, scheduled, returned];
  edited = await publish(owner, editor, article("Bài công khai"));
  await revise(owner, { id: edited.id, version: 1 }, { ...text, title: "Bài công khai" });
});

/** Every GET route of the site, with parameters that would lead to a hidden article. */
function addresses(): string[] {
  const paths = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  return [...new Set(paths)].flatMap((path) =>
    [...hidden, edited].map(({ id, slug }) =>
      path
        .replace(":section", "tin-tuc")
        .replace(":photo", photo)
        .replace(":variant", "480.webp")
        .replace(":id", id)
        .replace(":n", "1")
        .replace(":year", "2026")
        .replace(":month", "11")
        .replace(/:[a-z]+(\{[^/]*\})?/, slug),
    ),
  );
}

describe("an article that is not published", () => {
  test("is at no URL for readers or another reporter", async () => {
    const asked = addresses();
    expect(asked.length).toBeGreaterThan(100);
    for (const sends of [send, stranger.send]) {
      for (const path of asked) {
        const text = new TextDecoder().decode(await (await sends(path)).arrayBuffer());
        expect(text.includes(secret) || text.includes(photo), path).toBe(false);
      }
    }
  });

  test("answers at every URL as an unknown article does", async () => {
    const nothing = await (await send("/bai-viet/khong-co-bai-nay")).text();
    for (const { id, slug } of hidden) {
      const page = await send(`/bai-viet/${slug}`);
      expect([page.status, await page.text()]).toEqual([404, nothing]);
      for (const path of [`/api/articles/${id}`, `/api/articles/${id}/versions`]) {
        const answer = await stranger.send(path);
        const other = await stranger.send(path.replace(id, "0123456789abcdef"));
        expect([answer.status, await answer.text()]).toEqual([other.status, await other.text()]);
      }
    }
  });

  test("has photos that no URL serves", async () => {
    const names = "480.webp 960.webp 1600.webp 960.jpg share.jpg goc.jpg goc.png x".split(" ");
    for (const name of names) {
      for (const sends of [send, owner.send, editor.send]) {
        expect((await sends(`/anh/${photo}/${name}`)).status, name).toBe(404);
      }
    }
  });

  test("is not in the list of changes", async () => {
    const { changes } = await (await send("/api/changes")).json<{ changes: { id: string }[] }>();
    const ids = changes.map(({ id }) => id);
    for (const { id } of hidden) expect(ids).not.toContain(id);
    expect(ids).toEqual([edited.id]);
  });

  test("is readable for its owner and editors only", async () => {
    for (const { id } of hidden) {
      for (const { send: sends } of [owner, editor]) {
        expect(await (await sends(`/api/articles/${id}`)).text()).toContain(secret);
      }
    }
  });
});
