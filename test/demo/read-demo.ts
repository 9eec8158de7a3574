import { readdirSync, readFileSync, statSync } from "node:fs";
import { parse } from "yaml";

type DemoPhoto = {
  readonly photo: string;
  readonly alt: string;
  readonly caption: string | null;
};

export type DemoArticle = {
  readonly file: string;
  /** The text of the file. */
  readonly source: string;
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The lead photo and those of the body, in order. */
  readonly photos: readonly DemoPhoto[];
  /** The names of the files of its documents, videos and captions. */
  readonly files: readonly string[];
};

const demo = new URL("../../demo/", import.meta.url);

export function readDemoArticles(): DemoArticle[] {
  return readTexts("articles/");
}

export function readDemoPages(): DemoArticle[] {
  return readTexts("pages/");
}

function readTexts(folder: string): DemoArticle[] {
  return filesIn(folder).map((file) => {
    const source = readFileSync(new URL(folder + file, demo), "utf8");
    const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
    if (head === undefined || body === undefined) throw new Error(`${file} has no front matter`);
    const front = parse(head) as Record<string, unknown>;
    const photos = [...leadPhoto(front), ...bodyPhotos(body)];
    const documents = (front["documents"] ?? []) as { file: string }[];
    const recordings = body.matchAll(/\/phim\/([\w.-]+)(?:#phu-de=([\w.-]+))?/g);
    const files = [
      ...documents.map((document) => document.file),
      ...[...recordings].flatMap(([, recording = "", captions = ""]) => [recording, captions]),
    ].filter((name) => name !== "");
    return { file, source, front, body, photos, files };
  });
}

export function readDemoSections(): { slug: string; name: string }[] {
  return JSON.parse(readFileSync(new URL("sections.json", demo), "utf8")) as {
    slug: string;
    name: string;
  }[];
}

/** demo/site.yaml: what stands on the front page and in the menus. */
export function readDemoSite(): {
  settings: Record<string, string>;
  places: Record<string, { article: string }>;
  blocks: Record<string, string>[];
} {
  return parse(readFileSync(new URL("site.yaml", demo), "utf8"));
}

/** The photos, or the documents and recordings. The README in their folder names their source. */
export function listDemoFiles(folder: "photos/" | "files/"): string[] {
  return filesIn(folder).filter((file) => file !== "README.md");
}

/** The size of folders of demo/ in bytes. */
export function demoBytes(...folders: string[]): number {
  return folders
    .flatMap((folder) => filesIn(folder).map((file) => `${folder}${file}`))
    .reduce((sum, file) => sum + statSync(new URL(file, demo)).size, 0);
}

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, demo)).toSorted();
}

function leadPhoto(front: Record<string, unknown>): DemoPhoto[] {
  const lead = front["leadPhoto"] as DemoPhoto | undefined;
  return lead ? [{ photo: lead.photo, alt: lead.alt, caption: lead.caption ?? null }] : [];
}

function bodyPhotos(body: string): DemoPhoto[] {
  return [...body.matchAll(/!\[([^\]]*)\]\(photo:([^\s)]+)(?: "([^"]*)")?\)/g)].map(
    ([, alt = "", photo = "", caption = null]) => ({ photo, alt, caption }),
  );
}
