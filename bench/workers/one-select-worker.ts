import { readAnswers, readBody } from "./answers-store.ts";
import type { Answer } from "./answers-store.ts";

let answers: Map<string, Answer> | null = null;

/** The second yardstick: reads the same bytes from one row of D1 at each request. */
export default {
  async fetch(request, env) {
    answers ??= await readAnswers(env.YARDSTICK);
    const path = new URL(request.url).pathname;
    const headers = answers.get(path)?.headers;
    if (headers === undefined) return new Response(null, { status: 404 });
    return new Response(await readBody(env.YARDSTICK, path), { headers });
  },
} satisfies ExportedHandler<{ YARDSTICK: D1Database }>;
