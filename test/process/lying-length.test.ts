import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmptySite } from "../browser/support/empty-site.ts";
import type { EmptySite } from "../browser/support/empty-site.ts";

/** The token of the first reporter that the site hires. */
const token = `bt_reporter-0_${"x".repeat(32)}`;

let site: EmptySite;

beforeAll(async () => {
  site = await openEmptySite();
  await site.hire("reporter", 1);
});

afterAll(() => site.stop());

const body = JSON.stringify({ title: "Bài khai sai độ dài" });
const bytes = Buffer.byteLength(body);

/** Sends bytes over a new connection. Returns the answer when the server ends it, or after `maxWait` ms. */
function converse(request: string, { halfClose = true, maxWait = 60_000 } = {}): Promise<string> {
  const { hostname, port } = new URL(site.address);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("end", end);
    socket.on("error", end);
    setTimeout(end, maxWait);
    socket.write(request);
    if (halfClose) socket.end();
  });
}

function post(headers: string[], sent = body): string {
  const head = [
    "POST /api/articles?submit=false HTTP/1.1",
    "Host: localhost",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    ...headers,
  ];
  return `${head.join("\r\n")}\r\n\r\n${sent}`;
}

async function articles(): Promise<unknown> {
  return site.database.prepare("SELECT COUNT(*) AS count FROM articles").first("count");
}

function statuses(answer: string): string[] {
  return answer.match(/(?<=HTTP\/1\.1 )\d{3}/g) ?? [];
}

const chunk = (size: string, text: string) => `${size}\r\n${text}\r\n`;
const chunked = ["Transfer-Encoding: chunked"];

describe("POST /api/articles over a socket", () => {
  test("with a correct length, by Content-Length or in chunks, answers 201", async () => {
    const before = Number(await articles());
    const whole = chunk(bytes.toString(16), body) + chunk("0", "");
    for (const request of [post([`Content-Length: ${bytes}`]), post(chunked, whole)]) {
      expect(statuses(await converse(request))).toEqual(["201"]);
    }
    expect(await articles()).toBe(before + 2);
  });

  test.each<[string, string, string[]]>([
    ["with a length above its body", post([`Content-Length: ${bytes + 10}`]), ["400"]],
    [
      "with a length below its body, whose rest is no request,",
      post([`Content-Length: ${bytes - 5}`]),
      ["400", "400"],
    ],
    ["without a length", post([]), ["400", "400"]],
    ["with two lengths", post([`Content-Length: ${bytes}`, "Content-Length: 5"]), ["400"]],
    ["with a negative length", post(["Content-Length: -1"]), ["400"]],
    ["with a length that is no number", post(["Content-Length: ten"]), ["400"]],
    ["that ends inside a chunk", post(chunked, `${(bytes + 9).toString(16)}\r\n${body}`), ["400"]],
    ["with a chunk size that is no number", post(chunked, chunk("zz", body)), ["400"]],
    ["without the last chunk", post(chunked, chunk(bytes.toString(16), body)), ["400"]],
  ])("%s is refused, and nothing is stored", async (_name, request, expected) => {
    const before = await articles();
    expect(statuses(await converse(request))).toEqual(expected);
    expect(await articles()).toBe(before);
  });

  test("with a length of 10 MB answers 413 before the body is sent", async () => {
    const answer = await converse(post(["Content-Length: 10000000"], "{"), { halfClose: false });
    expect(statuses(answer)).toEqual(["413"]);
    expect(answer).toContain("application/problem+json");
  });

  test("with a body that never ends stores nothing and delays no other request", async () => {
    const before = await articles();
    const endless = converse(post([`Content-Length: ${bytes + 10}`]), {
      halfClose: false,
      maxWait: 1500,
    });
    expect((await fetch(`${site.address}/healthz`)).status).toBe(200);
    expect(statuses(await endless)).toEqual([]);
    expect(await articles()).toBe(before);
  });
});
