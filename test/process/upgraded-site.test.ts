import { globSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Miniflare } from "miniflare";
import { describe, expect, test, vi } from "vitest";
import { bindingsOnly } from "../../scripts/admin/local-database.ts";
import { addAccounts } from "../../scripts/start/demo-store.ts";
import { askD1, migrateTo } from "../../scripts/start/migration-store.ts";
import { openSite } from "../../scripts/start/open-site.ts";
import { readWorkerConfig } from "../../scripts/start/worker-config.ts";
import { deskPath, signInPath } from "../../src/addresses/newsroom.ts";
import { addRows } from "../migrations/sample-rows.ts";
import { unusedPort } from "./start-process.ts";

/** Before the rights of people, and with the drafts of today. */
const milestones = ["0012_label_slugs.sql", "0030_drafts.sql"];

const published = 1_700_000_000_000;
const title = "Bài từ phiên bản trước";
const content = {
  title,
  lede: "Sapo của bài.",
  body: "Nội dung của bài.",
  section: "sections-0",
  tags: ["mưa"],
  genre: "tin",
  byline: { authors: ["Thế Bằng"], unit: "" },
  source: null,
  leadPhoto: null,
  english: null,
};

/** An article that readers see, in every schema since 0009. */
const tables = [
  "people",
  "sections",
  "articles",
  "versions",
  "slugs",
  "events",
  "published",
  "changes",
];
const fixed = {
  people: { disabled_at: null },
  articles: {
    state: "published",
    slug: "bai-truoc",
    title,
    scheduled_version: null,
    scheduled_at: null,
    discarded_at: null,
    removed_at: null,
    published_at: published,
    updated_at: null,
  },
  versions: { content: JSON.stringify(content) },
  slugs: { slug: "bai-truoc", public_since: published },
  published: {
    position: published * 1024,
    slug: "bai-truoc",
    title,
    published_at: published,
    updated_at: null,
    photos: null,
    lead_photo: null,
    source: null,
    english: null,
    ai: null,
    corrections: "[]",
    html: "<p>Nội dung của bài.</p>",
  },
  changes: { type: "published", slug: "bai-truoc" },
};

describe("a site of an earlier schema", () => {
  test.each(milestones)(
    "of %s serves its pages after the upgrade, and accepts a save",
    async (last) => {
      const folder = await mkdtemp(join(tmpdir(), "ban-tin-upgrade-"));
      vi.stubEnv("BASE_URL", undefined);
      vi.stubEnv("TOKEN_KEY", "a key for tests only, of 32 bytes and more");
      await makeSite(join(folder, "v3"), last);
      const site = await openSite({
        port: await unusedPort(),
        state: folder,
        demo: false,
        help: false,
      });
      try {
        const editor = {
          role: "editor",
          username: "bientap",
          password: "một mật khẩu để thử",
          token: `bt_${"x".repeat(32)}`,
        } as const;
        await addAccounts(site.worker.database, [editor], site.secrets["TOKEN_KEY"] ?? "");
        expect(await read(`${site.address}/`)).toContain(title);
        expect(await read(`${site.address}/bai-viet/bai-truoc`)).toContain("Nội dung của bài.");

        const headers = {
          authorization: `Bearer ${editor.token}`,
          "content-type": "application/json",
          "if-match": '"1"',
        };
        const body = JSON.stringify({ ...content, body: "Nội dung đã sửa." });
        const saved = await fetch(`${site.address}/api/articles/articles-0`, {
          method: "PUT",
          headers,
          body,
        });
        expect([saved.status, await saved.json()]).toMatchObject([200, { version: 2 }]);

        const signedIn = await fetch(site.address + signInPath, {
          method: "POST",
          redirect: "manual",
          headers: { origin: site.address },
          body: new URLSearchParams({ username: editor.username, password: editor.password }),
        });
        const cookie = signedIn.headers
          .getSetCookie()
          .map((one) => one.split(";")[0])
          .join("; ");
        expect(await read(site.address + deskPath, { cookie })).toContain(title);
      } finally {
        await site.worker.stop();
        await rm(folder, { recursive: true });
      }
    },
  );
});

/** Makes a database of an earlier schema, with an article. */
async function makeSite(resources: string, last: string): Promise<void> {
  const config = await readWorkerConfig();
  const miniflare = new Miniflare(bindingsOnly(config, resources));
  await migrateTo(askD1(await miniflare.getD1Database("DB")), config.migrations, last);
  await miniflare.dispose();
  const file = globSync(`${resources}/d1/**/*.sqlite`).find((path) => !path.includes("metadata"));
  using database = new DatabaseSync(file ?? "");
  addRows(database, tables, fixed);
}

async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers });
  expect([url, answer.status]).toEqual([url, 200]);
  return answer.text();
}
