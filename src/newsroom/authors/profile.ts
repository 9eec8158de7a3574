import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { tags } from "../../edge-cache/tags.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { readProfiles, removeProfile, writeProfile } from "../../published/label-profile-store.ts";
import type { LabelProfile } from "../../published/label-profile-store.ts";
import { purgeDue, purgeRounds } from "../../publishing/outbox.ts";
import { requestPurge } from "../../publishing/outbox-store.ts";
import { profileWords } from "../../vietnamese/words/profiles.ts";
import { startAct } from "../guard.ts";
import { findTypedPhoto } from "../label-photo.ts";
import type { TypedProfile } from "./profile-page.ts";

/** Characters. */
export const maxAboutLength = 200;

/** Sets what readers see of an author besides the name; a profile without anything is removed. AppError invalid. */
export async function saveProfile(c: AppContext, slug: string, typed: TypedProfile): Promise<void> {
  if (typed.about.length > maxAboutLength) {
    const message = profileWords.tooLong(maxAboutLength);
    throw new AppError("invalid", message, [{ path: "about", message }]);
  }
  const photo = await findTypedPhoto(c.env.DB, typed, Date.now());
  const { about } = typed;
  if (about === "" && photo === null) return clearProfile(c, slug);
  await changeProfile(c, slug, { about, photo });
}

/** Removes the portrait and the line of an author. The photo stays in the library. */
export async function clearProfile(c: AppContext, slug: string): Promise<void> {
  await changeProfile(c, slug, null);
}

async function changeProfile(
  c: AppContext,
  slug: string,
  profile: LabelProfile | null,
): Promise<void> {
  const act = startAct(c);
  const { db, now } = act;
  const former = (await readProfiles(db, "author", slug)).get(slug)?.photo ?? null;
  const lost = former === null ? [] : [tags.photo(former.id)];
  // The log is kept for ever, so it does not tell what the line said.
  const detail = profile === null ? {} : { photo: profile.photo?.id ?? null };
  await commit(act, [
    profile === null
      ? removeProfile(db, "author", slug)
      : writeProfile(db, "author", slug, profile),
    recordAct(act, {
      act: profile === null ? "author.cleared" : "author.described",
      subject: slug,
      detail,
    }),
    requestPurge(db, { tags: [tags.author(slug), ...lost], rounds: purgeRounds, at: now }),
  ]);
  await purgeDue(db, c.executionCtx, now);
}
