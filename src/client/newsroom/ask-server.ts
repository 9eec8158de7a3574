/** The result of a request: an answer, a refusal in the server's words, or no connection. */
export type Answer<T> =
  | { kind: "done"; value: T }
  | { kind: "refused"; status: number; detail: string }
  | { kind: "offline" };

/** Sends JSON or a form, and reads the JSON of the response. A 204 gives null. */
export async function askServer<T>(
  method: "GET" | "POST" | "PUT",
  path: string,
  body: unknown,
  options: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Answer<T>> {
  const isForm = body instanceof URLSearchParams;
  try {
    const response = await fetch(path, {
      method,
      body: method === "GET" ? null : isForm ? body : JSON.stringify(body),
      headers: isForm
        ? { accept: "application/json" }
        : { accept: "application/json", "content-type": "application/json" },
      ...options,
    });
    const value: unknown = response.status === 204 ? null : await response.json();
    if (response.ok) return { kind: "done", value: value as T };
    return { kind: "refused", status: response.status, detail: readProblemDetail(value) };
  } catch {
    return { kind: "offline" };
  }
}

/** The server's own words for a refusal, or "". */
export function readProblemDetail(answer: unknown): string {
  const { detail } = (answer ?? {}) as { detail?: unknown };
  return typeof detail === "string" ? detail : "";
}
