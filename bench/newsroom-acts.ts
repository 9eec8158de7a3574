import { readFile } from "node:fs/promises";
import { Document, Packer, Paragraph } from "docx";
import type { DemoAccount } from "../scripts/start/demo-accounts.ts";
import { createArticle } from "../scripts/start/demo-api.ts";
import type { ArticleState, DemoCaller } from "../scripts/start/demo-api.ts";
import * as api from "../src/addresses/api.ts";
import * as newsroom from "../src/addresses/newsroom.ts";
import { Authenticator } from "../test/support/authenticator.ts";
import { ask, get, ownOrigin, read } from "./act.ts";
import type { Act, ActSite, Sent } from "./act.ts";
import { makeLargePhoto } from "./large-files.ts";
import { fillOutbox } from "./seed-store.ts";

/** What people of the newsroom and machines do. */
export const newsroomActs: Act[] = [
  read("desk", newsroom.deskPath, openSession),
  read("list of articles", newsroom.articlesPath, openSession),
  read("calendar", newsroom.calendarPath, openSession),
  read("article in the newsroom", findOwn(newsroom.newsroomArticlePath), openSession),
  read("form of an article", findOwn(newsroom.articleFormPath), openSession),
  read("review page", findOwn(newsroom.reviewPath), openSession),
  read("list of photos", newsroom.mediaPath, openSession),
  { name: "sign-in by password", prepare: signInByPassword },
  { name: "sign-in by passkey", prepare: signInByPasskey },
  { name: "autosave", prepare: autosave },
  { name: "save", prepare: save },
  { name: "submit", prepare: submit },
  { name: "publish", prepare: publish },
  { name: "upload of a photo, 1 MB", prepare: async (site) => uploadPhoto(site, 1_000_000) },
  { name: "upload of a photo, 5 MB", prepare: async (site) => uploadPhoto(site, 5_000_000) },
  { name: "upload of a photo, 20 MB", prepare: async (site) => uploadPhoto(site, 20_000_000) },
  { name: "upload of a document, 1 MB", prepare: uploadDocument },
  { name: "cron, empty outbox", prepare: letClockRun },
  { name: "cron, full outbox", prepare: fillOutboxOf },
];

/** The address of an article that waits for an editor. */
function findOwn(path: (id: string) => string): (site: ActSite) => Promise<string> {
  return async (site) => path((await writeArticle(site, true)).id);
}

function findAccount({ accounts }: ActSite, role: DemoAccount["role"]): DemoAccount {
  const found = accounts.find((one) => one.role === role);
  if (found === undefined) throw new Error(`no account of a ${role}`);
  return found;
}

async function signInByPassword(site: ActSite): Promise<Sent> {
  const { username, password } = findAccount(site, "editor");
  const body = new URLSearchParams({ username, password });
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const headers = { ...ownOrigin(site), ...type };
  return { method: "POST", path: newsroom.signInPath, headers, body: String(body) };
}

const sessions = new WeakMap<ActSite, Promise<Record<string, string>>>();

/** Headers of the editor's browser, which signs in once. */
function openSession(site: ActSite): Promise<Record<string, string>> {
  const open = async () => {
    const answer = await ask(site, await signInByPassword(site));
    const cookies = answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
    return { ...ownOrigin(site), cookie: cookies.join("; ") };
  };
  const session = sessions.get(site) ?? open();
  sessions.set(site, session);
  return session;
}

async function signInByPasskey(site: ActSite): Promise<Sent> {
  const { origin } = site;
  const key = new Authenticator();
  const session = await openSession(site);
  const compose = (path: string, sent: unknown, who: Record<string, string>): Sent => {
    const headers = { ...who, "content-type": "application/json" };
    return { method: "POST", path, headers, body: JSON.stringify(sent) };
  };
  const readChallenge = async (path: string, who: Record<string, string>) => {
    const answer = await ask(site, compose(path, {}, who));
    return ((await answer.json()) as { challenge: string }).challenge;
  };
  const ceremony = { origin, rpId: new URL(origin).hostname };
  const first = await readChallenge(newsroom.newPasskeyOptionsPath, session);
  const made = key.register({ ...ceremony, challenge: first, counter: 1 });
  await ask(site, compose(newsroom.newPasskeyPath, { name: "Máy đo", response: made }, session));
  // Without the session: the sign-in would end it.
  const stranger = ownOrigin(site);
  const second = await readChallenge(newsroom.passkeySignInOptionsPath, stranger);
  const response = key.signIn({ ...ceremony, challenge: second, counter: 2 });
  return compose(newsroom.passkeySignInPath, { response, after: newsroom.deskPath }, stranger);
}

