import type { Article, ArticleContent } from "../../article/article.ts";
import { readArticle } from "../../article/article-store.ts";
import { readVersion } from "../../article/version-store.ts";
import type { Finding } from "../../check/finding.ts";
import { AppError } from "../../errors.ts";
import type { Person } from "../../people/person.ts";
import { mayEdit } from "../../publishing/permission.ts";
import { proofread } from "../../publishing/proofreading.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { possibleActs } from "./room-acts.ts";
import type { PossibleActs } from "./room-acts.ts";
import { readRoomFacts } from "./room-store.ts";
import type { RoomFacts } from "./room-store.ts";

/** All that the room of an article shows. */
export type Room = RoomFacts & {
  article: Article;
  /** The version whose text and findings are shown: the newest, or the one that is scheduled. */
  version: number;
  content: ArticleContent;
  findings: Finding[];
  acts: PossibleActs;
};

/** An article that somebody may work on; to anybody else it is as if there were none. */
export async function articleOfRoom(db: D1Database, person: Person, id: string): Promise<Article> {
  const article = await readArticle(db, id);
  if (article !== null && mayEdit(person, article)) return article;
  throw new AppError("not-found", articleWords.notFound);
}

export async function openRoom(
  db: D1Database,
  person: Person,
  article: Article,
  now: number,
): Promise<Room> {
  const version = article.scheduledVersion ?? article.version;
  const [facts, found] = await Promise.all([
    readRoomFacts(db, article),
    readVersion(db, article.id, version),
  ]);
  if (found === null) throw new Error(`article ${article.id} lacks its version ${version}`);
  const { content } = found;
  const findings = await proofread(db, content, { articleId: article.id, now });
  return { ...facts, article, version, content, findings, acts: possibleActs(person, article) };
}
