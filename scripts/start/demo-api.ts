/** The site's address and the token to call its API with. */
export type DemoCaller = { address: string; token: string };

export type ArticleState = { id: string; status: string; version: number };

const json = { "content-type": "application/json" };

/** Creates an article, and submits it if `submit`. The same key again returns the first answer. */
export async function createArticle(
  { address, token }: DemoCaller,
  entry: { key: string; article: string; submit: boolean },
): Promise<ArticleState> {
  return call(`${address}/api/articles${entry.submit ? "?submit=true" : ""}`, token, {
    method: "POST",
    headers: { ...json, "idempotency-key": entry.key },
    body: entry.article,
  });
}

/** Calls `/api/articles/:id<rest>` with a JSON body or none. */
export async function actOn(
  { address, token }: DemoCaller,
  { id, method, rest, body }: { id: string; method: string; rest: string; body: unknown },
): Promise<ArticleState> {
  const sent = body === null ? {} : { headers: json, body: JSON.stringify(body) };
  return call(`${address}/api/articles/${id}${rest}`, token, { method, ...sent });
}

/** Saves a newer version of an article that is still at `version`. */
export async function saveArticle(
  { address, token }: DemoCaller,
  { id, version }: ArticleState,
  article: string,
): Promise<ArticleState> {
  const headers = { ...json, "if-match": `"${version}"` };
  return call(`${address}/api/articles/${id}`, token, { method: "PUT", headers, body: article });
}

/** Reads the status and version of an article. */
export async function readArticleState(caller: DemoCaller, id: string): Promise<ArticleState> {
  return call(`${caller.address}/api/articles/${id}`, caller.token, {});
}

/** Uploads a document, recording or captions, and returns its id. The same bytes again have the same id. */
export async function uploadFile(
  { address, token }: DemoCaller,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const place = `${address}/api/files?name=${encodeURIComponent(name)}`;
  return (await call<{ id: string }>(place, token, { method: "POST", body: bytes })).id;
}

/** Uploads a photo, and returns its id. The same bytes again have the same id. */
export async function uploadPhoto(
  { address, token }: DemoCaller,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const init = { method: "POST", body: bytes };
  return (await call<{ id: string }>(`${address}/api/photos`, token, init)).id;
}

/** Throws an Error with the API's message when the call fails. */
async function call<Answer = ArticleState>(
  address: string,
  token: string,
  init: RequestInit,
): Promise<Answer> {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  const response = await fetch(address, { ...init, headers });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
