import { Response } from "miniflare";
import type { Request } from "miniflare";

/** A message as it reached the push service. `body` is base64. */
export type ReceivedPush = { headers: Record<string, string>; body: string };

/** How the service answers the next messages to an endpoint. */
export type PushAnswer = { status: number; headers?: Record<string, string> };

type Endpoint = { received: ReceivedPush[]; answer: PushAnswer };

const endpoints = new Map<string, Endpoint>();

/**
 * Each request has a connection of its own. On a kept connection the requests of one runtime sometimes wait for an answer that
 * never comes, in every test from then on.
 */
const own = { connection: "close" };

/**
 * A push service. It stands in for the whole network outside the Worker, so that the Worker sends to the addresses of real
 * services. Tests read what an endpoint received with GET and set its answer with PUT; POST is the Worker's.
 */
export async function answerAsPushService(request: Request): Promise<Response> {
  const endpoint = endpoints.get(request.url) ?? { received: [], answer: { status: 201 } };
  endpoints.set(request.url, endpoint);
  if (request.method === "GET") return Response.json(endpoint.received, { headers: own });
  if (request.method === "PUT") {
    endpoint.answer = (await request.json()) as PushAnswer;
    return new Response(null, { status: 204, headers: own });
  }
  const body = Buffer.from(await request.arrayBuffer()).toString("base64");
  endpoint.received.push({ headers: Object.fromEntries(request.headers), body });
  const { status, headers = {} } = endpoint.answer;
  return new Response(null, { status, headers: { ...headers, ...own } });
}
