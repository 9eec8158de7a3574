import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";

/** What a demo file says about submission and publication. Null where it says nothing. */
type DemoNotes = {
  /** ISO 8601 with offset. */
  publishedAt: string | null;
  /** Username of the reporter who submits it. */
  reporter: string | null;
  standing: DeskStanding | null;
  /** Why it was returned. */
  reason: string | null;
  /** The file in demo/articles of which this is a newer version. */
  revises: string | null;
};

/** Status of an article that only the demo's desks show. */
type DeskStanding = "draft" | "submitted" | "returned" | "scheduled";

/** A file of demo/articles, demo/pages or demo/desk. */
export type DemoFile = {
  notes: DemoNotes;
  /** The article JSON of the API. It names photos and files as they are called in demo/photos and demo/files. */
  article: string;
  photos: ReadonlySet<string>;
  files: ReadonlySet<string>;
};

/** The name of a file in the article JSON: a document, or a recording and its captions. */
const namedFile = /(?<="file":"|\/phim\/|#phu-de=)[\w-]+\.\w+/g;

/** The name of a photo in the article JSON. */
const namedPhoto = /(?<=\]\(photo:|"photo":")[\w-]+\.\w+/g;

/** The article JSON, or a body, with the ids of the stored files and photos instead of their names. */
export function nameStoredFiles(article: string, ids: ReadonlyMap<string, string>): string {
  const readId = (name: string) => ids.get(name) ?? name;
  return article.replace(namedFile, readId).replace(namedPhoto, readId);
}

type FrontMatter = Partial<DemoNotes> & { leadPhoto?: { photo: string } };

/** Reads a demo file by its path below demo/. Throws an Error when it has no front matter. */
export async function readDemoFile(path: string): Promise<DemoFile> {
  const text = await readFile(join("demo", path), "utf8");
  const [, frontMatter, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (frontMatter === undefined || body === undefined) {
    throw new Error(`${basename(path)}: no front matter`);
  }
  const { publishedAt, reporter, standing, reason, revises, ...fields } = parse(
    frontMatter,
  ) as FrontMatter;
  const article = JSON.stringify({ ...fields, body: body.trim() });
  const notes = {
    publishedAt: publishedAt ?? null,
    reporter: reporter ?? null,
    standing: standing ?? null,
    reason: reason ?? null,
    revises: revises ?? null,
  };
  const files = new Set(article.match(namedFile));
  return { notes, article, photos: listPhotos(fields, body), files };
}

/** File names of the photos that an article shows. */
function listPhotos(fields: { leadPhoto?: { photo: string } }, body: string): Set<string> {
  const inBody = [...body.matchAll(/\]\(photo:([^\s)]+)/g)].flatMap((match) => match[1] ?? []);
  return new Set(fields.leadPhoto === undefined ? inBody : [fields.leadPhoto.photo, ...inBody]);
}
