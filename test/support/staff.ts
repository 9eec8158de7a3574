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
  post: (
    path: string,
    fields?: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

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
    post: (path, fields = {}, headers = {}) =>
      send(path, { ...form(fields), headers: { cookie, ...sameOrigin, ...headers } }),
  };
}

/** The headers that a browser adds to a request of the site's own page. */
export const sameOrigin = { origin, "sec-fetch-site": "same-origin" };

/** A request with a form. */
export function form(fields: Record<string, string> | FormData): RequestInit {
  return {
    method: "POST",
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  };
}
