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

const store = "photos";

/** Returns false if the browser stores nothing. */
export async function keepUnsent(photo: UnsentPhoto): Promise<boolean> {
  return (await within("readwrite", (photos) => photos.put(photo))) !== undefined;
}

export async function forgetUnsent(key: string): Promise<void> {
  await within("readwrite", (photos) => photos.delete(key));
}

/** All unsent photos of an article's copy, in the order in which they were added. */
export async function readUnsent(name: string): Promise<UnsentPhoto[]> {
  const all = await within<UnsentPhoto[]>("readonly", (photos) => photos.getAll());
  const own = (all ?? []).filter(({ article }) => article === name);
  return own.sort((a, b) => a.key.localeCompare(b.key, "en", { numeric: true }));
}

/** The result of a request to the store, or undefined if there is no store. */
async function within<T>(
  mode: IDBTransactionMode,
  ask: (photos: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await settled(opened());
    try {
      return await settled(ask(database.transaction(store, mode).objectStore(store)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function opened(): IDBOpenDBRequest {
  const request = indexedDB.open("ban-tin", 1);
  request.addEventListener("upgradeneeded", () =>
    request.result.createObjectStore(store, { keyPath: "key" }),
  );
  return request;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error(request.error?.name)));
  });
}
