import { articleWords } from "../../src/vietnamese/words/article.ts";
import { importWords } from "../../src/vietnamese/words/import.ts";
import type { Composed } from "../compose.ts";
import type { FileRecord } from "../journal-store.ts";
import { note } from "../note.ts";
import { sendFiles } from "./send-files.ts";
import { readDetail } from "./site-client.ts";
import type { Answer, SiteClient } from "./site-client.ts";

/** Who submits and who approves; without an editor's token articles wait for approval. */
export type Tokens = { reporter: string; editor: string | null };

/** Sends with the rights of both. */
export type Entry = { client: SiteClient; tokens: Tokens; keep: (record: FileRecord) => void };

/**
 * Brings an article in as anybody would, over the API: submitted by the reporter, published by the editor under its own
 * date, with its old addresses. Without a date, or where soát bài blocks it, it stays a draft. `record` is what the journal
 * knows so far: what is done already is not done again. Each step is kept before the next.
 */
export async function enterArticle(
  entry: Entry,
  record: FileRecord,
  composed: Composed,
  publishedAt: number | null,
  oldAddresses: string[],
): Promise<FileRecord> {
  const entered =
    record.articleId === null
      ? await submitArticle(entry, record, composed, publishedAt !== null)
      : record;
  if (entered.articleId === null) return entered;
  if (record.articleId === null) entry.keep(entered);
  const addressed = await giveAddresses(entry, entered, oldAddresses);
  if (entered.recognised["submitted"] !== true) return { ...addressed, stage: "draft" };
  if (entry.tokens.editor === null || publishedAt === null)
    return { ...addressed, stage: "submitted" };
  return publish(entry, addressed, publishedAt, entry.tokens.editor);
}

/** Submitted, or a draft where it lacks what soát bài asks for. The key keeps a repeated request from making a second. */
async function submitArticle(
  { client, tokens }: Entry,
  record: FileRecord,
  composed: Composed,
  isDated: boolean,
): Promise<FileRecord> {
  const sent = await sendFiles(client, tokens.reporter, composed);
  if ("refusal" in sent) return recordRefused(record, sent.refusal);
  const post = (path: string, kind: string): Promise<Answer> =>
    client.send(tokens.reporter, path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": `import ${kind} ${record.fingerprint}`,
      },
      body: JSON.stringify(sent.article),
    });
  const submitted = isDated ? await post("/api/articles?submit=true", "article") : null;
  if (submitted?.status === 201) return recordEntered(record, submitted, true);
  if (submitted !== null && !isBlocked(submitted)) return recordRefused(record, submitted);
  const notes = [
    ...record.notes,
    ...listMessages(submitted).map((message) => note("blocked", message)),
  ];
  const draft = await post("/api/articles", "draft");
  if (draft.status !== 201) return recordRefused(record, draft);
  return recordEntered({ ...record, notes }, draft, false);
}

function recordEntered(record: FileRecord, { body }: Answer, submitted: boolean): FileRecord {
  return {
    ...record,
    stage: "entered",
    articleId: String(body["id"]),
    url: String(body["url"]),
    recognised: { ...record.recognised, submitted },
    reason: null,
  };
}

async function publish(
  { client }: Entry,
  record: FileRecord,
  publishedAt: number,
  editor: string,
): Promise<FileRecord> {
  const answer = await client.send(editor, `/api/articles/${record.articleId}/publication`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ at: new Date(publishedAt).toISOString() }),
  });
  if (answer.status !== 200) {
    const about = readRefusal(answer);
    return {
      ...record,
      stage: "entered",
      notes: [...record.notes, note("not-published", about)],
      reason: about,
    };
  }
  return { ...record, stage: "published", url: String(answer.body["url"]), reason: null };
}

async function giveAddresses(
  { client, tokens }: Entry,
  record: FileRecord,
  addresses: string[],
): Promise<FileRecord> {
  if (addresses.length === 0 || tokens.editor === null) return record;
  const answer = await client.send(
    tokens.editor,
    `/api/articles/${record.articleId}/old-addresses`,
    {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ addresses: addresses.slice(0, 20) }),
    },
  );
  if (answer.status === 200) return record;
  const messages = listMessages(answer);
  const about = messages.length === 0 ? readRefusal(answer) : messages.join(" ");
  return { ...record, notes: [...record.notes, note("old-address-taken", about)] };
}

/** Soát bài refuses with the same status as a form that is wrong; its sentence tells. */
function isBlocked({ status, body }: Answer): boolean {
  return status === 422 && readDetail(body) === articleWords.blocked;
}

function recordRefused(record: FileRecord, answer: Answer): FileRecord {
  return { ...record, stage: "failed", reason: readRefusal(answer) };
}

function readRefusal(answer: Answer): string {
  const messages = listMessages(answer);
  return importWords.refused(
    answer.status,
    messages.length === 0 ? readDetail(answer.body) : messages.join(" "),
  );
}

function listMessages(answer: Answer | null): string[] {
  const errors = answer?.body["errors"];
  if (!Array.isArray(errors)) return [];
  const messages = errors.map((error: unknown) =>
    typeof error === "object" && error !== null && "message" in error ? String(error.message) : "",
  );
  return [...new Set(messages.filter((message) => message !== ""))];
}
