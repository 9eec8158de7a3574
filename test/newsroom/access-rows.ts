import { env } from "cloudflare:workers";
import type { Named, Stage } from "../api/access-table.ts";
import { form, sameOrigin } from "../support/staff.ts";
import type { StaffUsers } from "./staff-users.ts";

/*
 * What the table of routes (access-table.ts) is written with.
 */

/** The ids that a request may contain. */
export type NamedWithStaff = Named & { staff: StaffUsers };

/** A route, a request to it about an article at a stage, and the status for each user in the order of `staffKinds`. */
export type NewsroomRow = {
  route: string;
  stage: Stage;
  path: (named: NamedWithStaff) => string | Promise<string>;
  init?: (named: NamedWithStaff) => RequestInit | Promise<RequestInit>;
  expected: readonly number[];
};

/** Statuses for: nobody, the owner, a colleague, an editor, an admin, an expired session, a revoked token. */
type Statuses = readonly number[];

/** A page. A user who is not signed in is redirected to the sign-in page; a user without the right gets 403. */
export const pageFor = {
  all: [303, 200, 200, 200, 200, 303, 303],
  editors: [303, 403, 403, 200, 200, 303, 303],
  admins: [303, 403, 403, 403, 200, 303, 303],
  /** Reporters see only their own articles. Those of other reporters answer 404. */
  owners: [303, 200, 404, 200, 200, 303, 303],
  /** Everybody may know that a public article exists, so other reporters get 403. */
  ownersOfPublic: [303, 200, 403, 200, 200, 303, 303],
} as const;

/** An act. Users with the right get `done`: 303, or the status for an empty form. */
export const actFor = {
  all: (done: number): Statuses => [401, done, done, done, done, 401, 401],
  owners: (done: number, others = 404): Statuses => [401, done, others, done, done, 401, 401],
  reporter: (done: number): Statuses => [401, done, 404, 403, 403, 401, 401],
  editors: (done: number): Statuses => [401, 403, 403, done, done, 401, 401],
  admins: (done: number): Statuses => [401, 403, 403, 403, done, 401, 401],
} as const;

/** Everybody gets the same status, signed in or not. */
export const sameForAll = (status: number): Statuses => Array.from({ length: 7 }, () => status);

type PathOf = (named: NamedWithStaff) => string | Promise<string>;

export function page(path: string, expected: Statuses, pathOf: PathOf = () => path): NewsroomRow {
  return {
    route: `GET /toa-soan${path}`,
    stage: "draft",
    expected,
    path: async (named) => `/toa-soan${await pathOf(named)}`,
  };
}

export function post(
  path: string,
  fields: Record<string, string>,
  expected: Statuses,
  pathOf: PathOf = () => path,
): NewsroomRow {
  return {
    ...page(path, expected, pathOf),
    route: `POST /toa-soan${path}`,
    stage: "submitted",
    init: () => form(fields),
  };
}

export function putJson(
  method: string,
  path: string,
  body: unknown,
  expected: Statuses,
): NewsroomRow {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return {
    ...page(path, expected, ({ id }) => path.replace(":id", id)),
    route: `${method} /toa-soan${path}`,
    init: () => ({
      method,
      body: JSON.stringify(body),
      headers: {
        ...headers,
        ...sameOrigin,
      },
    }),
  };
}

export function aboutArticle(
  rest: string,
  stage: Stage,
  expected: Statuses,
  query = "",
): NewsroomRow {
  const pathOf: PathOf = ({ id }) => `/bai/${id}${rest.replace(":n", "1")}${query}`;
  return { ...page(`/bai/:id${rest}`, expected, pathOf), stage };
}

export function postAboutArticle(
  rest: string,
  stage: Stage,
  fields: Record<string, string>,
  expected: Statuses,
): NewsroomRow {
  const { path } = aboutArticle(rest, stage, expected);
  return {
    route: `POST /toa-soan/bai/:id${rest}`,
    stage,
    path,
    init: () => form(fields),
    expected,
  };
}

/** Ticks off a note that an editor wrote. */
export function tickNote(expected: Statuses): NewsroomRow {
  const row = postAboutArticle("/ghi-chu/:note", "submitted", { done: "1" }, expected);
  return {
    ...row,
    path: async ({ id, staff }) => {
      const note = `note-${id}`;
      await env.DB.prepare(
        `INSERT INTO notes (id, article_id, version, field, quote, before, after, place, text, author_id, at)
         VALUES (?1, ?2, 1, 'title', '', '', '', 0, 'x', ?3, 1)`,
      )
        .bind(note, id, staff.people.editor.id)
        .run();
      return `/toa-soan/bai/${id}/ghi-chu/${note}`;
    },
  };
}

/** A report of a reader about the article. */
export function aboutReport(method: "GET" | "POST", expected: Statuses): NewsroomRow {
  return {
    route: `${method} /toa-soan/bao-loi/:number`,
    stage: "published",
    path: async ({ id }) => {
      const row = await env.DB.prepare(
        `INSERT INTO error_reports (fingerprint, article_id, at, message, quote)
         VALUES (?1, ?2, 1, 'Sai ngày', '') RETURNING number`,
      )
        .bind(crypto.randomUUID(), id)
        .first<{ number: number }>();
      return `/toa-soan/bao-loi/${row?.number}`;
    },
    ...(method === "POST" && { init: () => form({ act: "closed", note: "" }) }),
    expected,
  };
}

export function aboutPhoto(path: string, stage: Stage, expected: Statuses): NewsroomRow {
  const pathOf: PathOf = ({ photo }) => fillPhotoPath(path, photo);
  return { ...page(path, expected, pathOf), stage };
}

export function postPhoto(
  path: string,
  expected: Statuses,
  fields: Record<string, string> = {},
): NewsroomRow {
  return {
    ...post(path, fields, expected, ({ photo }) => fillPhotoPath(path, photo)),
    stage: "published",
  };
}

export function wordsOfPhoto(stage: Stage, expected: Statuses): NewsroomRow {
  const words = (id: string) => ({ [`alt-${id}-0`]: "Bốn ô", [`caption-${id}-0`]: "" });
  return {
    ...postPhoto("/anh/:photo/mo-ta", expected),
    stage,
    init: ({ id }) => form({ article: id, place: "0", version: "1", ...words(id) }),
  };
}

function fillPhotoPath(path: string, photo: string): string {
  return path.replace(":photo", photo).replace(":variant", "480.webp");
}

export function personPath({ people }: StaffUsers, act: string): string {
  return `/quan-tri/nguoi/${people.colleague.id}${act}`;
}

export async function tokenPath({ people }: StaffUsers): Promise<string> {
  const token = await env.DB.prepare("SELECT id FROM tokens WHERE person_id = ?1")
    .bind(people.colleague.id)
    .first<{ id: string }>();
  return `/quan-tri/ma/${token?.id}/thu-hoi`;
}

export function sectionPath(act: string): string {
  return `/quan-tri/chuyen-muc/tin-tuc${act}`;
}

/** Promotes the topic again, because the row before removed it. */
export async function topicPath(act: string): Promise<string> {
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES ('phan-quyen', 'Phân quyền', '', 1)
     ON CONFLICT DO NOTHING`,
  ).run();
  return `/quan-tri/dong-su-kien/phan-quyen${act}`;
}

/** The author must have had an article. */
export async function authorPath(act: string): Promise<string> {
  await env.DB.prepare(
    `INSERT INTO label_slugs (kind, spelling, slug) VALUES ('author', 'phân-quyên', 'phan-quyen')
     ON CONFLICT DO NOTHING`,
  ).run();
  return `/tac-gia/phan-quyen${act}`;
}
