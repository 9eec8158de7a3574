import { readFile } from "node:fs/promises";
import { pdf } from "../../file/sample.ts";
import type { EmptySite, Sends } from "./empty-site.ts";
import { hostileBodies } from "./xss-bodies.ts";
import { hostileTexts } from "./xss-texts.ts";

/** A published article, as the API returns it. */
export type HostileArticle = {
  id: string;
  slug: string;
  title: string;
  lede: string;
  body: string;
  tags: string[];
  byline: { authors: string[]; unit: string };
  leadPhoto: { alt: string; caption: string; credit: string };
  english: { title: string; summary: string } | null;
};

/** Number of hostile bodies in one article. */
const bodiesAtOnce = 4;

/** Publishes an article for each hostile text, which is in every field, and articles with all hostile bodies. */
export async function publishHostile(site: EmptySite): Promise<HostileArticle[]> {
  await nameHostile(site);
  // A user may write at most 120 times a minute.
  const reporters = await site.hire("reporter", 4);
  const editors = await site.hire("editor", 4);
  // Two, because a lead photo that is also in the text is shown once, with the words that it has there.
  const lead = await uploadPhoto(reporters[0], "wide.jpg");
  const inText = await uploadPhoto(reporters[0], "orientation-1.jpg");
  const document = await uploadDocument(reporters[0]);
  const contents = [
    ...hostileTexts.map((text) => articleWithText(text, { lead, inText, document })),
    ...groupBodies(hostileBodies).map((body) =>
      articleWithBody(body.replaceAll("PHOTO", inText), lead),
    ),
  ];
  const articles: HostileArticle[] = [];
  for (const [n, content] of contents.entries()) {
    articles.push(await publishOne(content, reporters[n % 4], editors[n % 4]));
  }
  return articles;
}

function groupBodies(bodies: readonly string[]): string[] {
  const count = Math.ceil(bodies.length / bodiesAtOnce);
  return Array.from({ length: count }, (_, n) =>
    bodies.filter((_body, index) => index % count === n).join("\n\nĐoạn giữa.\n\n"),
  );
}

const chooseSection = (n: number) => `muc-${n % 6}`;

/** Adds sections and topics with hostile names, which the menu of every page shows. */
async function nameHostile({ database }: EmptySite): Promise<void> {
  const section = database.prepare(
    `INSERT INTO sections (slug, name, position) VALUES (?1, ?2, ?3)`,
  );
  const topic = database.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES (?1, ?2, ?2, ?3)`,
  );
  await database.batch([
    ...Array.from({ length: 6 }, (_, n) =>
      section.bind(chooseSection(n), hostileTexts[n * 9] ?? "", n),
    ),
    topic.bind("chung", `"><script>xss()</script><img src=x onerror=xss()>`, 1),
  ]);
}

async function uploadPhoto(sends: Sends | undefined, file: string): Promise<string> {
  const form = new FormData();
  const bytes = await readFile(new URL(`../../photo/fixtures/${file}`, import.meta.url));
  form.append("file", new File([bytes], `"><script>xss()</script>.jpg`));
  form.append("credit", `<img src=x onerror=xss()> " onload="xss()`);
  const answer = await sendForJson(sends, "/api/photos", { method: "POST", body: form });
  return (answer as { id: string }).id;
}

async function uploadDocument(sends: Sends | undefined): Promise<string> {
  const name = encodeURIComponent(`"><script>xss()</script>.pdf`);
  const body = pdf(2, `/Author (<img src=x onerror=xss\\(\\)>)`);
  const answer = await sendForJson(sends, `/api/files?name=${name}`, { method: "POST", body });
  return (answer as { id: string }).id;
}

let made = 0;

/** Ids of stored files that a hostile article uses. */
export type HostileFiles = Record<"lead" | "inText" | "document", string>;

/** An article with the text in every field that takes text. */
export function articleWithText(
  text: string,
  { lead, inText, document }: HostileFiles,
): Record<string, unknown> {
  const line = text.replace(/\s+/g, " ");
  return {
    title: `${line} ${++made}`,
    lede: `${text} ${made}.`,
    body: `${text}\n\n~~~\n${text}\n~~~\n\n![${text}](photo:${inText} "${text.replaceAll('"', '\\"')}")`,
    section: chooseSection(made),
    tags: [line.slice(0, 60).trim(), "chung"],
    byline: { authors: [line.slice(0, 80).trim()], unit: line.slice(0, 120).trim() },
    source: { name: line.slice(0, 200), url: `https://example.org/?q=${line.slice(0, 500)}` },
    leadPhoto: { photo: lead, alt: `${line} trong ảnh`, caption: text, credit: line.slice(0, 200) },
    english: { title: `${line} ${made}`, summary: text },
    madeByAi: "altered",
    documents: [
      {
        file: document,
        name: line.slice(0, 200),
        number: line.slice(0, 60),
        signer: line.slice(0, 80),
        kind: line.slice(0, 60),
      },
    ],
  };
}

function articleWithBody(body: string, lead: string): Record<string, unknown> {
  return {
    title: `Bài có thân bài lạ ${++made}`,
    lede: `Sapo của bài ${made}.`,
    body: `Đoạn trước.\n\n${body}\n\nĐoạn sau.`,
    section: chooseSection(made),
    tags: ["chung"],
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    leadPhoto: {
      photo: lead,
      alt: `Ảnh của bài ${made}`,
      caption: "Chú thích",
      credit: "Thế Bằng",
    },
  };
}

async function publishOne(
  content: Record<string, unknown>,
  reporter: Sends | undefined,
  editor: Sends | undefined,
): Promise<HostileArticle> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(content);
  const init = { method: "POST", body, headers };
  const { id } = (await sendForJson(reporter, "/api/articles?submit=true", init)) as { id: string };
  await sendForJson(editor, `/api/articles/${id}/publication`, { method: "PUT" });
  return (await sendForJson(editor, `/api/articles/${id}`)) as HostileArticle;
}

async function sendForJson(
  sends: Sends | undefined,
  path: string,
  init?: RequestInit,
): Promise<unknown> {
  const answer = await sends?.(path, init);
  if (answer?.ok === true) return answer.json();
  throw new Error(`${path} answered ${answer?.status}: ${await answer?.text()}`);
}
