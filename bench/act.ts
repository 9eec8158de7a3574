import type { DemoAccount } from "../scripts/start/demo-accounts.ts";
import type { D1 } from "../scripts/start/running-worker.ts";

/** Where the acts take place. */
export type ActSite = {
  /** Origin of the Worker that records and plays acts. */
  origin: string;
  /** Origin of the Worker that prepares them. */
  realOrigin: string;
  database: D1;
  accounts: DemoAccount[];
};

/** One request. */
export type Sent = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: BodyInit | null;
};

/** Something that readers, people of the newsroom, machines or the clock do. `prepare` does all that comes before. */
export type Act = { name: string; prepare: (site: ActSite) => Promise<Sent> };

export function get(path: string, headers: Record<string, string> = {}): Sent {
  return { method: "GET", path, headers, body: null };
}

/** A page, for anybody or with the headers of a session. */
export function read(
  name: string,
  path: string | ((site: ActSite) => Promise<string>),
  open = async (_site: ActSite): Promise<Record<string, string>> => ({}),
): Act {
  return {
    name,
    prepare: async (site) => {
      const headers = await open(site);
      return get(typeof path === "string" ? path : await path(site), headers);
    },
  };
}

/** The real answer to a request that prepares an act. */
export async function ask(
  { origin }: ActSite,
  { method, path, headers, body }: Sent,
): Promise<Response> {
  const init = {
    method,
    headers: { ...headers, "x-real": "1" },
    body,
    redirect: "manual",
  } as const;
  const answer = await fetch(origin + path, init);
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** The headers that a browser adds to a request of the site's own page. */
export function ownOrigin({ origin }: ActSite): Record<string, string> {
  return { origin, "sec-fetch-site": "same-origin" };
}
