import type { ArticleContent } from "../article/article.ts";
import type {
  AiMarks,
  PublishedBody,
  PublishedDocument,
  PublishedLead,
} from "../published/published.ts";
import { readFiles } from "../file/file-store.ts";
import type { StoredFile } from "../file/file.ts";
import { AppError } from "../errors.ts";
import { listLabels } from "../published/label-store.ts";
import type { LabelSlugs } from "../published/label-store.ts";
import { readPhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { largestPath } from "../html/picture.ts";
import { readRecordingAddress } from "../addresses/recording.ts";
import { keepRecordings } from "./article-recordings.ts";
import { listFileIds, publishDocuments } from "./article-documents.ts";
import { describeDocument } from "../published/describe-document.ts";
import { renderFeedItem } from "./rendering/feed-item.ts";
import type { BodyMarks } from "./rendering/place-marks.ts";
import { renderBody } from "./rendering/render-body.ts";
import { showPhoto } from "./rendering/render-photos.ts";
import { describeLead, listNamedPhotoIds, listPhotoIds } from "../article/article-photos.ts";
import type { Projection } from "../published/projection-store.ts";
import { listLinkParagraphs } from "../markdown/link-paragraph.ts";
import { listPhotos, readPlainText } from "../markdown/markdown.ts";
import { removePhotos } from "../markdown/remove-photos.ts";

/** A version to publish. Times in ms since the epoch. */
export type VersionToShow = Pick<
  Projection,
  "articleId" | "kind" | "version" | "slug" | "content" | "publishedAt" | "updatedAt"
>;

/** Builds the projection of a version. AppError invalid for an article without a section. */
export async function projectVersion(
  db: D1Database,
  shown: VersionToShow,
  slugs: LabelSlugs,
): Promise<Projection> {
  const [photos, files] = await Promise.all([
    readPhotos(db, listNamedPhotoIds(shown.content)),
    readFiles(db, listFileIds(shown.content)),
  ]);
  return buildProjection(shown, { photos, files, slugs });
}

/** What several versions need of the database for their projections: their photos, their files and the slugs of their labels. */
export type ProjectionSources = {
  photos: Map<string, Photo>;
  files: Map<string, StoredFile>;
  slugs: LabelSlugs;
};

/**
 * Builds the projection from what was read already. AppError invalid for an article without a section. `marks` adds to the body
 * what an editor sees; a projection with marks is not for readers.
 */
export function buildProjection(
  shown: VersionToShow,
  { photos, files, slugs }: ProjectionSources,
  marks: BodyMarks | null = null,
): Projection {
  const content = keepRecordings(keepPhotos(shown.content, photos), files);
  const isPage = shown.kind === "page";
  if (content.section === null && !isPage) throw new AppError("invalid", articleWords.blocked);
  const leadPhoto = buildLeadPhoto(content, photos);
  const body = renderWithinLimit(content.body, { photos, files }, marks);
  const ai = listAiMarks(content, leadPhoto, body);
  const documents = publishDocuments(content, files);
  const text = collectSearchableText(content, documents, listTranscripts(content, files));
  if (Buffer.byteLength(body.html) + Buffer.byteLength(text) > maxBytes) throw tooMuchToShow();
  return {
    ...shown,
    content,
    section: content.section,
    page: isPage ? { slug: shown.slug, title: content.title } : null,
    labels: listLabels(content, slugs),
    leadPhoto,
    ai,
    body,
    documents,
    feedItem: isPage
      ? null
      : renderFeedItem({
          ...shown,
          ...content,
          ...body,
          id: shown.articleId,
          leadPhoto,
          ai,
          documents,
        }),
    text,
    photos: listPhotoIds(content),
    files: listFileIds(content).filter((id) => files.has(id)),
  };
}

/** A row of D1 holds 2 MB. Only a body made of next to nothing but photos, tables or long transcripts grows so large. */
const maxHtml = 600_000;

/** The most bytes of the HTML and the searchable text together, which stand in one row. */
const maxBytes = 1_600_000;

function renderWithinLimit(
  body: string,
  { photos, files }: Pick<ProjectionSources, "photos" | "files">,
  marks: BodyMarks | null,
): PublishedBody {
  const rendered = renderBody(body, photos, files, marks);
  if (rendered.html.length <= maxHtml) return rendered;
  throw tooMuchToShow();
}

function tooMuchToShow(): AppError {
  const message = articleWords.tooMuchToShow;
  return new AppError("invalid", message, [{ path: "body", message }]);
}

function buildLeadPhoto(content: ArticleContent, photos: Map<string, Photo>): PublishedLead | null {
  const lead = describeLead(content);
  if (lead === null) return null;
  const { photo: id, alt, caption, credit, isInBody } = lead;
  const photo = photos.get(id);
  if (photo === undefined) return null;
  const shown = { ...showPhoto(photo), alt, caption, credit: credit ?? photo.credit };
  return isInBody ? { ...shown, isInBody } : shown;
}

function listAiMarks(
  { madeByAi }: ArticleContent,
  lead: PublishedLead | null,
  body: PublishedBody,
): AiMarks | null {
  const shown = lead === null ? body.photos : [lead, ...body.photos];
  const labels = new Map(
    shown.flatMap((photo) =>
      photo.madeByAi === undefined ? [] : [[largestPath(photo), photo.madeByAi] as const],
    ),
  );
  const photos = [...labels].map(([path, label]) => ({ path, label }));
  return madeByAi === null && photos.length === 0 ? null : { text: madeByAi, photos };
}

/** Names each photo of a text that is no longer stored: by its caption, its alt or the beginning of its id. */
export async function listLostPhotos(db: D1Database, content: ArticleContent): Promise<string[]> {
  const stored = await readPhotos(db, listPhotoIds(content));
  const { leadPhoto, body } = content;
  const lead = leadPhoto === null ? [] : [{ ...leadPhoto, ref: leadPhoto.photo }];
  return [...lead, ...listPhotos(body)]
    .filter(({ ref }) => !stored.has(ref))
    .map(({ caption, alt, ref }) => caption || alt || ref.slice(0, 8));
}

/** A text without the photos, documents and recordings that are no longer stored, their captions and names included. */
export async function removeLostFiles(
  db: D1Database,
  content: ArticleContent,
): Promise<ArticleContent> {
  const [photos, files] = await Promise.all([
    readPhotos(db, listNamedPhotoIds(content)),
    readFiles(db, listFileIds(content)),
  ]);
  const documents = content.documents.filter(({ file }) => files.has(file));
  return { ...keepRecordings(keepPhotos(content, photos), files), documents };
}

/** A text with these of its photos and no others. */
export function keepPhotos(
  content: ArticleContent,
  stored: { has: (id: string) => boolean },
): ArticleContent {
  const { leadPhoto, body } = content;
  return {
    ...content,
    leadPhoto: leadPhoto !== null && stored.has(leadPhoto.photo) ? leadPhoto : null,
    body: removePhotos(body, (id) => !stored.has(id)),
  };
}

/** What is said in the recordings that readers see with captions. Captions that are only named stay out. */
function listTranscripts(
  { body }: ArticleContent,
  files: ReadonlyMap<string, StoredFile>,
): string[] {
  const links = listLinkParagraphs(body).map(({ link }) => readRecordingAddress(link.href));
  const captions = new Set(links.map((recording) => recording?.captions ?? ""));
  return [...captions].flatMap((id) => files.get(id)?.transcript ?? []);
}

/** Every word that readers see besides the title, a line for each block. */
function collectSearchableText(
  content: ArticleContent,
  documents: readonly PublishedDocument[],
  transcripts: readonly string[],
): string {
  const { lede, body, byline, tags: labels, leadPhoto } = content;
  const parts = [
    lede,
    readPlainText(body),
    leadPhoto?.caption,
    ...labels,
    ...byline.authors,
    byline.unit,
    ...documents.map(describeDocument),
    ...transcripts,
  ];
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join("\n");
}
