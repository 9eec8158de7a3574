import { checkArticle } from "../../src/check/check-article.ts";
import type { CheckRequest } from "./check-request.ts";

/** Soát bài and nothing else: checks what it is sent as often as the request says. The clock of workerd stands still meanwhile. */
export default {
  async fetch(request) {
    const { article, today, times } = await request.json<CheckRequest>();
    let findings = 0;
    for (let round = 0; round < times; round += 1) {
      // Never the same text twice, so that nothing is remembered from the time before.
      const body = `${article.body}\n\nLần soát thứ ${round}.`;
      const checked = { ...article, body, photos: new Map(), today: new Date(today) };
      findings += checkArticle(checked).length;
    }
    return Response.json({ findings });
  },
} satisfies ExportedHandler;
