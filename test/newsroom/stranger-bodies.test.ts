import { beforeAll, describe, expect, test } from "vitest";
import { addSections, send } from "../support/newsroom.ts";
import { listRoutes } from "../support/routes.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data; boundary=x";

/** A multipart body with `count` parts of this name and value. */
function parts(count: number, name: string, value: string): string {
  const part = `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return `${part.repeat(count)}--x--\r\n`;
}

const size = 4_000_000;

/** Bodies that are expensive to read or to send back, as [name, type, body]. */
const large: [string, string, string][] = [
  ["names without values", urlencoded, "a&".repeat(size / 2)],
  ["one known field many times", urlencoded, "title=%22&".repeat(size / 10)],
  ["one large field", urlencoded, `body=${'"'.repeat(size)}`],
  ["many parts", multipart, parts(60_000, "title", '"')],
  ["one large part", multipart, parts(1, "body", '"'.repeat(size))],
  ["many files", multipart, parts(50_000, 'f"; filename="a', "")],
  ["deep JSON", "application/json", "[".repeat(size)],
  ["a type without a boundary", "multipart/form-data", "a&".repeat(size / 2)],
];

/** Similar bodies within the limit of 64 KB. */
const small: [string, string, string][] = [
  ["names without values", urlencoded, "a&".repeat(32_000)],
  ["every quote of a field escaped", urlencoded, `title=${'"'.repeat(63_000)}`],
  ["many parts", multipart, parts(1000, "title", '"')],
  ["one part", multipart, parts(1, "reason", '"'.repeat(60_000))],
  ["deep JSON", "application/json", "[".repeat(64_000)],
];

/** Every route that reads a body, with a path that fits it. */
const routes = [...listRoutes("newsroom"), ...listRoutes("everybody")]
  .filter((route) => !route.startsWith("GET "))
  .map((route) => route.replace(/:\w+/g, "1").split(" ") as [method: string, path: string]);

let address = 0;

/** Sends a body without a cookie or a token. Each comes from another network address, so that no rate limit stops it. */
async function bytesOut(method: string, path: string, type: string, body: string): Promise<number> {
  const from = `10.0.${++address >> 8}.${address & 255}`;
  const headers = { ...sameOrigin, "content-type": type, "cf-connecting-ip": from };
  const answer = await send(path, { method, headers, body });
  expect(answer.status, `${method} ${path}`).toBeLessThan(500);
  return (await answer.arrayBuffer()).byteLength;
}

describe("without a session or a token", () => {
  test("the list of routes is not empty", () => {
    expect(routes.length).toBeGreaterThan(45);
  });

  test.each(routes)(
    "%s %s sends back little, whatever large body it is sent",
    async (method, path) => {
      for (const [what, type, body] of large) {
        expect(await bytesOut(method, path, type, body), what).toBeLessThan(40_000);
      }
    },
  );

  test.each(routes)("%s %s sends back at most six times a small body", async (method, path) => {
    for (const [what, type, body] of small) {
      const out = await bytesOut(method, path, type, body);
      expect(out, what).toBeLessThan(40_000 + 6 * body.length);
    }
  });

  test("POST of the sign-in page repeats little of a long username", async () => {
    const body = parts(1, "username", '"'.repeat(60_000));
    expect(await bytesOut("POST", "/toa-soan/dang-nhap", multipart, body)).toBeLessThan(40_000);
  });

  const pages = [...listRoutes("newsroom"), ...listRoutes("everybody")]
    .filter((route) => route.startsWith("GET "))
    .map((route) => route.slice(4).replace(/:sitemap{.*}/, "sitemap-2026-01.xml"))
    .map((path) => path.replace(/:\w+/g, '"'.repeat(100)));

  test.each(pages)("GET %s sends back at most six times a long query", async (path) => {
    const value = '"'.repeat(2000);
    const query = ["q", "next", "truoc", "since", "cursor", "section"].map(
      (name) => `${name}=${value}`,
    );
    const answer = await send(`${path}?${query.join("&")}`);
    const out = (await answer.arrayBuffer()).byteLength;
    expect(out).toBeLessThan(200_000);
  });
});

describe("a form that is sent after the session ended", () => {
  beforeAll(() => addSections("tin-tuc"));

  test("is sent back with its text, without its photos and without unknown fields", async () => {
    const sent = new FormData();
    sent.set("photos", new File([new Uint8Array(3_000_000)], "a.jpg"));
    sent.set("title", "Bài viết dở");
    sent.set("body", "Một đoạn. ".repeat(20_000));
    sent.append("body", "Đoạn thứ hai của kẻ lạ");
    sent.set("unknown", "Trường lạ");
    sent.set("finding.3", "độ dài");
    const answer = await send("/toa-soan/bai", { method: "POST", body: sent, headers: sameOrigin });
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('name="title" value="Bài viết dở"');
    expect(page).toContain("Một đoạn. ".repeat(20_000));
    expect(page).toContain('name="finding.3"');
    expect(page).toContain("Ảnh");
    expect(page).not.toContain("kẻ lạ");
    expect(page).not.toContain("Trường lạ");
  });
});

describe("a signed-in user", () => {
  test.each([
    ["more than 1 MB of text", `title=${"x".repeat(1_000_001)}`],
    ["more than 2,000 parts", "a&".repeat(2000)],
  ])("is refused an article form with %s", async (_, body) => {
    const { cookie } = await hireInBrowser("reporter");
    const headers = { cookie, ...sameOrigin, "content-type": urlencoded };
    const answer = await send("/toa-soan/bai", { method: "POST", body, headers });
    expect(answer.status).toBe(413);
    expect((await answer.text()).length).toBeLessThan(40_000);
  });
});
