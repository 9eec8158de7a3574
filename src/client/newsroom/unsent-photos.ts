import { nameTyped } from "./local-copy.ts";
import { findCopyOwner, seal, sealBytes, unseal, unsealBytes } from "./sealed.ts";
import type { SealedBytes } from "./sealed.ts";

/** A photo that the server does not have yet, as this browser stores it. */
export type UnsentPhoto = {
  /** The name that the body has for it. */
  key: string;
  /** The storage name of the article's copy. */
  article: string;
  file: Blob;
  name: string;
  /** The words of a lead photo. The body has those of any other. */
  alt: string;
  caption: string | null;
  isLead: boolean;
};

type PhotoWords = Pick<UnsentPhoto, "name" | "alt" | "caption" | "isLead"> & { type: string };

/** A stored photo. `words` is sealed JSON: PhotoWords. */
type SealedPhoto = SealedBytes & Pick<UnsentPhoto, "key" | "article"> & { words: string };

const store = "photos";

/** Returns false if the browser stores nothing. */
export async function keepUnsent({ key, article, file, ...words }: UnsentPhoto): Promise<boolean> {
  const owner = findCopyOwner();
  if (owner === null) return false;
  try {
    const { name, alt, caption, isLead } = words;
    const all: PhotoWords = { name, alt, caption, isLead, type: file.type };
    const sealed: SealedPhoto = {
      key,
      article,
      words: seal(JSON.stringify(all), owner.key),
      ...(await sealBytes(await file.arrayBuffer(), owner.key)),
    };
    return (await waitAtMost("readwrite", (photos) => photos.put(sealed))) !== undefined;
  } catch {
    return false;
  }
}

export async function forgetUnsent(key: string): Promise<void> {
  await waitAtMost("readwrite", (photos) => photos.delete(key));
}

/** All unsent photos of an article's copy, in the order in which they were added. None that another user sealed. */
export async function readUnsent(name: string): Promise<UnsentPhoto[]> {
  const all = await waitAtMost<SealedPhoto[]>("readonly", (photos) => photos.getAll());
  const own = (all ?? []).filter(({ article }) => article === nameTyped(name));
  const photos = await Promise.all(own.map(async (photo) => openPhoto(photo).catch(() => [])));
  return photos.flat().sort((a, b) => a.key.localeCompare(b.key, "en", { numeric: true }));
}

/** The storage names of the articles of all users that have unsent photos here. */
export async function listUnsentArticles(): Promise<string[]> {
  const all = await waitAtMost<SealedPhoto[]>("readonly", (photos) => photos.getAll());
  return [...new Set((all ?? []).map(({ article }) => article))];
}

/** Forgets the unsent photos of an article's copy, also those that cannot be opened any more. */
export async function forgetUnsentPhotos(name: string): Promise<void> {
  const all = await waitAtMost<SealedPhoto[]>("readonly", (photos) => photos.getAll());
  for (const { key, article } of all ?? []) {
    if (article === nameTyped(name)) await forgetUnsent(key);
  }
}

async function openPhoto(photo: SealedPhoto): Promise<UnsentPhoto[]> {
  const owner = findCopyOwner();
  if (owner === null) return [];
  const { key, article, words } = photo;
  const { type, ...others } = JSON.parse(unseal(words, owner.key)) as PhotoWords;
  const file = new Blob([await unsealBytes(photo, owner.key)], { type });
  return [{ key, article, file, ...others }];
}

/** The result of a request to the store, or undefined if there is no store. */
async function waitAtMost<T>(
  mode: IDBTransactionMode,
  ask: (photos: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await openDatabase();
    try {
      const transaction = database.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      // A browser that is full accepts the request and then fails to write.
      await new Promise((resolve, reject) => {
        transaction.addEventListener("complete", resolve);
        transaction.addEventListener("abort", () => reject(new Error(transaction.error?.name)));
      });
      return request.result;
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

/** Version 2 seals the photos. Those of version 1 are dropped, because anybody could read them. */
function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open("ban-tin", 2);
  request.addEventListener("upgradeneeded", () => {
    const { result } = request;
    if (result.objectStoreNames.contains(store)) result.deleteObjectStore(store);
    result.createObjectStore(store, { keyPath: "key" });
  });
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error(request.error?.name)));
  });
}
