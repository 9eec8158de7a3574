import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { article, approve, publish, revise, submitArticle } from "../support/articles.ts";
import type { Finding } from "../../src/check/finding.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { docx, pdf, sendFile } from "./sample.ts";
import type { FileAnswer } from "./sample.ts";

let reporter: Colleague;
let editor: Colleague;
let plan: FileAnswer;
let count = 0;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

beforeEach(async () => {
  plan = await sendFile(reporter, "Kế hoạch số 05.pdf", pdf(4, `/Title (${++count})`));
});

const signed = { number: "05/QĐ-SKHCN", date: "2021-01-28", signer: "Nguyễn Văn A" };

function listing(title: string, more: Record<string, unknown> = {}) {
  const document = { file: plan.id, name: "Kế hoạch chuyển đổi số", ...signed, ...more };
  return article(title, { documents: [document] });
}

const path = () => `/tai-lieu/${plan.id}/ke-hoach-so-05.pdf`;

describe("an article with a document", () => {
  test("lists it with type, size, pages, number, date and signer", async () => {
    const { slug } = await publish(
      reporter,
      editor,
      listing("Bài có tài liệu", { kind: "Quyết định" }),
    );
    const page = await (await send(`/bai-viet/${slug}`)).text();
    expect(page).toContain(`<a href="${path()}" download>Kế hoạch chuyển đổi số</a>`);
    expect(page).toContain("Quyết định số 05/QĐ-SKHCN, ngày 28/01/2021, người ký Nguyễn Văn A");
    expect(page).toContain("PDF, 1 KB, 4 trang");
    expect(page).toContain('"@type":"DigitalDocument"');
    for (const rest of ["/ban-in", "/tai-ve"]) {
      const plain = await (await send(`/bai-viet/${slug}${rest}`)).text();
      expect(plain).toContain(`http://localhost:8787${path()}</span>`);
    }
  });

  test("is found by the name and the number of the document", async () => {
    const { slug } = await publish(reporter, editor, listing("Bài tìm theo số"));
    for (const words of ["05/QĐ-SKHCN", "kế hoạch chuyển đổi số"]) {
      const found = await (await send(`/tim-kiem?q=${encodeURIComponent(words)}`)).text();
      expect(found, words).toContain(`/bai-viet/${slug}`);
    }
  });

  test("has it in its feeds", async () => {
    await publish(reporter, editor, listing("Bài có tệp trong nguồn tin"));
    const url = `http://localhost:8787${path()}`;
    const feed = await (await send("/feed.json")).json<{ items: { attachments?: unknown[] }[] }>();
    expect(feed.items[0]?.attachments).toEqual([
      {
        url,
        mime_type: "application/pdf",
        title: "Kế hoạch chuyển đổi số: Số 05/QĐ-SKHCN, ngày 28/01/2021, người ký Nguyễn Văn A",
        size_in_bytes: plan.bytes,
      },
    ]);
    expect(await (await send("/rss.xml")).text()).toContain(
      `<enclosure url="${url}" type="application/pdf" length="${plan.bytes}"/>`,
    );
    expect(await (await send("/atom.xml")).text()).toContain(`href="${url}"`);
  });

  test("keeps it in its versions and gives it in the API", async () => {
    const { id } = await submitArticle(reporter, listing("Bài trong API"));
    const answer = await (
      await reporter.send(`/api/articles/${id}`)
    ).json<{ documents: unknown }>();
    expect(answer.documents).toEqual([
      { file: plan.id, name: "Kế hoạch chuyển đổi số", ...signed, kind: null },
    ]);
  });

  test("names it by its file where it has no name, and refuses an unknown or foreign file", async () => {
    const { id } = await submitArticle(reporter, listing("Bài không ghi tên", { name: "" }));
    const answer = await (
      await reporter.send(`/api/articles/${id}`)
    ).json<{
      documents: { name: string }[];
    }>();
    expect(answer.documents[0]?.name).toBe("Kế hoạch số 05");
    const stranger = await hire("reporter");
    const refused = await stranger.send("/api/articles", json("POST", listing("Chép id")));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("documents.0.file");
    for (const date of ["30/02/2021", "0001-01-01", "01/09/1945", "9999-12-31"]) {
      const wrongDay = json("POST", listing("Sai ngày", { date }));
      const problem = await (await reporter.send("/api/articles", wrongDay)).text();
      expect(problem, date).toContain('"path":"documents.0.date"');
    }
  });
});

