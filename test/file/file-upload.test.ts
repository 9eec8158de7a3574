import { env } from "cloudflare:workers";
import { zlibSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hire } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { compoundFile, propertySet } from "./compound-sample.ts";
import { toBytes, docx, pdf, pdfOfStreams, postFile, sendFile, zip } from "./sample.ts";

let reporter: Colleague;
let colleague: Colleague;
let editor: Colleague;

beforeAll(async () => {
  [reporter, colleague, editor] = [
    await hire("reporter"),
    await hire("reporter"),
    await hire("editor"),
  ];
});

beforeEach(async () => {
  const { objects } = await env.PHOTOS.list();
  await env.PHOTOS.delete(objects.map(({ key }) => key));
  await env.DB.batch(
    ["published_files", "file_uses", "file_senders", "files"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
});

async function storedKeys(): Promise<string[]> {
  return (await env.PHOTOS.list()).objects.map(({ key }) => key);
}

describe("POST /api/files", () => {
  test("stores a PDF under its SHA-256, with its pages and the people it names", async () => {
    const sent = pdf(3, "/Title (Bao cao) /Author <FEFF0110 01B0>");
    const file = await sendFile(reporter, "Quyết định 05.pdf", sent);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", sent)).toHex();
    expect(file).toEqual({
      id: digest,
      kind: "document",
      type: "application/pdf",
      name: "Quyết định 05.pdf",
      bytes: sent.length,
      pages: 3,
      seconds: null,
      properties: { title: "Bao cao", author: "Đư" },
      width: null,
      height: null,
      transcript: null,
    });
    expect(await storedKeys()).toEqual([`files/${digest}`]);
    const stored = await env.PHOTOS.get(`files/${digest}`);
    expect(new Uint8Array((await stored?.arrayBuffer()) ?? [])).toEqual(sent);
  });

  test("gives the same file for the same bytes, and lets both senders see it", async () => {
    const sent = pdf(1);
    const first = await sendFile(reporter, "mot.pdf", sent);
    expect(await sendFile(colleague, "hai.pdf", sent)).toEqual(first);
    for (const sender of [reporter, colleague]) {
      expect((await sender.send(`/api/files/${first.id}`)).status).toBe(200);
    }
    expect(await storedKeys()).toEqual([`files/${first.id}`]);
  });

  test("repeats its answer for a repeated Idempotency-Key, and refuses it with other bytes", async () => {
    const key = { "idempotency-key": crypto.randomUUID() };
    const first = await postFile(reporter, "mot.pdf", pdf(1), key);
    expect(await (await postFile(reporter, "mot.pdf", pdf(1), key)).json()).toEqual(
      await first.json(),
    );
    expect((await postFile(reporter, "mot.pdf", pdf(2), key)).status).toBe(422);
    expect(await storedKeys()).toHaveLength(1);
  });

  test("reads the pages and properties of a Word document", async () => {
    const sent = docx({
      "docProps/core.xml":
        "<cp:coreProperties><dc:description>Gửi le.ha@example.vn</dc:description><dc:creator>Nguyễn A &amp; B</dc:creator><cp:lastModifiedBy>Lê B</cp:lastModifiedBy></cp:coreProperties>",
      "docProps/app.xml":
        "<Properties><Pages>7</Pages><Company>Sở KH&amp;CN</Company><Template>C:\\Users\\an\\mau.dotx</Template></Properties>",
      "word/comments.xml": '<w:comments><w:comment w:id="1"/></w:comments>',
      "word/document.xml": '<w:document><w:ins w:id="2"/></w:document>',
    });
    expect(await sendFile(reporter, "to-trinh.docx", sent)).toMatchObject({
      pages: 7,
      properties: {
        author: "Nguyễn A & B",
        lastModifiedBy: "Lê B",
        company: "Sở KH&CN",
        description: "Gửi le.ha@example.vn",
        email: "le.ha@example.vn",
        template: "C:\\Users\\an\\mau.dotx",
        hasComments: true,
        hasTrackedChanges: true,
      },
    });
  });

  test("reads the pages and properties of a PDF in compressed streams, with bytes before its beginning too", async () => {
    const info = "/Author (An) /Subject (Hoi le.ha@example.vn)";
    for (const before of ["", "sent by a printer\n"]) {
      const sent = pdfOfStreams(12, info, before);
      expect(await sendFile(reporter, "van-ban.pdf", sent)).toMatchObject({
        pages: 12,
        properties: { author: "An", email: "le.ha@example.vn" },
      });
    }
  });

  test("bounds the work for small files that claim or unpack to very much", async () => {
    const rows = zlibSync(new Uint8Array(4_000_000).fill(1), { level: 9 });
    const table = String.fromCharCode(...rows);
    const stream = `<< /Type /XRef /W [1 0 0] /Size 900000000 /Filter /FlateDecode /Length ${table.length} >>`;
    const text = `%PDF-1.5\n1 0 obj\n${stream}\nstream\n${table}\nendstream\nendobj\nstartxref\n9\n%%EOF`;
    expect(await sendFile(reporter, "a.pdf", toBytes(text))).toMatchObject({ pages: null });
    const core = "<dc:title ".repeat(20_000);
    const word = docx({ "docProps/core.xml": core, "docProps/app.xml": " ".repeat(30_000_000) });
    expect(await sendFile(reporter, "a.docx", word)).toMatchObject({ pages: null, properties: {} });
  });

  test("reads the pages and properties of old Word, Excel and PowerPoint files", async () => {
    const people = { 2: "Tờ trình", 4: "Đỗ An", 8: "Lê B" };
    const properties = { title: "Tờ trình", author: "Đỗ An", lastModifiedBy: "Lê B" };
    const office = { "\u0005DocumentSummaryInformation": propertySet({ 7: 9, 15: "Sở KH&CN" }) };
    const word = {
      WordDocument: new Uint8Array(8000),
      "\u0005SummaryInformation": propertySet({ ...people, 14: 3 }),
      ...office,
    };
    expect(await sendFile(reporter, "a.doc", compoundFile(word))).toMatchObject({
      type: "application/msword",
      pages: 3,
      properties: { ...properties, company: "Sở KH&CN" },
    });
    const slides = {
      "PowerPoint Document": new Uint8Array(5000),
      "\u0005SummaryInformation": propertySet(people),
      ...office,
    };
    expect(await sendFile(reporter, "a.ppt", compoundFile(slides))).toMatchObject({
      type: "application/vnd.ms-powerpoint",
      pages: 9,
    });
    // A sheet that holds a Word document, with its name in capitals, as some programs write it.
    const sheet = { MBD0001: word, WORKBOOK: new Uint8Array(300) };
    expect(await sendFile(reporter, "a.xls", compoundFile(sheet))).toMatchObject({
      type: "application/vnd.ms-excel",
      pages: null,
      properties: {},
    });
  });

  const withMacro = { "word/vbaProject.bin": "macro" };
  const refusals: [string, string, Uint8Array<ArrayBuffer>, RegExp][] = [
    ["a Word file named .pdf", "a.pdf", docx(), /“a\.pdf” thật ra là tệp \.docx/],
    ["a PDF named .docx", "a.docx", pdf(1), /thật ra là tệp \.pdf/],
    ["an archive named .docx", "a.docx", zip({ "a.txt": "a" }), /thật ra là tệp \.zip/],
    ["a Word file with macros", "a.docx", docx(withMacro), /“a\.docx” chứa macro/],
    ["a file named .docm", "a.docm", docx(withMacro), /“a\.docm” chứa macro/],
    [
      "an old Word file with macros",
      "a.doc",
      compoundFile({ WordDocument: toBytes("w"), Macros: { VBA: { dir: toBytes("m") } } }),
      /“a\.doc” chứa macro/,
    ],
    [
      "an old Excel file with a password",
      "a.xls",
      compoundFile({ Workbook: toBytes("\x09\x08\0\0\x2f\0\0\0") }),
      /“a\.xls” có đặt mật khẩu/,
    ],
    [
      "an encrypted Word file",
      "a.docx",
      compoundFile({ ENCRYPTEDPACKAGE: toBytes("x") }),
      /“a\.docx” có đặt mật khẩu/,
    ],
    [
      "a web page named .doc",
      "a.doc",
      toBytes("<html><body>Tờ trình</body></html>"),
      /Nội dung của “a\.doc”/,
    ],
    [
      "an old file that ends early",
      "a.doc",
      compoundFile({ WordDocument: toBytes("w") }).slice(0, 600),
      /“a\.doc” bị hỏng|Nội dung của “a\.doc”/,
    ],
    ["a program", "a.pdf", toBytes("MZ\x90\0"), /“a\.pdf” là chương trình/],
    [
      "an archive with a program",
      "a.zip",
      zip({ "x/b.exe": "MZ" }),
      /“a\.zip” chứa tệp “x\/b\.exe”/,
    ],
    ["an encrypted PDF", "a.pdf", pdf(1, "", "/Encrypt 3 0 R"), /“a\.pdf” có đặt mật khẩu/],
    ["text named .pdf", "a.pdf", toBytes("một tệp chữ"), /Nội dung của “a\.pdf”/],
    ["a web page", "a.html", toBytes("<html>"), /“a\.html”: chỉ nhận tệp có đuôi/],
    [
      "a file named .constructor",
      "a.constructor",
      pdf(1),
      /“a\.constructor”: chỉ nhận tệp có đuôi/,
    ],
    ["an archive that ends early", "a.zip", zip({ a: "b" }).slice(0, 40), /“a\.zip” bị hỏng/],
    ["an empty file", "a.pdf", toBytes(""), /“a\.pdf” không có nội dung/],
  ];

  test.each(refusals)("refuses %s by name and stores nothing", async (_, name, bytes, message) => {
    const answer = await postFile(reporter, name, bytes);
    expect([415, 422]).toContain(answer.status);
    const problem = await answer.json<{ errors: { path: string; message: string }[] }>();
    expect(problem.errors).toEqual([{ path: "file", message: expect.stringMatching(message) }]);
    expect(await storedKeys()).toEqual([]);
  });

  test("refuses more than 25 MB before it reads them", async () => {
    const answer = await postFile(reporter, "nang.pdf", pdf(1), { "content-length": "25000001" });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("“nang.pdf” nặng quá 25 MB");
  });

  test("leaves nothing of a body that is shorter than stated", async () => {
    const bytes = pdf(1);
    const answer = await postFile(reporter, "thieu.pdf", bytes, {
      "content-length": String(bytes.length + 5),
    });
    expect(answer.status).toBe(400);
    expect(await storedKeys()).toEqual([]);
  });

  test("refuses a file without a name", async () => {
    const answer = await reporter.send("/api/files", {
      method: "POST",
      body: pdf(1),
      headers: { "content-length": "10" },
    });
    expect(answer.status).toBe(422);
  });
});

describe("DELETE /api/files/:id", () => {
  const erasing = {
    method: "DELETE",
    body: JSON.stringify({ reason: "Có số điện thoại" }),
    headers: { "content-type": "application/json" },
  };

  test("erases the bytes and what the file told, and the same bytes cannot return", async () => {
    const { id } = await sendFile(reporter, "rieng.pdf", pdf(1, "/Author (An)"));
    expect((await editor.send(`/api/files/${id}`, erasing)).status).toBe(200);
    expect(await storedKeys()).toEqual([]);
    expect((await editor.send(`/api/files/${id}`)).status).toBe(404);
    const row = await env.DB.prepare("SELECT name, properties FROM files").first();
    expect(row).toEqual({ name: "", properties: "{}" });
    const again = await postFile(reporter, "rieng.pdf", pdf(1, "/Author (An)"));
    expect(again.status).toBe(410);
    expect(await again.text()).toContain("“rieng.pdf” đã bị xóa");
    expect(await storedKeys()).toEqual([]);
  });

  test("lets a reporter erase only what nobody else sent", async () => {
    const { id } = await sendFile(reporter, "chung.pdf", pdf(2));
    expect((await colleague.send(`/api/files/${id}`, erasing)).status).toBe(404);
    await sendFile(colleague, "chung.pdf", pdf(2));
    expect((await reporter.send(`/api/files/${id}`, erasing)).status).toBe(403);
    const own = await sendFile(reporter, "rieng.pdf", pdf(3));
    expect((await reporter.send(`/api/files/${own.id}`, erasing)).status).toBe(200);
  });
});
