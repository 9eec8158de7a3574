import type { AiLabel } from "../ai-label.ts";
import type { Byline, English, Genre, Section, Source } from "../article/article.ts";
import type {
  PhotoEdit,
  PhotoType,
  PhotoVariants,
  Point,
  Revised,
  VariantName,
} from "../photo/photo.ts";
import type { ArticleDocument } from "../article/document.ts";

/** A photo as a page shows it. Variants that were made, by name: "480.webp", …, with their size in pixels. */
export type PublishedPhoto = Revised & {
  id: string;
  /** Size in pixels, as seen. */
  width: number;
  height: number;
  /** Media type of the stripped upload, which serves where no variant was made. */
  type: PhotoType;
  variants: Partial<Record<VariantName, { width: number; height: number }>>;
  /** What matters most, as a place in the picture; absent if nobody has said it. */
  focus?: Point;
  /** Absent for a picture that no AI made or altered. */
  madeByAi?: AiLabel;
  alt: string;
  caption: string | null;
  credit: string | null;
};

/** The lead photo of an article, and whether the body shows it, too. See `photoAboveText`. */
export type PublishedLead = PublishedPhoto & { isInBody?: true };

/** A photo in a list: it has an alt text, but no caption or credit. */
export type CardPhoto = Omit<PublishedPhoto, "caption" | "credit">;

/** The part of a published article that lists show. Times are ms since the epoch. */
export type PublishedCard = {
  /** Orders every list, newest first; unique. */
  position: number;
  id: string;
  slug: string;
  section: Section;
  title: string;
  lede: string;
  genre: Genre;
  publishedAt: number;
  leadPhoto: CardPhoto | null;
};

/** What the card of an article shows. */
export type CardContent = Pick<
  PublishedCard,
  "slug" | "section" | "title" | "lede" | "genre" | "publishedAt" | "leadPhoto"
>;

/** A correction, in plain text as an editor wrote it, and its time (ms since the epoch). */
export type Correction = { at: number; text: string };

/** A photo of a body, and where its element begins and ends in the body's HTML, in UTF-16 units. */
export type BodyPhoto = PublishedPhoto & { start: number; end: number };

/**
 * A body as it is published. Feeds, downloads and paper need other addresses and other photos than the page: the places
 * say where these stand in the HTML, so nobody has to search it.
 */
export type PublishedBody = {
  /** Safe HTML with site-relative addresses. */
  html: string;
  /** Where in `html` an address begins that has no origin: "/…" on this site, "#…" on the article's page. */
  addresses: number[];
  /** In the order of the text. */
  photos: BodyPhoto[];
  recordings: PublishedRecording[];
};

/** A video or audio file of ours that a body shows. `seconds` is null if unknown, `poster` is the path of a photo. */
export type PublishedRecording = {
  file: string;
  kind: "video" | "audio";
  type: string;
  bytes: number;
  seconds: number | null;
  title: string;
  poster: string | null;
};

/** A document as a page lists it. `address` is the last part of its address; `date` is "2021-01-28". */
export type PublishedDocument = ArticleDocument & {
  address: string;
  type: string;
  bytes: number;
  pages: number | null;
};

/** What AI made or altered: the text, and photos by the path of their largest file. */
export type AiMarks = { text: AiLabel | null; photos: { path: string; label: AiLabel }[] };

/** What the article page shows. */
export type PublishedArticle = Omit<PublishedCard, "leadPhoto"> & {
  version: number;
  byline: Byline;
  /** Time of the last approved edit after the first publication, if there was one. */
  updatedAt: number | null;
  leadPhoto: PublishedLead | null;
  tags: string[];
  source: Source | null;
  english: English | null;
  /** Null if AI made or altered nothing in it. */
  ai: AiMarks | null;
  /** The oldest first. */
  corrections: Correction[];
  documents: PublishedDocument[];
  recordings: PublishedRecording[];
  /** Safe HTML of the body, rendered at publication; site-relative photo addresses. */
  html: string;
};

/** What the page of a standing page shows. */
export type PublishedPage = Pick<
  PublishedArticle,
  | "id"
  | "version"
  | "slug"
  | "title"
  | "lede"
  | "publishedAt"
  | "updatedAt"
  | "leadPhoto"
  | "ai"
  | "corrections"
  | "documents"
  | "recordings"
  | "html"
>;

/**
 * An article with all that feeds, downloads and paper show of its body. `isStale` says that an older release rendered it,
 * which did not record the places: they are empty until `readCurrent` (src/publishing/rebuild.ts) renders it again.
 */
export type WholeArticle = PublishedArticle & PublishedBody & { isStale: boolean };

/** A tag that editors have promoted: its articles are one story (dòng sự kiện). `slug` is the tag's. */
export type Topic = { slug: string; name: string; summary: string };

/** The photo of a profile with its alt text, as its row says: `showLabelPicture` makes it what pages show. */
export type LabelPicture = {
  id: string;
  width: number;
  height: number;
  type: PhotoType;
  variants: PhotoVariants;
  revision?: string;
  edit: PhotoEdit | null;
  credit: string | null;
  madeByAi: AiLabel | null;
  alt: string;
};

/** The topic of an article, with the articles before and after it in that topic, newest first; `later` is how many are after it. */
export type TopicBox = Pick<Topic, "slug" | "name"> & {
  later: number;
  picture: LabelPicture | null;
  others: Pick<PublishedCard, "position" | "id" | "slug" | "title" | "publishedAt">[];
};