test("soát bài warns of what the file of a document tells about people", async () => {
  plan = await sendFile(reporter, "Danh sách.pdf", pdf(1, `/Author (Le Ha ${++count})`));
  const saved = await reporter.send("/api/articles", json("POST", listing("Bài có tác giả tệp")));
  const { findings } = await saved.json<{ findings: Finding[] }>();
  const warning = findings.find(({ rule }) => rule === "file-properties");
  expect(warning).toMatchObject({ severity: "warn", where: { field: "documents.0.file" } });
  expect(warning?.message).toContain(`Tệp “Danh sách.pdf” có ghi: tác giả “Le Ha ${count}”`);

  // Whoever types the id of a file that they may not see learns nothing of it.
  const stranger = await hireInBrowser("reporter");
  const other = await stranger.send("/api/articles", json("POST", article("Bài khác")));
  const content = { ...article("Bài khác"), documents: [{ file: plan.id }] };
  const headers = { ...sameOrigin, cookie: stranger.cookie };
  const path = `/toa-soan/bai/${(await other.json<{ id: string }>()).id}/nhap`;
  const proof = await stranger.send(path, json("PUT", { baseVersion: 1, content }, headers));
  expect(proof.status).toBe(200);
  expect(await proof.text()).not.toContain("Le Ha");
});

test("the article page of the newsroom tells who sent a document and which other texts use it", async () => {
  const owner = await hireInBrowser("reporter");
  plan = await sendFile(owner, "Dùng chung.pdf", pdf(1, `/Title (${++count})`));
  const { id } = await submitArticle(owner, listing("Bài thứ nhất của tài liệu"));
  await submitArticle(owner, listing("Bài thứ hai của tài liệu"));
  const page = await (await owner.open(`/toa-soan/bai/${id}`)).text();
  expect(page).toContain(`/tep">Dùng chung.pdf</a>`);
  expect(page).toContain(`${owner.id} gửi lên`);
  expect(page).toMatch(/Còn dùng ở 1 bài khác:\s*<a href="[^"]+">Bài thứ hai của tài liệu<\/a>/);
});

test("the review and the comparison name each document that was added, removed or changed", async () => {
  const [old, gone, next] = [plan, await sendNew("bo.pdf"), await sendNew("them.pdf")];
  const lead = { file: old.id, name: "Kế hoạch chuyển đổi số", ...signed };
  const first = [lead, { file: gone.id, name: "Phụ lục cũ" }];
  const published = await publish(
    reporter,
    editor,
    article("Bài đổi tài liệu", { documents: first }),
  );
  const changed = { ...lead, number: "06/QĐ-SKHCN", date: "2021-02-01", signer: "Nguyễn Văn B" };
  const second = [{ file: next.id, name: "Phụ lục mới" }, changed];
  await revise(reporter, published, article("Bài đổi tài liệu", { documents: second }));
  const staff = await hireInBrowser("editor");
  const { id } = published;
  for (const path of [`/toa-soan/bai/${id}/duyet`, `/toa-soan/bai/${id}/so-sanh?from=1&to=2`]) {
    const page = (await (await staff.open(path)).text()).replace(
      /<span class="unseen">[^<]*<\/span>/g,
      "",
    );
    expect(page, path).toMatch(/<b>Bỏ:<\/b>\s*Phụ lục cũ/);
    expect(page, path).toMatch(/<b>Thêm:<\/b>\s*Phụ lục mới/);
    expect(page, path).toContain("Sửa “Kế hoạch chuyển đổi số”");
    for (const field of ["Số, ký hiệu", "Ngày ký", "Người ký"]) {
      expect(page, path).toMatch(new RegExp(`<li>${field}: [^]*?<del[^]*?<ins`));
    }
    expect(page, path).not.toContain("Đổi thứ tự tài liệu");
  }
});

async function sendNew(name: string): Promise<FileAnswer> {
  return sendFile(reporter, name, pdf(1, `/Title (${++count})`));
}

