import { workingCopyPath } from "../../addresses/newsroom.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { readArticleId, forgetCopy, haveSameText, isAlive, listCopies } from "./local-copy.ts";
import type { NamedCopy } from "./local-copy.ts";
import { askServer } from "./ask-server.ts";

/** The server sets it when it has saved a form: the id of the article. */
const savedCookie = "da-luu";

/** Ends the copy of a form that the server has just saved. */
export function endSavedCopy(): void {
  const id = new RegExp(`${savedCookie}=(\\w+)`).exec(document.cookie)?.[1];
  if (id === undefined) return;
  for (const { name, copy } of listCopies()) {
    if (copy.sent && readArticleId(name) === id) forgetCopy(name);
  }
  forgetLastSave();
}

/** The server's answer to an earlier form does not answer the form that is sent now. */
export function forgetLastSave(): void {
  document.cookie = `__Host-${savedCookie}=; Path=/; Secure; SameSite=Lax; Max-Age=0`;
  document.cookie = `${savedCookie}=; Path=/; SameSite=Lax; Max-Age=0`;
}

/**
 * The copies of the signed-in user that the server does not have, the newest first. Others end here: the last request of a
 * page that was closed may have brought its text to the server.
 */
export async function findUnsavedCopies(): Promise<NamedCopy[]> {
  const found = await Promise.all(
    listCopies().map(async (named) => {
      const { name, copy } = named;
      const path = workingCopyPath(readArticleId(name));
      const answer = await askServer<{ values: FormValues }>("GET", path, null);
      if (answer.kind !== "done" || !haveSameText(copy.values, answer.value.values)) return [named];
      // An open form ends its copy by itself.
      if (!isAlive(copy)) forgetCopy(name);
      return [];
    }),
  );
  return found.flat();
}
