import { env } from "cloudflare:workers";
import { fixture } from "../photo/fixture.ts";
import { approve, article, submitArticle } from "../support/articles.ts";
import { pdf, sendFile } from "../file/sample.ts";
import { hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import type { UserKind, Named, Stage } from "./access-table.ts";

/** One user of each kind, new for each row of the table, so that no user reaches the limit on writing. */
export type Users = {
  owner: Colleague;
  editor: Colleague;
  /** A photo that only their articles use. */
  photo: string;
  sendAs: (user: UserKind) => Colleague["send"];
};

export async function createUsers(): Promise<Users> {
  const [owner, editor] = [await hire("reporter"), await hire("editor")];
  const [colleague, admin] = [await hire("reporter"), await hire("admin")];
  const [revoked, disabled] = [await hire("admin"), await hire("admin")];
  await env.DB.batch([
    env.DB.prepare(`UPDATE tokens SET revoked_at = 1 WHERE person_id = ?1`).bind(revoked.id),
    env.DB.prepare(`UPDATE people SET disabled_at = 1 WHERE id = ?1`).bind(disabled.id),
  ]);
  const people = { owner, colleague, editor, admin, revoked, disabled };
  const sendAs = (user: UserKind) => fromElsewhere(user === "nobody" ? send : people[user].send);
  return { owner, editor, photo: await uploadPhoto(owner), sendAs };
}

let addresses = 0;

/** Each request has a new client network, so that refused tokens do not reach the limit. */
export function fromElsewhere(sends: Colleague["send"]): Colleague["send"] {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("cf-connecting-ip", `2001:db8:0:${(++addresses).toString(16)}::1`);
    return sends(path, { ...init, headers });
  };
}

/** A new article with a photo, at a stage, and a new document of its owner. */
export async function articleAt(
  stage: Stage,
  { owner, editor, photo }: Pick<Users, "owner" | "editor" | "photo">,
): Promise<Named> {
  const file = await uploadDocument(owner);
  const leadPhoto = { photo, alt: "Bốn ô màu trên nền trắng" };
  const english = { title: "An article of the access table", summary: "It says nothing." };
  const more = { leadPhoto, tags: ["Phân quyền"], english };
  const content = article("Bài của bảng phân quyền", more);
  const { id, slug } = await createArticle(owner, content, stage !== "draft");
  if (stage === "draft" || stage === "submitted") return { id, slug, photo, file };
  await approve(editor, id);
  if (stage === "withdrawn") {
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai số liệu" }));
  }
  return { id, slug, photo, file };
}

async function createArticle(
  owner: Colleague,
  content: Record<string, unknown>,
  submit: boolean,
): Promise<{ id: string; slug: string }> {
  if (submit) return submitArticle(owner, content);
  return (await owner.send("/api/articles", json("POST", content))).json();
}

let photos = 0;

/** A photo with bytes that no other upload has. */
export async function uploadPhoto(owner: Colleague): Promise<string> {
  const form = new FormData();
  form.append("file", new File([fixture("orientation-1.jpg"), `photo ${++photos}`], "anh.jpg"));
  const answer = await owner.send("/api/photos", { method: "POST", body: form });
  return (await answer.json<{ id: string }>()).id;
}

let documents = 0;

/** A document with bytes that no other upload has. */
async function uploadDocument(owner: Colleague): Promise<string> {
  const bytes = pdf(1, `/Title (${++documents})`);
  return (await sendFile(owner, "Báo cáo.pdf", bytes)).id;
}
