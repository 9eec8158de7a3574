import { env } from "cloudflare:workers";
import { beginSession } from "../../src/people/session-store.ts";
import type { Role } from "../../src/people/person.ts";
import { hire, origin, send } from "./newsroom.ts";
import type { Colleague } from "./newsroom.ts";

/** A user who is signed in with a browser, and has a token too. */
export type Staff = Colleague & {
  cookie: string;
  /** Requests a page as a browser does. */
  open: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Sends a form as a browser does: FormData as multipart, fields as urlencoded. */
  post: (path: string, body?: SentBody, headers?: Record<string, string>) => Promise<Response>;
};

/** The fields of a form, or a body as it is. */
type SentBody = Record<string, string> | FormData | Uint8Array<ArrayBuffer> | ReadableStream;

/** Adds a user of this role and signs them in. */
export async function hireInBrowser(role: Role): Promise<Staff> {
  return signInBrowser(await hire(role));
}

/** Signs a user in. */
export async function signInBrowser(colleague: Colleague): Promise<Staff> {
  const session = { personId: colleague.id, method: "password", device: "test" } as const;
  const token = await beginSession(env.DB, env.TOKEN_KEY, session, Date.now());
  const cookie = `__Host-phien=${token}`;
  return {
    ...colleague,
    cookie,
    open: (path, headers = {}) => send(path, { headers: { cookie, ...headers } }),
    post: (path, body = {}, headers = {}) =>
      send(path, { ...form(body), headers: { cookie, ...sameOrigin, ...headers } }),
  };
}

/** The headers that a browser adds to a request of the site's own page. */
export const sameOrigin = { origin, "sec-fetch-site": "same-origin" };

/** A request with a form. */
export function form(body: SentBody): RequestInit {
  const isWhole =
    body instanceof FormData || body instanceof Uint8Array || body instanceof ReadableStream;
  return {
    method: "POST",
    body: isWhole ? body : new URLSearchParams(body),
  };
}
