import { withQuery } from "../addresses/address.ts";
import { documentListPath, documentPath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { describePage } from "../html/head.ts";
import { htmlType, renderPage } from "../html/page.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { documentNumberKey, readDocumentPage } from "../published/document-store.ts";
import type { DocumentFilter, DocumentPage } from "../published/document-store.ts";
import { fold } from "../vietnamese/fold.ts";
import { documentWords } from "../vietnamese/words/document.ts";
import { renderDocument } from "./document-list.ts";
import { documentListStyle } from "./page-styles.ts";
import { renderPager } from "./list-parts.ts";

const documentsPerPage = 30;

/** What the reader typed or chose. */
type Query = { nam: string; loai: string; so: string };

/** GET /van-ban: the documents of public articles and pages by year, kind and number, newest first. */
export async function getDocumentList(c: AppContext): Promise<Response> {
  const { site } = c.var;
  const read = (name: string) => (c.req.query(name) ?? "").slice(0, 100);
  const query = { nam: read("nam"), loai: fold(read("loai")), so: read("so") };
  const filter = readFilter(query, read("truoc"));
  const found = await readDocumentPage(c.env.DB, filter, documentsPerPage);
  const { listTitle: title, listDescription } = documentWords;
  const path = documentListPath;
  const head = { title, description: listDescription(site.name), path, photo: null };
  const isFiltered = Object.values(query).some((value) => value !== "") || filter.after !== null;
  const page = renderPage(site, found.sections, {
    title,
    style: documentListStyle,
    head: html`${describePage(site, { ...head, type: "website" })}
    ${isFiltered ? html`<meta name="robots" content="noindex" />` : null}`,
    current: path,
    main: html`<div class="wrap list">
      <div class="list-head"><h1>${title}</h1></div>
      ${renderFilter(query, found)} ${renderLines(found)}
      ${renderPager(nextAddress(query, found), filter.after === null ? null : withQuery(path, query), documentWords)}
    </div>`,
  });
  return answerPublicly(page, htmlType, [tags.documents, tags.site]);
}

function readFilter({ nam, loai, so }: Query, after: string): DocumentFilter {
  const [, day, articleId = "", place] =
    /^(\d{4}-\d\d-\d\d)\.([0-9a-z-]{1,40})\.(\d{1,3})$/.exec(after) ?? [];
  const number = documentNumberKey(so);
  return {
    year: /^\d{4}$/.test(nam) ? nam : null,
    kind: loai === "" ? null : loai,
    number: number === "" ? null : number,
    after: day === undefined ? null : { day, articleId, place: Number(place) },
  };
}

function nextAddress(query: Query, { documents, hasMore }: DocumentPage): string | null {
  const last = documents.at(-1);
  if (!hasMore || last === undefined) return null;
  const truoc = `${last.day}.${last.articleId}.${last.place}`;
  return withQuery(documentListPath, { ...query, truoc });
}

function renderFilter(query: Query, { kinds, years }: DocumentPage): Html {
  return html`<form class="search-form document-filter" action="${documentListPath}">
    <label
      >${documentWords.year}
      <select name="nam">
        <option value="">${documentWords.everyYear}</option>
        ${years.map((year) => html`<option ${year === query.nam ? html`selected` : null}>${year}</option>`)}
      </select></label
    >
    <label
      >${documentWords.kind}
      <select name="loai">
        <option value="">${documentWords.everyKind}</option>
        ${kinds.map(
          ({ kind, name }) =>
            html`<option value="${kind}" ${kind === query.loai ? html`selected` : null}>
              ${name}
            </option>`,
        )}
      </select></label
    >
    <label>${documentWords.number} <input type="text" name="so" value="${query.so}" /></label>
    <button type="submit">${documentWords.filter}</button>
  </form>`;
}

function renderLines({ documents }: DocumentPage): Html {
  if (documents.length === 0) return html`<p class="empty">${documentWords.none}</p>`;
  return html`<div class="documents">
    <ul>
      ${documents.map(
        ({ document, path, title }) =>
          html`<li>
            ${renderDocument(document, documentPath(document.file, document.address))}
            <span class="document-facts"
              >${documentWords.inText} <a class="document-text" href="${path}">${title}</a></span
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
