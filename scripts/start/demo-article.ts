import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** One article of the demo, as a reporter would hand it in. */
type DemoArticle = {
  /** ISO 8601 with offset. */
  publishedAt: string;
  /** What POST /api/articles takes: the article and its photos, by file name. */
  form: FormData;
};

type Standing = { id: string; status: string };

/**
 * Hands a demo article in with the reporter's token and publishes it with the editor's, under its own date. Entering it
 * again changes nothing. Throws an Error with the API's own words when it is refused.
 */
export async function enterArticle(
  address: string,
  name: string,
  reporterToken: string,
  editorToken: string,
): Promise<void> {
  const { form, publishedAt } = await readDemoArticle(name);
  const handedIn = await call(`${address}/api/articles?submit=true`, reporterToken, {
    method: "POST",
    headers: { "idempotency-key": `demo ${name}` },
    body: form,
  });
  const article = `${address}/api/articles/${handedIn.id}`;
  try {
    await call(`${article}/publication`, editorToken, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ at: publishedAt }),
    });
  } catch (refusal) {
    // A start that was cut short may have published it already.
    const { status } = await call(article, editorToken, {});
    if (status !== "published") throw refusal;
  }
}

async function readDemoArticle(name: string): Promise<DemoArticle> {
  const text = await readFile(join("demo/articles", name), "utf8");
  const [, frontMatter, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (frontMatter === undefined || body === undefined) throw new Error("no front matter");
  const { publishedAt, ...fields } = parse(frontMatter) as { publishedAt: string };
  const article = JSON.stringify({ ...fields, body: body.trim() });
  const form = new FormData();
  form.set("article", new Blob([article], { type: "application/json" }));
  for (const photo of photosOf(fields, body)) {
    form.append("photo", new Blob([await readFile(join("demo/photos", photo))]), photo);
  }
  return { publishedAt, form };
}

/** File names of the photos that an article shows. */
function photosOf(fields: { leadPhoto?: { photo: string } }, body: string): Set<string> {
  const inBody = [...body.matchAll(/\]\(photo:([^\s)]+)/g)].flatMap((match) => match[1] ?? []);
  return new Set(fields.leadPhoto === undefined ? inBody : [fields.leadPhoto.photo, ...inBody]);
}

/** Calls the API and gives where the article stands. */
async function call(address: string, token: string, init: RequestInit): Promise<Standing> {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  const response = await fetch(address, { ...init, headers });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Standing;
}
