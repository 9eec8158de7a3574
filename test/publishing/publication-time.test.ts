import { beforeAll, describe, expect, test } from "vitest";
import { readApproval } from "../support/approval.ts";
import { publishPath } from "../../src/addresses/newsroom.ts";
import { apiPublicationPath } from "../../src/addresses/api.ts";
import { formatIsoWithOffset } from "../../src/vietnamese/dates.ts";
import { article, submitArticle } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

const day = 24 * 60 * 60 * 1000;

/** ISO 8601 in Vietnam's time. */
const formatAhead = (days: number) => formatIsoWithOffset(new Date(Date.now() + days * day));

/** Every request that sets a time of publication. */
const entrances: [string, (sent: ArticleStatus, at: string) => Promise<Response>][] = [
  ["the API", ({ id }, at) => editor.send(apiPublicationPath(id), json("PUT", { at }))],
  [
    "the form",
    async ({ id }, at) =>
      editor.post(publishPath(id), { ...(await readApproval(editor, id)), at: at.slice(0, 16) }),
  ],
];

describe.each(entrances)("a time of publication, by %s", (_name, publishAt) => {
  test("may be almost a year ahead", async () => {
    const answer = await publishAt(
      await submitArticle(reporter, article("Bài hẹn xa")),
      formatAhead(360),
    );
    expect([200, 303]).toContain(answer.status);
  });

  test("is refused by name when it is more than a year ahead", async () => {
    const answer = await publishAt(
      await submitArticle(reporter, article("Bài hẹn quá xa")),
      formatAhead(370),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Giờ hẹn không quá một năm.");
  });
});

test.each(["1989-12-31T23:59:59+07:00", "1969-07-20T00:00:00Z"])(
  "PUT /api/articles/:id/publication refuses the date %s with a clear message",
  async (at) => {
    const { id } = await submitArticle(reporter, article("Bài ghi nhầm năm"));
    const answer = await editor.send(apiPublicationPath(id), json("PUT", { at }));
    expect(answer.status).toBe(422);
    const message = "Ngày đăng không thể trước năm 1990; hãy kiểm tra lại năm.";
    expect(await answer.json()).toMatchObject({ errors: [{ path: "at", message }] });
  },
);

test("PUT /api/articles/:id/publication accepts the date 1990-01-01", async () => {
  const { id } = await submitArticle(reporter, article("Bài cũ nhất"));
  const at = "1990-01-01T00:00:00+07:00";
  const answer = await editor.send(apiPublicationPath(id), json("PUT", { at }));
  expect(await answer.json()).toMatchObject({ status: "published", publishedAt: at });
});
