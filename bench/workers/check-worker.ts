import { checkArticle } from "../../src/check/check-article.ts";
import type { CheckRequest } from "./check-request.ts";

/** Checks an article as many times as the request says. It cannot measure the time itself: the clock of workerd stands still during a request. */
export default {
  async fetch(request) {
    const { article, today, times } = await request.json<CheckRequest>();
    let findings = 0;
    for (let round = 0; round < times; round += 1) {
      // Each text is different, so that no result of an earlier round can be used again.
      const body = `${article.body}\n\nLần soát thứ ${round}.`;
      const checked = { ...article, body, photos: new Map(), today: new Date(today) };
      findings += checkArticle(checked).length;
    }
    return Response.json({ findings });
  },
} satisfies ExportedHandler;
