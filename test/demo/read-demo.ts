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
};

const demo = new URL("../../demo/", import.meta.url);

export function readDemoArticles(): DemoArticle[] {
  return filesIn("articles/").map((file) => {
    const source = readFileSync(new URL(`articles/${file}`, demo), "utf8");
    const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
    if (head === undefined || body === undefined) throw new Error(`${file} has no front matter`);
    const front = parse(head) as Record<string, unknown>;
    return { file, source, front, body, photos: [...leadPhoto(front), ...bodyPhotos(body)] };
  });
}

export function readDemoSections(): { slug: string; name: string }[] {
  return JSON.parse(readFileSync(new URL("sections.json", demo), "utf8")) as {
    slug: string;
    name: string;
  }[];
}

/** The photo files. The README in their folder names their source. */
export const demoPhotoFiles = (): string[] =>
  filesIn("photos/").filter((file) => file !== "README.md");

/** The size of demo/ in bytes. */
export function demoBytes(): number {
  return ["articles/", "photos/"]
    .flatMap((folder) => filesIn(folder).map((file) => `${folder}${file}`))
    .concat("sections.json")
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
