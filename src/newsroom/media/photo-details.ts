import { staffPhotoPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { staff } from "../guard.ts";
import { readOrigin, readUsages } from "./media-store.ts";
import type { PhotoUsage } from "./media-store.ts";
import { hasRole } from "../../people/person.ts";
import { readBlocksOfPhoto } from "../../published/block-store.ts";
import { readProfileUses } from "../../published/label-profile-store.ts";
import type { ProfileUse } from "../../published/label-profile-store.ts";
import { readCampaign } from "../../campaign.ts";
import { readSettings } from "../../settings-store.ts";
import type { Person } from "../../people/person.ts";
import { findProposal, isOwnPhoto } from "../../photo/credit-proposal-store.ts";
import type { CreditProposal } from "../../photo/credit-proposal-store.ts";
import { mayReporterChange } from "../../photo/photo-change-store.ts";
import { findStaffPhoto } from "../../photo/photo-store.ts";
import { uploadName, nameVariantFile } from "../../photo/photo.ts";
import type { Photo, VariantName } from "../../photo/photo.ts";
import { filterByViewer } from "../../publishing/permission.ts";
import { photoWords } from "../../vietnamese/words/photo.ts";

/**
 * An article that somebody may know of. Its words are changed by those who may edit it. Others read them only if readers do:
 * else `mayRead` is false, and alt and caption are null.
 */
export type KnownUsage = PhotoUsage & { mayEdit: boolean; mayRead: boolean };

/** What shows a photo besides articles: a topic, an author, a block of the front page, or the banner of the site. */
export type PictureUse =
  | ProfileUse
  | { kind: "block"; name: string }
  | { kind: "banner"; name: string };

/** A photo with its facts, as one person may see them. */
export type PhotoDetails = {
  photo: Photo;
  owner: string;
  createdAt: number;
  /** Where it is used, as far as this person may know. */
  usages: KnownUsage[];
  pictureUses: PictureUse[];
  /** How many articles use it that are others' drafts. */
  hidden: number;
  mayErase: boolean;
  mayChange: boolean;
  /** Whether they may propose who took it, because they may not change it. */
  mayPropose: boolean;
  /** What somebody has proposed. */
  proposal: CreditProposal | null;
};

/** The photo of the route, as the signed-in user may see it. */
export async function readPhotoDetails(c: AppContext): Promise<PhotoDetails> {
  return openPhoto(c.env.DB, staff(c), c.req.param("photo") ?? "");
}

/**
 * Reads a photo and what the user may do with it. Editors may erase and change every photo. Reporters may erase their
 * own if nobody else sent or uses it, and change their own until an article that shows it is published or scheduled. AppError not-found if the user may not
 * see it.
 */
async function openPhoto(db: D1Database, person: Person, id: string): Promise<PhotoDetails> {
  const photo = await findStaffPhoto(db, id, filterByViewer(person));
  const isEditor = hasRole(person, "editor");
  const [origin, all, pictureUses, proposal, isTheirs, mayChange] = await Promise.all([
    readOrigin(db, id),
    readUsages(db, id),
    readPictureUses(db, id),
    findProposal(db, id),
    isOwnPhoto(db, id, person.id),
    isEditor || mayReporterChange(db, id, person.id),
  ]);
  if (photo === null || origin === null) throw new AppError("not-found", photoWords.notFound);
  const isOwn = origin.ownerId === person.id;
  const usages = all
    .map((use) => describeUsage(use, isEditor || use.ownerId === person.id))
    .filter((use) => use.mayEdit || use.isPublic);
  return {
    photo,
    owner: origin.owner,
    createdAt: origin.createdAt,
    usages,
    pictureUses,
    hidden: all.length - usages.length,
    mayErase: isEditor || (isOwn && origin.others === 0 && all.length + pictureUses.length === 0),
    mayChange,
    mayPropose: !mayChange && isTheirs,
    proposal: isEditor || isTheirs ? proposal : null,
  };
}

async function readPictureUses(db: D1Database, id: string): Promise<PictureUse[]> {
  const [profiles, blocks, settings] = await Promise.all([
    readProfileUses(db, id),
    readBlocksOfPhoto(db, id),
    readSettings(db),
  ]);
  const { banner } = readCampaign(settings);
  const isBanner = banner?.photo.id === id && Date.now() < banner.until;
  return [
    ...profiles,
    ...blocks.map((name) => ({ kind: "block" as const, name })),
    ...(isBanner ? [{ kind: "banner" as const, name: banner.alt }] : []),
  ];
}

function describeUsage(use: PhotoUsage, mayEdit: boolean): KnownUsage {
  const mayRead = mayEdit || use.isApproved;
  return mayRead
    ? { ...use, mayEdit, mayRead }
    : { ...use, mayEdit, mayRead, alt: null, caption: null };
}

/**
 * Whether no variant of a photo could be made: Images failed at its upload, or its pixels cannot be decoded. Such photos
 * were accepted in earlier versions.
 */
export function mayBeBroken({ variants }: Pick<Photo, "variants">): boolean {
  return Object.keys(variants).length === 0;
}

/** What is needed to name a photo's files. */
type PhotoFiles = Pick<Photo, "id" | "type" | "variants" | "revision">;

/** The address of a variant for staff; of the upload if that variant was not made. */
export function staffFile(photo: PhotoFiles, wanted: VariantName): string {
  const isMade = photo.variants[wanted] !== undefined;
  return staffPhotoPath(photo.id, isMade ? nameVariantFile(photo, wanted) : uploadName(photo.type));
}

/** A photo as staff see it: the small file for lists, the middle one for its own page. */
export function renderStaffPicture(photo: PhotoFiles, alt: string, size: "small" | "large"): Html {
  const wanted = size === "small" ? "480.webp" : "960.webp";
  const made = photo.variants[wanted];
  return html`<img
    src="${staffFile(photo, wanted)}"
    alt="${alt}"
    ${made === undefined ? null : html`width="${made.width}" height="${made.height}"`}
    loading="${size === "small" ? "lazy" : "eager"}"
    decoding="async"
  />`;
}
