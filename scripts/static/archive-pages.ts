import { archivePath } from "../../src/addresses/public.ts";
import { listWords } from "../../src/vietnamese/words/lists.ts";
import { rewritePage } from "./rewrite-page.ts";
import type { CopyRecord, StaticFolder } from "./static-folder.ts";
import { findFile } from "./static-path.ts";
import type { Place } from "./static-path.ts";

type Listed = CopyRecord & { title: string; publishedAt: string };

/**
 * Writes a page for each year with every article of it by month, because a static copy has no search. `source` is the site's page
 * of the archive: its frame is theirs.
 */
export async function writeArchivePages(
  folder: StaticFolder,
  source: string,
  place: Place,
): Promise<void> {
  const listed = folder
    .records()
    .filter(
      (record): record is Listed =>
        record.publishedAt !== undefined && /^\/bai-viet\/[^/]+$/.test(record.key),
    )
    .sort((a, b) => (orderKey(a) < orderKey(b) ? 1 : -1));
  for (const [year, articles] of Map.groupBy(listed, ({ publishedAt }) =>
    publishedAt.slice(0, 4),
  )) {
    const key = `${archivePath}/${year}`;
    const file = findFile(key);
    const page = renderYear(source, year, articles, place);
    await folder.write(
      { key, file, etag: null, keys: [] },
      rewritePage(page, { key, file }, place, new Map()).text,
    );
  }
}

/** Articles of one moment have an order, too, so that a repeated copy writes the same page. */
function orderKey({ publishedAt, key }: Listed): string {
  return publishedAt + key;
}

function renderYear(source: string, year: string, articles: Listed[], { origin }: Place): string {
  const title = `${listWords.archive}: ${listWords.year(Number(year))}`;
  const months = [...Map.groupBy(articles, ({ publishedAt }) => publishedAt.slice(0, 7))];
  return source
    .replaceAll(`${origin}${archivePath}"`, `${origin}${archivePath}/${year}"`)
    .replace(/<title>[^<|]*/, `<title>${title} `)
    .replace(/(property="og:title" content=")[^"]*/, `$1${title}`)
    .replace(/<h1>[^<]*<\/h1>/, `<h1>${title}</h1>`)
    .replace(/<section class="year"[^]*<\/section>/, months.map(renderMonth).join("\n"));
}

function renderMonth([month, articles]: [string, Listed[]]): string {
  const [year, number] = month.split("-").map(Number);
  const items = articles.map(
    ({ key, title, publishedAt }) =>
      `<li><time datetime="${publishedAt}">${publishedAt.slice(8, 10)}/${publishedAt.slice(5, 7)}</time> <a href="${key}">${title}</a></li>`,
  );
  return `<section class="year" aria-labelledby="thang-${month}">
<h2 class="block-title" id="thang-${month}">${listWords.month(number ?? 0, year ?? 0)}</h2>
<ul>
${items.join("\n")}
</ul>
</section>`;
}
