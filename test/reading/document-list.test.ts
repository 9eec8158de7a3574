import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { pdf, sendFile } from "../file/sample.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";

let gone: { id: string };

beforeAll(async () => {
  await addSections("tin-tuc");
  const [reporter, editor] = [await hire("reporter"), await hire("editor")];
  const add = async (name: string, more: Record<string, unknown>) => {
    const { id: file } = await sendFile(reporter, `${name}.pdf`, pdf(1, `/Title (${name.length})`));
    const documents = [{ file, name, ...more }];
    return publish(reporter, editor, article(`Bài về ${name}`, { documents }));
  };
  await add("Kế hoạch năm", { kind: "Kế hoạch", number: "12/KH-SKHCN", date: "2020-03-01" });
  await add("Quyết định mới đây", {
    kind: "Quyết định",
    number: "05/QĐ-SKHCN",
    date: "2021-01-28",
  });
  gone = await add("Quyết định đã gỡ bỏ rồi", { kind: "Quyết định", date: "2021-02-01" });
  const withdrawal = json("DELETE", { reason: "Sai" });
  await editor.send(`/api/articles/${gone.id}/publication`, withdrawal);
});

async function namesAt(path: string): Promise<string[]> {
  const page = await (await send(path)).text();
  return [...page.matchAll(/download>([^<]+)</g)].map(([, name = ""]) => name);
}

test.each([
  ["/van-ban", ["Quyết định mới đây", "Kế hoạch năm"]],
  ["/van-ban?nam=2020", ["Kế hoạch năm"]],
  ["/van-ban?loai=quyet+dinh", ["Quyết định mới đây"]],
  ["/van-ban?so=s%E1%BB%91+05%2Fq%C4%91", ["Quyết định mới đây"]],
  ["/van-ban?nam=2020&loai=quyet+dinh", []],
])("%s lists %j", async (path, names) => {
  expect(await namesAt(path)).toEqual(names);
});

test("/van-ban is paged, each document once", async () => {
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 69)
     INSERT INTO published_documents (article_id, place, day, kind, number, document, path, title)
     SELECT 'a' || n, 0, '2019-01-0' || (1 + n % 3), '', '',
       (SELECT json_set(document, '$.name', 'Cũ ' || n) FROM published_documents LIMIT 1), '/', 'Bài' FROM numbers`,
  ).run();
  const names: string[] = [];
  let path: string | undefined = "/van-ban?nam=2019";
  while (path !== undefined) {
    names.push(...(await namesAt(path)));
    const page = await (await send(path)).text();
    path = /href="(\/van-ban\?[^"]*truoc=[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  expect(names).toHaveLength(70);
  expect(new Set(names).size).toBe(70);
});

test("/van-ban?nam=… offers the years that have a document and no others", async () => {
  await env.DB.prepare(
    `INSERT INTO published_documents (article_id, place, day, kind, number, document, path, title)
     SELECT 'typo', 0, '0021-01-28', '', '', document, '/', 'Bài' FROM published_documents LIMIT 1`,
  ).run();
  const page = await (await send("/van-ban?nam=0021")).text();
  const years = [...page.matchAll(/<option[^>]*>(\d{4})</g)].map(([, year]) => year);
  expect(years).toEqual(["2021", "2020", "2019", "0021"]);
});
