import type { Colleague } from "./newsroom.ts";
import { json } from "./newsroom.ts";

/** An article that soát bài does not block. */
export function article(
  title: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    title,
    lede: `Sapo của bài ${title}.`,
    body: "Đoạn mở đầu của bài.\n\nĐoạn thứ hai của bài.",
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    ...more,
  };
}

/** The API's answer about an article. */
export type ArticleStatus = {
  id: string;
  slug: string;
  url: string;
  status: string;
  version: number;
  publishedVersion: number | null;
  findings: { rule: string; severity: string }[];
};

/** Submits an article. Throws when that fails. */
export async function submitArticle(
  reporter: Colleague,
  content: Record<string, unknown>,
): Promise<ArticleStatus> {
  return expectStatus(await reporter.send("/api/articles?submit=true", json("POST", content)), 201);
}

/** Submits and approves an article. Throws when that fails. */
export async function publish(
  reporter: Colleague,
  editor: Colleague,
  content: Record<string, unknown>,
): Promise<ArticleStatus> {
  const { id } = await submitArticle(reporter, content);
  return approve(editor, id);
}

/** The two users who publish an article. */
export type Newsroom = { reporter: Colleague; editor: Colleague };

/** Publishes an article under a time in the past: ISO 8601. */
export async function publishAt(
  { reporter, editor }: Newsroom,
  at: string,
  title: string,
  more: Record<string, unknown> = {},
): Promise<ArticleStatus> {
  const { id } = await submitArticle(reporter, article(title, more));
  return approve(editor, id, { at });
}

export async function approve(
  editor: Colleague,
  id: string,
  approval = {},
): Promise<ArticleStatus> {
  return expectStatus(
    await editor.send(`/api/articles/${id}/publication`, json("PUT", approval)),
    200,
  );
}

/** Saves a new version and submits it. */
export async function revise(
  reporter: Colleague,
  { id, version }: Pick<ArticleStatus, "id" | "version">,
  content: Record<string, unknown>,
): Promise<ArticleStatus> {
  const headers = { "if-match": `"${version}"` };
  await expectStatus(
    await reporter.send(`/api/articles/${id}`, json("PUT", content, headers)),
    200,
  );
  return expectStatus(
    await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" }),
    200,
  );
}

async function expectStatus(response: Response, status: number): Promise<ArticleStatus> {
  if (response.status !== status) {
    throw new Error(`expected ${status}, got ${response.status}: ${await response.text()}`);
  }
  return response.json();
}
