import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { renderDocument, htmlType } from "../html/page.ts";
import { html } from "../html/template.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/**
 * GET /do-luong: the document that runs the script that counts readers, in a frame of each public page. The sandbox stands
 * in its policy too, so the script has no origin of ours even when somebody opens this address by itself.
 */
export async function getMeasurement(c: AppContext): Promise<Response> {
  const { measurement } = c.var.site;
  if (measurement === null) throw new AppError("not-found", readingWords.errors[404].title);
  const document = renderDocument({
    title: readingWords.measurement,
    head: html`<script src="${measurement.script}" async></script>`,
    body: html``,
  });
  const answer = await answerPublicly(document, htmlType, [tags.site]);
  answer.headers.set("content-security-policy", sandboxPolicy(measurement.origin));
  answer.headers.set("x-frame-options", "SAMEORIGIN");
  answer.headers.set("x-robots-tag", "noindex");
  return answer;
}

/** Nothing but script, requests and images of that origin. */
function sandboxPolicy(origin: string): string {
  return [
    "sandbox allow-scripts",
    "default-src 'none'",
    ...["script-src", "connect-src", "img-src"].map((directive) => `${directive} ${origin}`),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
