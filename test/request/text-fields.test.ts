import { describe, expect, test } from "vitest";
import { readTextFields } from "../../src/request/text-fields.ts";

const wanted = {
  isKnown: (name: string) => /^(?:title|body|empty)$/.test(name),
  maxBytes: 1000,
  maxParts: 10,
};

/** A form with a file before, between and after its fields. */
function sampleForm(): FormData {
  const form = new FormData();
  form.set("photo", new File(["--x\r\n\r\n".repeat(900)], "a.jpg"));
  form.set("title", "Tiêu đề có “dấu”");
  form.set("unknown", "không ai đọc");
  form.set("empty", "");
  form.append("body", "Dòng một\r\n--dòng hai\r\n");
  form.append("body", "lần hai");
  form.set("empty-file", new File([], ""));
  form.set("last", new File(["\r\n--"], "b.jpg"));
  return form;
}

async function read(bytes: Uint8Array, type: string, size: number, more = {}) {
  let at = 0;
  const body = new ReadableStream({
    type: "bytes",
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  const raw = new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": type },
  });
  return readTextFields({ req: { raw }, var: {} }, { ...wanted, ...more });
}

async function encodeForm(form: FormData | URLSearchParams) {
  const response = new Response(form);
  return {
    type: response.headers.get("content-type") ?? "",
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

describe("the known text fields of a multipart form", () => {
  test.each([1, 2, 3, 7, 64, 1000, 100_000])("are read from chunks of %i bytes", async (size) => {
    const { bytes, type } = await encodeForm(sampleForm());
    const { fields, hasFiles } = await read(bytes, type, size);
    expect([...fields]).toEqual([
      ["title", "Tiêu đề có “dấu”"],
      ["empty", ""],
      ["body", "Dòng một\r\n--dòng hai\r\n"],
    ]);
    expect(hasFiles).toBe(true);
  });

  test("have no files if the browser sent an empty one", async () => {
    const form = new FormData();
    form.set("title", "x");
    form.set("photo", new File([], ""));
    const { bytes, type } = await encodeForm(form);
    expect((await read(bytes, type, 50)).hasFiles).toBe(false);
  });

  test.each<[string, string, object]>([
    ["more bytes of them than allowed", "too-large", { maxBytes: 20 }],
    ["more parts than allowed", "too-large", { maxParts: 5 }],
  ])("%s are refused", async (_, code, more) => {
    const { bytes, type } = await encodeForm(sampleForm());
    await expect(read(bytes, type, 100, more)).rejects.toMatchObject({ code });
  });

  test("a body that is cut short is refused wherever it ends", async () => {
    const { bytes, type } = await encodeForm(sampleForm());
    for (let end = 0; end < bytes.length - 4; end += 101) {
      await expect(read(bytes.slice(0, end), type, 500)).rejects.toMatchObject({
        code: "malformed",
      });
    }
  });

  test("headers without an end are refused", async () => {
    const bytes = new TextEncoder().encode(`--x\r\n${"a".repeat(5000)}`);
    const sent = read(bytes, "multipart/form-data; boundary=x", 10);
    await expect(sent).rejects.toMatchObject({ code: "too-large" });
  });

  test.each(["", "; boundary=", "; boundary=a; boundary=b", '; boundary="a\\"b"'])(
    "the type multipart/form-data%s is refused",
    async (rest) => {
      const sent = read(new Uint8Array(), `multipart/form-data${rest}`, 10);
      await expect(sent).rejects.toMatchObject({ code: "malformed" });
    },
  );
});

test("the known fields of a urlencoded form are read once each", async () => {
  const form = new URLSearchParams([
    ["title", "một"],
    ["title", "hai"],
    ["unknown", "ba"],
  ]);
  const { bytes, type } = await encodeForm(form);
  expect([...(await read(bytes, type, 5)).fields]).toEqual([["title", "một"]]);
});