describe("GET /tai-lieu/:file/:name", () => {
  test("answers 404 before publication, serves it after, and answers 410 after withdrawal", async () => {
    const { id } = await submitArticle(reporter, listing("Bài sẽ gỡ"));
    expect((await send(path())).status).toBe(404);
    await approve(editor, id);
    const served = await send(path());
    expect(served.status).toBe(200);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": `attachment; filename="Ke hoach so 05.pdf"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2005.pdf`,
      "accept-ranges": "bytes",
    });
    expect((await served.arrayBuffer()).byteLength).toBe(plan.bytes);
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
    expect((await send(path())).status).toBe(410);
    expect((await send(`/tai-lieu/${plan.id}/khac.pdf`)).status).toBe(410);
    expect(await env.PHOTOS.head(`files/${plan.id}`)).not.toBeNull();
  });

  test("leads any other name to the file's own", async () => {
    await publish(reporter, editor, listing("Bài có tên khác"));
    const moved = await send(`/tai-lieu/${plan.id}/khac.pdf`);
    expect([moved.status, moved.headers.get("location")]).toEqual([302, path()]);
  });

  test("serves parts, fresh and from the cache: 206, 416, If-Range, HEAD", async () => {
    await publish(reporter, editor, listing("Bài đọc từng phần"));
    const ask = async (headers: Record<string, string>, method = "GET") => {
      const answer = await send(path(), { method, headers });
      const { byteLength } = await answer.arrayBuffer();
      return [answer.status, answer.headers.get("content-range"), byteLength];
    };
    const size = plan.bytes;
    for (const round of ["fresh", "from the cache"]) {
      expect(await ask({ range: "bytes=0-4" }), round).toEqual([206, `bytes 0-4/${size}`, 5]);
      expect(await ask({ range: "bytes=-3" }), round).toEqual([
        206,
        `bytes ${size - 3}-${size - 1}/${size}`,
        3,
      ]);
      expect(await ask({ range: `bytes=${size}-` }), round).toEqual([416, `bytes */${size}`, 0]);
      const etag = `"${plan.id.slice(0, 32)}"`;
      expect(await ask({ range: "bytes=5-", "if-range": etag }), round).toEqual([
        206,
        `bytes 5-${size - 1}/${size}`,
        size - 5,
      ]);
      expect(await ask({ range: "bytes=5-", "if-range": '"other"' }), round).toEqual([
        200,
        null,
        size,
      ]);
      expect(await ask({ range: "bytes=0-1" }, "HEAD"), round).toEqual([200, null, 0]);
      expect((await send(path(), { headers: { "if-none-match": etag } })).status).toBe(304);
      await (await send(path())).arrayBuffer();
    }
  });

  test("stays for another article that uses the file, and goes with the last", async () => {
    const first = await publish(reporter, editor, listing("Bài thứ nhất dùng chung"));
    const second = await publish(reporter, editor, listing("Bài thứ hai dùng chung"));
    await revise(reporter, first, article("Bài thứ nhất thôi dùng"));
    await approve(editor, first.id);
    expect((await send(path())).status).toBe(200);
    await editor.send(`/api/articles/${second.id}/publication`, json("DELETE", { reason: "Sai" }));
    expect((await send(path())).status).toBe(410);
  });

  test("answers 410 at once after an erasure, and the article lists the document no more", async () => {
    const { slug, id } = await publish(
      reporter,
      editor,
      listing("Bài có tệp bị xóa", { name: "Danh sách riêng" }),
    );
    await (await send(path())).arrayBuffer();
    await (await send(`/bai-viet/${slug}`)).text();
    const erased = await editor.send(
      `/api/files/${plan.id}`,
      json("DELETE", { reason: "Có số điện thoại" }),
    );
    expect(erased.status).toBe(200);
    expect((await send(path())).status).toBe(410);
    expect(await env.PHOTOS.head(`files/${plan.id}`)).toBeNull();
    for (const page of [`/bai-viet/${slug}`, "/feed.json", "/rss.xml", `/api/articles/${id}`]) {
      expect(await (await send(page)).text(), page).not.toContain("Danh sách riêng");
    }
  });

  test("is erased by an editor on the article page, with a reason", async () => {
    const { id } = await publish(reporter, editor, listing("Bài có tệp gửi nhầm"));
    const browser = await hireInBrowser("editor");
    const read = async (address: string) => (await browser.open(address)).text();
    const erasure = `/toa-soan/bai/${id}/tai-lieu/${plan.id}/xoa`;
    expect(await read(`/toa-soan/bai/${id}`)).toContain(`href="${erasure}"`);
    expect(await read(erasure)).toContain("Xóa vĩnh viễn tệp này?");
    const refused = await browser.post(erasure, { reason: " \u00ad" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Hãy ghi lý do xóa.");
    expect((await send(path())).status).toBe(200);
    const done = await browser.post(erasure, { reason: "Gửi nhầm" });
    expect(await read(done.headers.get("location") ?? "")).toContain("Đã xóa vĩnh viễn tệp.");
    expect((await send(path())).status).toBe(410);
  });
});

test("a Word document is served with its own type", async () => {
  plan = await sendFile(reporter, "To trinh.docx", docx({ "word/x.xml": String(++count) }));
  await publish(reporter, editor, listing("Bài có tệp Word"));
  const served = await send(`/tai-lieu/${plan.id}/to-trinh.docx`);
  expect(served.headers.get("content-type")).toContain("wordprocessingml");
  await served.arrayBuffer();
});
