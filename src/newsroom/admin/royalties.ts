import type { Genre } from "../../article/article.ts";
import { compareVietnamese } from "../../vietnamese/collation.ts";
import type { PaidKind, RoyaltyRates } from "./royalty-rates.ts";

/** A photo that an article shows; `credit` is who took it, null where nobody is named. */
export type PaidPhoto = { id: string; credit: string | null };

/** An article first published in the month. Its photos stand in the order of the page, each once. */
export type PaidArticle = {
  id: string;
  slug: string;
  title: string;
  genre: Genre;
  /** First publication, ms since the epoch. */
  publishedAt: number;
  authors: string[];
  photos: PaidPhoto[];
  /** Whether it was taken from readers since. */
  isWithdrawn: boolean;
};

/** What one person gets for one article, or for the photos of it. Amounts in đồng. */
export type RoyaltyLine = {
  person: string;
  kind: PaidKind;
  article: PaidArticle;
  coefficient: number;
  unit: number;
  /** The amount is shared by so many authors. */
  sharers: number;
  /** Photos that count; 1 for an article. */
  count: number;
  amount: number;
};

/** Sums of one person. */
export type PersonSum = {
  person: string;
  articles: number;
  forArticles: number;
  photos: number;
  forPhotos: number;
  total: number;
};

export type RoyaltyReport = {
  lines: RoyaltyLine[];
  sums: PersonSum[];
  total: number;
  /** Photos that count for nobody, because nobody is named. */
  nameless: number;
};

/**
 * What a month's articles earn. An article earns its genre's coefficient times the unit, rounded to the đồng (half a đồng
 * up), in equal whole parts to its authors; what does not divide goes to the first. A photo earns the photo coefficient,
 * for its photographer, once a month however many articles show it. What was withdrawn is listed and earns nothing.
 */
export function computeRoyalties(
  articles: readonly PaidArticle[],
  rates: RoyaltyRates,
): RoyaltyReport {
  const paid = new Set<string>();
  const lines = articles.flatMap((article) => [
    ...listAuthorLines(article, rates),
    ...listPhotoLines(article, rates, paid),
  ]);
  const sums = sumByPerson(lines);
  return {
    lines,
    sums,
    total: sums.reduce((sum, { total }) => sum + total, 0),
    nameless: countNameless(articles),
  };
}

function listAuthorLines(
  article: PaidArticle,
  { unit, coefficients }: RoyaltyRates,
): RoyaltyLine[] {
  const kind = article.genre;
  const coefficient = coefficients[kind];
  const amount = article.isWithdrawn ? 0 : computeFee(coefficient, unit, 1);
  const sharers = article.authors.length;
  const share = Math.floor(amount / sharers);
  return article.authors.map((person, place) => ({
    person,
    kind,
    article,
    coefficient,
    unit,
    sharers,
    count: 1,
    amount: place === 0 ? amount - share * (sharers - 1) : share,
  }));
}

/** One line for each photographer of an article; photos that were paid for already are not there. */
function listPhotoLines(
  article: PaidArticle,
  { unit, coefficients }: RoyaltyRates,
  paid: Set<string>,
): RoyaltyLine[] {
  const byPerson = new Map<string, RoyaltyLine>();
  for (const { id, credit } of article.photos) {
    if (credit === null || paid.has(id)) continue;
    // A photo of a withdrawn article may still be paid for where another one shows it.
    if (!article.isWithdrawn) paid.add(id);
    const key = foldName(credit);
    const count = (byPerson.get(key)?.count ?? 0) + 1;
    byPerson.set(key, {
      person: byPerson.get(key)?.person ?? credit,
      kind: "photo",
      article,
      coefficient: coefficients.photo,
      unit,
      sharers: 1,
      count,
      amount: article.isWithdrawn ? 0 : computeFee(coefficients.photo, unit, count),
    });
  }
  return [...byPerson.values()];
}

/** Coefficients have a few decimals, which binary fractions miss by a hair: 1.005 × 100 must not lose its half. */
function computeFee(coefficient: number, unit: number, count: number): number {
  return Math.round(Number((coefficient * unit * count).toFixed(6)));
}

function sumByPerson(lines: readonly RoyaltyLine[]): PersonSum[] {
  const sums = new Map<string, PersonSum>();
  for (const { person, kind, count, amount, article } of lines) {
    const key = foldName(person);
    const sum = sums.get(key) ?? makeEmptySum(person);
    sums.set(key, sum);
    const counted = article.isWithdrawn ? 0 : count;
    if (kind === "photo") {
      sum.photos += counted;
      sum.forPhotos += amount;
    } else {
      sum.articles += counted;
      sum.forArticles += amount;
    }
    sum.total += amount;
  }
  return [...sums.values()].sort((a, b) => compareVietnamese(a.person, b.person));
}

function makeEmptySum(person: string): PersonSum {
  return { person, articles: 0, forArticles: 0, photos: 0, forPhotos: 0, total: 0 };
}

/** A name is one person however it is capitalised; marks tell people apart. */
function foldName(name: string): string {
  return name.normalize("NFC").toLocaleLowerCase("vi");
}

function countNameless(articles: readonly PaidArticle[]): number {
  const photos = articles.filter((one) => !one.isWithdrawn).flatMap((one) => one.photos);
  return new Set(photos.filter(({ credit }) => credit === null).map(({ id }) => id)).size;
}
