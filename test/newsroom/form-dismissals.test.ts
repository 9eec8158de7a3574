import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { addSections } from "../support/newsroom.ts";
import { employ } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, multipart, saved, typed } from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await employ("reporter");
});

const missingStop = { rule: "lede-full-stop", field: "lede", excerpt: "" };

async function pageOf(id: string): Promise<string> {
  return (await reporter.open(`/toa-soan/bai/${id}/sua`)).text();
}

describe("dismissing a finding", () => {
  test("by the form: a reason is required, and typed text is kept", async () => {
    const id = await saved(reporter, typed("Sapo lạ", { lede: "Sapo không có dấu chấm" }));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const number =
      Object.keys(fields)
        .find((name) => name.startsWith("finding."))
        ?.slice("finding.".length) ?? "";
    expect(JSON.parse(fields[`finding.${number}`] ?? "")).toMatchObject({ rule: "lede-full-stop" });
    const sent = { ...fields, body: "Chữ mới gõ.", act: `dismiss.${number}` };
    const refused = await reporter.post(action, multipart(sent));
    expect(refused.status).toBe(422);
    expect(await refused.clone().text()).toContain("Hãy ghi lý do");
    expect((await formIn(refused)).fields).toMatchObject({ body: "Chữ mới gõ." });
    const taken = await reporter.post(
      action,
      multipart({ ...sent, [`reason.${number}`]: "Sapo là câu thơ <i>" }),
    );
    expect(taken.status).toBe(200);
    const page = await taken.clone().text();
    expect(page).toContain("Đã bỏ qua 1 nhắc");
    expect(page).toContain("Sapo là câu thơ &lt;i&gt;");
    expect((await formIn(taken)).fields).toMatchObject({ body: "Chữ mới gõ." });
    const log = await env.DB.prepare(
      "SELECT actor_id, detail FROM log WHERE act = 'finding.dismissed' AND subject = ?1",
    )
      .bind(id)
      .first<{ actor_id: string; detail: string }>();
    expect(log?.actor_id).toBe(reporter.id);
    expect(JSON.parse(log?.detail ?? "")).toMatchObject({
      rule: "lede-full-stop",
      reason: "Sapo là câu thơ <i>",
    });
  });

  test("lasts until the text in question changes", async () => {
    const id = await saved(reporter, typed("Sapo đổi", { lede: "Sapo một" }));
    const { fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const finding = JSON.parse(fields["finding.0"] ?? "") as Record<string, string>;
    const send = (more: Record<string, string>) =>
      reporter.post(
        `/toa-soan/bai/${id}/bo-qua`,
        { ...finding, ...more },
        { accept: "application/json" },
      );
    expect((await send({ reason: "Cố ý" })).status).toBe(204);
    expect(await pageOf(id)).toContain("Đã bỏ qua 1 nhắc");
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await reporter.post(
      shown.action,
      multipart({ ...shown.fields, lede: "Sapo hai", act: "save" }),
    );
    expect(await pageOf(id)).not.toContain("Đã bỏ qua");
    expect(await pageOf(id)).toContain("1 chỗ nên xem lại");
  });

  test("a blocking finding cannot be dismissed", async () => {
    const id = await saved(reporter, typed("Thiếu sapo", { lede: "" }));
    const fields = { rule: "missing-lede", field: "lede", excerpt: "", reason: "Cố tình" };
    await reporter.post(`/toa-soan/bai/${id}/bo-qua`, fields);
    expect(await pageOf(id)).toContain("1 lỗi phải sửa trước khi nộp");
    const { action, fields: shown } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect((await reporter.post(action, multipart({ ...shown, act: "submit" }))).status).toBe(422);
  });

  test("without script it leads back to the article; without a reason, or of another's article, it is refused", async () => {
    const id = await saved(reporter, typed("Về phòng"));
    const path = `/toa-soan/bai/${id}/bo-qua`;
    const answer = await reporter.post(path, { ...missingStop, reason: "Vì thế" });
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}#soat-bai`);
    expect((await reporter.post(path, { ...missingStop, reason: " " })).status).toBe(422);
    expect((await reporter.post(path, { reason: "x" })).status).toBe(422);
    const other = await employ("reporter");
    expect((await other.post(path, { ...missingStop, reason: "Vì thế" })).status).toBe(404);
  });
});
