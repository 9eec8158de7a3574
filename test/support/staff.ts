import { env } from "cloudflare:workers";
import { beginSession } from "../../src/people/session-store.ts";
import type { Role } from "../../src/people/person.ts";
import { hire, origin, send } from "./newsroom.ts";
import type { Colleague } from "./newsroom.ts";

/** Somebody who is signed in to the newsroom in a browser, and has a token besides. */
export type Staff = Colleague & {
  cookie: string;
  /** Asks for a page as their browser would. */
  open: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Sends a form as their browser would: a FormData goes as multipart, fields as urlencoded. */
  post: (
    path: string,
    fields?: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

/** Adds a person of this role who is signed in. */
export async function employ(role: Role): Promise<Staff> {
  return inBrowser(await hire(role));
}

/** Signs somebody in. */
export async function inBrowser(colleague: Colleague): Promise<Staff> {
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

/** What a browser tells of a request that its own page made. */
export const sameOrigin = { origin, "sec-fetch-site": "same-origin" };

/** A form, ready to send. */
export function form(fields: Record<string, string> | FormData): RequestInit {
  return {
    method: "POST",
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  };
}