function caller(site: ActSite, role: DemoAccount["role"]): DemoCaller {
  return { address: site.realOrigin, token: findAccount(site, role).token };
}

function withToken(site: ActSite, role: DemoAccount["role"], type = "application/json") {
  return { authorization: `Bearer ${findAccount(site, role).token}`, "content-type": type };
}

/** The article JSON of a long article. */
async function composeArticle(title: string): Promise<Record<string, unknown>> {
  const [, , ...body] = (
    await readFile("demo/articles/01-tong-ket-xay-dung-dang.md", "utf8")
  ).split(/^---$/m);
  return {
    title,
    lede: "Hội nghị tổng kết công tác năm và bàn việc của năm sau.",
    body: body
      .join("---")
      .replaceAll(/^!\[.*$/gm, "")
      .trim(),
    section: "xay-dung-dang",
    tags: ["xây dựng Đảng"],
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
  };
}

async function writeArticle(site: ActSite, submit: boolean): Promise<ArticleState> {
  const key = crypto.randomUUID();
  const article = JSON.stringify(await composeArticle(`Tổng kết công tác ${key.slice(0, 8)}`));
  return createArticle(caller(site, "reporter"), { key, article, submit });
}

async function readOwnId(site: ActSite): Promise<string> {
  return (await writeArticle(site, false)).id;
}

async function autosave(site: ActSite): Promise<Sent> {
  const headers = { ...(await openSession(site)), "content-type": "application/json" };
  const content = await composeArticle("Bài đang viết dở");
  const path = newsroom.workingCopyPath(await readOwnId(site));
  return { method: "PUT", path, headers, body: JSON.stringify({ baseVersion: 1, content }) };
}

async function save(site: ActSite): Promise<Sent> {
  const path = api.apiArticlePath(await readOwnId(site));
  const headers = { ...withToken(site, "reporter"), "if-match": '"1"' };
  const body = JSON.stringify(await composeArticle("Tổng kết công tác, bản mới"));
  return { method: "PUT", path, headers, body };
}

async function submit(site: ActSite): Promise<Sent> {
  const path = api.apiSubmissionPath(await readOwnId(site));
  return { method: "PUT", path, headers: withToken(site, "reporter"), body: "{}" };
}

async function publish(site: ActSite): Promise<Sent> {
  const { id } = await writeArticle(site, true);
  const path = api.apiPublicationPath(id);
  return { method: "PUT", path, headers: withToken(site, "editor"), body: "{}" };
}

async function uploadPhoto(site: ActSite, size: number): Promise<Sent> {
  const headers = withToken(site, "reporter", "image/jpeg");
  const { bytes } = await makeLargePhoto("jpg", size);
  return { method: "POST", path: api.apiPhotosPath, headers, body: bytes };
}

async function uploadDocument(site: ActSite): Promise<Sent> {
  const text = Array.from({ length: 16_000 }, () => new Paragraph({ text: crypto.randomUUID() }));
  const file = await Packer.toBuffer(new Document({ sections: [{ children: text }] }));
  const path = `${api.apiFilesPath}?name=bao-cao.docx`;
  const headers = withToken(site, "reporter", "application/octet-stream");
  return { method: "POST", path, headers, body: new Uint8Array(file) };
}

/** Until it has done what the acts before have left. */
async function letClockRun(site: ActSite): Promise<Sent> {
  for (let minute = 0; minute < 10; minute += 1) await ask(site, get("/", { "x-act": "cron" }));
  return get("/");
}

async function fillOutboxOf(site: ActSite): Promise<Sent> {
  await fillOutbox(site.database, 100);
  return get("/");
}
