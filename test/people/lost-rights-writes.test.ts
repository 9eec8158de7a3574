import { beforeAll, describe, test } from "vitest";
import { formIn, multipart } from "../newsroom/article-form.ts";
import { drawPng } from "../photo/draw-png.ts";
import { article } from "../support/articles.ts";
import { addSections, hire, json, origin } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { disable, addNewAddress, read, takeRightAwayAtEachCall } from "./lost-right.ts";
import type { Case } from "./lost-right.ts";

beforeAll(() => addSections("tin-tuc"));

/** What a reporter does that is no event of an article: its request, and what it would change. */
const writes: [string, (by: Staff, id: string) => Promise<Omit<Case, "change">>][] = [
  [
    "does not count as a writer by GET /toa-soan/bai/:id/sua",
    async ({ cookie, id: personId }, id) => ({
      request: new Request(`${origin}/toa-soan/bai/${id}/sua`, { headers: { cookie } }),
      effect: () => read("SELECT seen_at FROM working_copies WHERE person_id = ?1", personId),
    }),
  ],
  [
    "keeps no text for the preview by POST /toa-soan/bai/:id/sua",
    async (by, id) => ({
      request: await pressButton(by, id, "preview"),
      effect: () => read("SELECT content FROM working_copies WHERE person_id = ?1", by.id),
    }),
  ],
  [
    "discards no working copy by POST /toa-soan/bai/:id/sua",
    async (by, id) => {
      const request = await pressButton(by, id, "discard");
      return {
        request,
        effect: () => read("SELECT person_id FROM working_copies WHERE person_id = ?1", by.id),
      };
    },
  ],
  [
    "stores no photo by POST /toa-soan/anh",
    async ({ cookie }) => ({
      request: new Request(`${origin}/toa-soan/anh`, {
        method: "POST",
        body: photoForm(),
        headers: { ...addNewAddress(), cookie },
      }),
      effect: () => read("SELECT id FROM photos ORDER BY id"),
    }),
  ],
  [
    "stores no photo by POST /api/photos",
    async ({ token }) => ({
      request: new Request(`${origin}/api/photos`, {
        method: "POST",
        body: photoForm(),
        headers: { authorization: `Bearer ${token}` },
      }),
      effect: () => read("SELECT id FROM photos ORDER BY id"),
    }),
  ],
  [
    "is no sender of a stored photo by POST /api/photos",
    async ({ token, id }) => {
      const body = photoForm();
      const sent = body.get("file");
      const again = new FormData();
      if (sent !== null) again.append("file", sent);
      await (await hire("reporter")).send("/api/photos", { method: "POST", body });
      return {
        request: new Request(`${origin}/api/photos`, {
          method: "POST",
          body: again,
          headers: { authorization: `Bearer ${token}` },
        }),
        effect: () => read("SELECT photo_id FROM photo_senders WHERE person_id = ?1", id),
      };
    },
  ],
];

/** The request of a button of an article's form, with the text as it is. */
async function pressButton(by: Staff, id: string, act: string): Promise<Request> {
  const { action, fields } = await formIn(await by.open(`/toa-soan/bai/${id}/sua`));
  return new Request(origin + action, {
    method: "POST",
    body: multipart({ ...fields, act }),
    headers: { ...addNewAddress(), cookie: by.cookie },
    redirect: "manual",
  });
}

let drawn = 0;

/** A form with a photo that nobody has sent before. */
function photoForm(): FormData {
  const shade = (drawn += 1) % 256;
  const bytes = drawPng({
    width: 40,
    height: 40,
    isOpaque: true,
    pixel: (x, y) => [shade, 6 * x, 6 * y],
  });
  const body = new FormData();
  body.append("file", new File([bytes], "anh.png", { type: "image/png" }));
  return body;
}

describe("a reporter whose account is disabled meanwhile", () => {
  test.each(writes)("%s", async (_, make) => {
    await takeRightAwayAtEachCall(async () => {
      const reporter = await hireInBrowser("reporter");
      const answer = await reporter.send(
        "/api/articles",
        json("POST", article(`Bài ${crypto.randomUUID()}`)),
      );
      const { id } = await answer.json<{ id: string }>();
      return { ...(await make(reporter, id)), change: disable(reporter.id) };
    });
  });
});
