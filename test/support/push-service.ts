import { Buffer } from "node:buffer";

/** A message as it reached the push service. `body` is base64. */
export type ReceivedPush = { headers: Record<string, string>; body: string };

/** How the service answers the next messages to an endpoint. */
export type PushAnswer = { status: number; headers?: Record<string, string> };

type Endpoint = { received: ReceivedPush[]; answer: PushAnswer };

const endpoints = new Map<string, Endpoint>();

/**
 * A push service. This Worker stands in for the whole network outside the site, so that the site sends to the addresses of real
 * services. Tests read what an endpoint received with GET and set its answer with PUT; POST is the site's.
 */
export default {
  async fetch(request) {
    const endpoint = endpoints.get(request.url) ?? { received: [], answer: { status: 201 } };
    endpoints.set(request.url, endpoint);
    if (request.method === "GET") return Response.json(endpoint.received);
    if (request.method === "PUT") {
      endpoint.answer = await request.json<PushAnswer>();
      return new Response(null, { status: 204 });
    }
    const body = Buffer.from(await request.arrayBuffer()).toString("base64");
    endpoint.received.push({ headers: Object.fromEntries(request.headers), body });
    return new Response(null, endpoint.answer);
  },
} satisfies ExportedHandler;
