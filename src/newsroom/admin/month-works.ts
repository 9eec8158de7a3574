import type { Month } from "../../published/month.ts";
import { listPhotos } from "../../markdown/markdown.ts";
import { readPhotos } from "../../photo/photo-store.ts";
import type { Photo } from "../../photo/photo.ts";
import { makeVietnamInstant } from "../../vietnamese/dates.ts";
import type { PaidArticle, PaidPhoto } from "./royalties.ts";
import { readWorks } from "./royalty-store.ts";
import type { PublishedWork } from "./royalty-store.ts";

/** Articles whose texts are held at a time. */
const chunk = 100;

/** What was first published in a month of Vietnam's calendar, the oldest first; without the texts, which are long. */
export async function readPaidArticles(
  db: D1Database,
  { year, month }: Month,
): Promise<PaidArticle[]> {
  const stretch = {
    from: makeVietnamInstant(year, month, 1).getTime(),
    until: makeVietnamInstant(year, month + 1, 1).getTime(),
  };
  const paid: PaidArticle[] = [];
  for (let place = null, more = true; more;) {
    const works: PublishedWork[] = await readWorks(db, stretch, place, chunk);
    const shown = works.map(listPaidPhotos);
    const photos = await readPhotos(db, [...new Set(shown.flat().map(({ id }) => id))]);
    paid.push(...works.map((work, n) => toPaidArticle(work, shown[n] ?? [], photos)));
    place = works.at(-1) ?? null;
    more = works.length === chunk;
  }
  return paid;
}

/** The photos of an article, each once; the lead photo's credit may be written with the article. */
function listPaidPhotos({ leadPhoto, body }: PublishedWork): PaidPhoto[] {
  const all = [
    ...(leadPhoto === null ? [] : [{ id: leadPhoto.photo, credit: leadPhoto.credit }]),
    ...listPhotos(body).map(({ ref }) => ({ id: ref, credit: null })),
  ];
  return all.filter(({ id }, n) => all.findIndex((one) => one.id === id) === n);
}

function toPaidArticle(
  work: PublishedWork,
  shown: readonly PaidPhoto[],
  stored: Map<string, Photo>,
): PaidArticle {
  const { id, slug, title, genre, authors, publishedAt, isWithdrawn } = work;
  const photos = shown.flatMap((one) => {
    const photo = stored.get(one.id);
    const credit = one.credit || photo?.credit || null;
    return photo === undefined ? [] : [{ id: one.id, credit }];
  });
  return { id, slug, title, genre, authors, publishedAt, isWithdrawn, photos };
}
