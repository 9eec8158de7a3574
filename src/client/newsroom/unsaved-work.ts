import { workingCopyPath } from "../../addresses/newsroom.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { askServer } from "./ask-server.ts";
import { readArticleId, isOwnName, nameTyped } from "./local-copy.ts";
import type { NamedCopy } from "./local-copy.ts";
import { findUnsavedCopies } from "./saved-copies.ts";
import { listUnsentArticles } from "./unsent-photos.ts";

/** An article of which only this browser has something: its text, or only photos of a text that the server has. */
export type UnsavedWork = NamedCopy & { lacks: "text" | "photos" };

type ServerCopy = { values: FormValues; baseVersion: number; savedAt: number };

/** What only this browser has of the signed-in user, the newest texts first. */
export async function findUnsavedWork(): Promise<UnsavedWork[]> {
  const copies = await findUnsavedCopies();
  const texts = copies.map((named) => ({ ...named, lacks: "text" }) as const);
  const listed = new Set(copies.map(({ name }) => nameTyped(name)));
  const names = await listUnsentArticles();
  const others = names.filter((name) => isOwnName(name) && !listed.has(name));
  return [...texts, ...(await Promise.all(others.map(readFromServer))).flat()];
}

/** The server's text of an article with unsent photos. Nothing if it has none any more: then the photos belong to nothing. */
async function readFromServer(name: string): Promise<UnsavedWork[]> {
  const path = workingCopyPath(readArticleId(name));
  const answer = await askServer<ServerCopy>("GET", path, null);
  if (answer.kind !== "done") return [];
  const { values, baseVersion, savedAt } = answer.value;
  const copy = { values, baseVersion, key: "", at: savedAt, alive: 0, sent: false };
  return [{ name, copy, lacks: "photos" }];
}
