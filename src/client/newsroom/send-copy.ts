import { newWorkingCopyPath, workingCopyPath } from "../../addresses/newsroom.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { localCopyWords } from "../../vietnamese/words/local-copies.ts";
import { insertPhotoIds } from "../intake/photo-names.ts";
import { askServer } from "./ask-server.ts";
import { readArticleId, forgetCopy } from "./local-copy.ts";
import type { NamedCopy } from "./local-copy.ts";
import { makeSmaller, sendPhoto } from "./send-photo.ts";
import { forgetUnsentPhotos, readUnsent } from "./unsent-photos.ts";

/** Saves a local copy and its photos on the server as the user's working copy, then deletes the local copy. Throws an error with the reason if that fails. */
export async function sendCopy({ name, copy }: NamedCopy): Promise<void> {
  const values = await storePhotos(name, copy.values);
  const content = valuesToJson(values);
  let id = readArticleId(name);
  if (copy.baseVersion === 0) {
    const made = await ask<{ id: string }>("POST", newWorkingCopyPath, { key: copy.key, content });
    id = made.id;
  }
  const baseVersion = Math.max(copy.baseVersion, 1);
  const kept = await ask<{ savedAt: number | null }>("PUT", workingCopyPath(id), {
    baseVersion,
    content,
  });
  if (kept.savedAt === null) throw new Error(localCopyWords.newerSaved);
  forgetCopy(name);
  await forgetUnsentPhotos(name);
}

/** Uploads the unsent photos of a copy, and gives its text their ids. A photo that the text does not name goes to its end. */
async function storePhotos(name: string, values: FormValues): Promise<FormValues> {
  const written = { ...values };
  for (const { key, file, name: title, isLead } of await readUnsent(name)) {
    const { answer } = sendPhoto((await makeSmaller(file)) ?? file, () => undefined);
    const stored = await answer;
    if (stored.kind !== "done") throw new Error(localCopyWords.photoNotSent(title));
    const { id } = stored.value;
    if (isLead) written["leadPhoto.photo"] = id;
    else if (written.body.includes(`photo:${key}`)) {
      written.body = insertPhotoIds(written.body, new Map([[key, id]]));
    } else written.body = `${written.body.trimEnd()}\n\n![](photo:${id})\n`;
  }
  return written;
}

async function ask<T>(method: "POST" | "PUT", path: string, body: unknown): Promise<T> {
  const answer = await askServer<T>(method, path, body);
  if (answer.kind === "done") return answer.value;
  throw new Error(answer.kind === "offline" ? localCopyWords.offline : answer.detail);
}
