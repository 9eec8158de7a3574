import { beforeAll, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, multipart, saveArticle, typeArticle, write, openNewForm } from "./article-form.ts";

let reporter: Staff;

/** Text that breaks the markup wherever it is not escaped. */
const hostile = `"'><script>x</script></textarea>&amp;`;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
});

async function expectSound(answer: Response, status: number): Promise<void> {
  expect(answer.status).toBe(status);
  const page = await answer.text();
  expect(page).not.toContain("<script>x");
  expect(await htmlFaults(page)).toEqual([]);
}

describe("the form's HTML is valid for hostile texts", () => {
  test("in an empty form", async () => {
    await expectSound(await openNewForm(reporter), 200);
  });

  test("and includes the script once", async () => {
    const page = await (await openNewForm(reporter)).text();
    expect(page.match(/<script type="module"/g)).toHaveLength(1);
  });

  test("with an error at every kind of field", async () => {
    const wrong = { title: "", lede: "x".repeat(3001), section: hostile, "source.url": hostile };
    await expectSound(await write(reporter, typeArticle(hostile, wrong)), 422);
  });

  test("with findings, dismissals, unsaved text and a second writer", async () => {
    const id = await saveArticle(
      reporter,
      typeArticle(hostile, { lede: `Sapo không chấm ${hostile}` }),
    );
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const dismissal = { "reason.0": hostile, act: "dismiss.0" };
    await expectSound(await reporter.post(action, multipart({ ...fields, ...dismissal })), 200);
    const preview = { ...fields, body: `${hostile}  A  b`, act: "preview" };
    await reporter.post(action, multipart(preview));
    const editor = await hireInBrowser("editor");
    await editor.open(action);
    await expectSound(await reporter.open(action), 200);
  });

  test("in a conflict with two texts side by side", async () => {
    const id = await saveArticle(reporter, typeArticle("Hai bản"));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await reporter.post(
      action,
      multipart({ ...fields, title: hostile, body: hostile, act: "save" }),
    );
    const stale = { ...fields, title: `A ${hostile}`, lede: hostile, section: "", act: "save" };
    await expectSound(await reporter.post(action, multipart(stale)), 409);
  });

  test("after the session has ended", async () => {
    const form = multipart({ ...typeArticle(hostile), act: "save" });
    await expectSound(await reporter.post("/toa-soan/bai", form, { cookie: "" }), 401);
  });
});
