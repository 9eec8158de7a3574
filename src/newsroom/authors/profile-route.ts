import { authorProfilePath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { readLabelIndex, readLabelName } from "../../published/label-index-store.ts";
import { readProfiles } from "../../published/label-profile-store.ts";
import { readForm } from "../../request/read-body.ts";
import { profileWords } from "../../vietnamese/words/profiles.ts";
import { changeOrShowRefusal } from "../admin/site-change.ts";
import { readLine } from "../form-data.ts";
import { readTypedPhoto } from "../label-photo.ts";
import { authorProfilePage, authorProfilesPage } from "./profile-page.ts";
import type { AuthorProfilePage } from "./profile-page.ts";
import { clearProfile, saveProfile } from "./profile.ts";

const authorsPerPage = 200;

/** The text fields of the form. */
export const profileFields = /^(?:about|photo|alt)$/;

/** GET /toa-soan/tac-gia, and `?tu=` for the authors from one on. */
export async function getAuthorProfiles(c: AppContext): Promise<Response> {
  const slug = c.req.query("tu");
  const start = slug === undefined ? null : { slug };
  const [part, profiles] = await Promise.all([
    readLabelIndex(c.env.DB, "author", { start, limit: authorsPerPage }),
    readProfiles(c.env.DB, "author"),
  ]);
  return authorProfilesPage(c, part, profiles);
}

/** GET /toa-soan/tac-gia/:slug. */
export async function getAuthorProfile(c: AppContext): Promise<Response> {
  return showForm(c, await readAuthor(c), null);
}

/** POST /toa-soan/tac-gia/:slug. */
export async function postAuthorProfile(c: AppContext): Promise<Response> {
  const author = await readAuthor(c);
  const form = await readForm(c);
  const typed = { about: readLine(form, "about"), ...readTypedPhoto(form) };
  return changeOrShowRefusal(
    () => saveProfile(c, author.slug, typed),
    authorProfilePath(author.slug),
    (error) => showForm(c, author, { typed, error }),
  );
}

/** POST /toa-soan/tac-gia/:slug/xoa. */
export async function postAuthorProfileRemoval(c: AppContext): Promise<Response> {
  const author = await readAuthor(c);
  return changeOrShowRefusal(
    () => clearProfile(c, author.slug),
    authorProfilePath(author.slug),
    (error) => {
      throw error;
    },
  );
}

async function showForm(
  c: AppContext,
  author: AuthorProfilePage["author"],
  refused: AuthorProfilePage["refused"],
): Promise<Response> {
  const profiles = await readProfiles(c.env.DB, "author", author.slug);
  return authorProfilePage(c, { author, profile: profiles.get(author.slug) ?? null, refused });
}

/** The author of the route. AppError not-found if no article has ever named one so. */
async function readAuthor(c: AppContext): Promise<AuthorProfilePage["author"]> {
  const slug = c.req.param("slug") ?? "";
  const name = await readLabelName(c.env.DB, "author", slug);
  if (name === null) throw new AppError("not-found", profileWords.unknownAuthor);
  return { slug, name };
}
