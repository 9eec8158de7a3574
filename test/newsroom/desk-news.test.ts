import { beforeAll, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  editor = await hireInBrowser("editor");
});

describe("GET /toa-soan reports events", () => {
  test("with who did them, to which article, when and why", async () => {
    const writer = await hireInBrowser("reporter");
    const { id } = await publish(writer, editor, article("Bài sẽ bị gỡ"));
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai tên" }));
    const page = await (await writer.open("/toa-soan")).text();
    const news = page.slice(page.indexOf('id="vua-xay-ra"'), page.indexOf("</section>"));
    const verbs = [...page.matchAll(/class="event event-([a-z-]+)"/g)].map(([, verb]) => verb);
    expect(verbs).toEqual(["withdrawn", "published", "submitted"]);
    expect(news).not.toContain("Bài bị trả");
    expect(page).toMatch(/Bạn\s+<b class="event event-submitted"/);
    expect(page).toMatch(new RegExp(`${editor.id}\\s+<b class="event event-withdrawn"`));
    const withdrawn = page.slice(page.indexOf('id="withdrawn"'));
    expect(withdrawn).toContain("Bài sẽ bị gỡ");
    expect(withdrawn).toContain("Sai tên");
  });
});
