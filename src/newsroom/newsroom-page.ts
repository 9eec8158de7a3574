import { createHmac } from "node:crypto";
import {
  accountPath,
  adminPath,
  arrangeFrontPath,
  deskPath,
  guidePaths,
  handbookPath,
  mediaPath,
  newArticlePath,
  signOutPath,
} from "../addresses/newsroom.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { makeIdentityStyle } from "../html/identity-style.ts";
import { renderDocument, renderIconLinks } from "../html/page.ts";
import { firstPaintScript, findBuiltFile } from "../html/built-files.ts";
import { renderSiteMark } from "../html/site-mark.ts";
import type { Stylesheet } from "../html/stylesheet.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { newsroomStyle, pageAnswer } from "./answer.ts";
import { renderFormFaults } from "./fields.ts";
import { wantsJson } from "./guard.ts";
import { hasRole } from "../people/person.ts";
import type { Person } from "../people/person.ts";
import { frontWords } from "../vietnamese/words/front.ts";
import { handbookWords } from "../vietnamese/words/handbook.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";

/** The places of the menu. */
type NewsroomPlace =
  | "desk"
  | "write"
  | "media"
  | "front"
  | "admin"
  | "handbook"
  | "guide"
  | "account"
  | null;

export type NewsroomPage = {
  title: string;
  current: NewsroomPlace;
  main: Html;
  status?: number;
  /** The style that only this page has. */
  style?: Stylesheet;
};

const newsroomScript = findBuiltFile("js", "newsroom");

/** A page of the newsroom with its header; the menu shows only to a signed-in user. */
export function newsroomPage(c: AppContext, page: NewsroomPage): Response {
  const { site } = c.var;
  const person = c.var.session?.person ?? null;
  const copyKey = person === null ? "" : makeCopyKey(person, c.env.TOKEN_KEY);
  const document = renderDocument({
    title: `${page.title} | ${newsroomWords.newsroom}`,
    head: html`<meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      ${renderIconLinks()} ${newsroomStyle.element} ${page.style?.element ?? null}
      ${makeIdentityStyle(site).element}
      <script src="${firstPaintScript}"></script>
      <script type="module" src="${newsroomScript}"></script>`,
    body: html`<a class="skip" href="#noi-dung">${newsroomWords.skipToContent}</a>
      ${renderHeader({ siteName: site.name, person, current: page.current, copyKey })}
      <main id="noi-dung" class="newsroom" tabindex="-1">${page.main}</main>`,
  });
  const styles = page.style === undefined ? [] : [page.style];
  return pageAnswer(site, document, { status: page.status ?? 200, styles });
}

type Header = {
  siteName: string;
  person: Person | null;
  current: NewsroomPlace;
  /** The key of the signed-in user's texts in this browser. */
  copyKey: string;
};

function renderHeader({ siteName, person, current, copyKey }: Header): Html {
  return html`<header class="newsroom-bar">
    <div class="newsroom-bar-in">
      <a class="newsroom-brand" href="${deskPath}"
        >${renderSiteMark()}<span
          ><b>${newsroomWords.newsroom}</b> <span class="newsroom-site">${siteName}</span></span
        ></a
      >
      ${person === null ? null : renderMenu(person, current, copyKey)}
    </div>
  </header>`;
}

/** Folded on a narrow screen, a bar on a wide one (see frame.css). */
function renderMenu(person: Person, current: NewsroomPlace, copyKey: string): Html {
  const item = (place: NewsroomPlace, path: string, name: string) =>
    html`<li>
      <a href="${path}" ${place === current ? html`aria-current="page"` : null}>${name}</a>
    </li>`;
  const guide = guidePaths[hasRole(person, "editor") ? "editor" : "reporter"];
  return html`<nav class="newsroom-menu" aria-label="${newsroomWords.menu}">
    <details>
      <summary>${newsroomWords.menu}</summary>
      <ul>
        ${item("desk", deskPath, newsroomWords.desk)}
        ${item("write", newArticlePath, newsroomWords.write)}
        ${item("media", mediaPath, newsroomWords.media)}
        ${hasRole(person, "editor") ? item("front", arrangeFrontPath, frontWords.menu) : null}
        ${hasRole(person, "admin") ? item("admin", adminPath, newsroomWords.admin) : null}
        ${item("handbook", handbookPath, handbookWords.menu)}
        ${item("guide", guide, newsroomWords.guide)} ${item("account", accountPath, person.name)}
        <li>
          <form
            id="thoat"
            method="post"
            action="${signOutPath}"
            data-person="${person.id}"
            data-copy-key="${copyKey}"
          >
            <button class="plain" type="submit">${newsroomWords.signOut}</button>
          </form>
        </li>
      </ul>
    </details>
  </nav>`;
}

/**
 * The key with which the script seals what a browser stores of a person: 32 bytes in Base64. Only their own pages carry it, so
 * nobody who signs in after them on the same computer can read their texts.
 */
function makeCopyKey({ id }: Person, secret: string): string {
  return createHmac("sha256", secret).update(`local copies ${id}`).digest("base64");
}

/** An error as a page, or as `{detail, errors}` for scripts. `error` is null for an unexpected failure. */
export function newsroomFailure(c: AppContext, error: AppError | null): Response {
  const status = error?.status ?? 500;
  const detail =
    error?.message ?? `${newsroomWords.internal} ${requestWords.errorId(c.var.errorId)}`;
  const errors = error?.errors ?? [];
  if (wantsJson(c)) return Response.json({ detail, errors }, { status });
  const title = status === 404 ? newsroomWords.missing : newsroomWords.failed;
  const main = html`<div class="sheet sheet-narrow">
    <h1>${title}</h1>
    <p>${detail}</p>
    ${renderFormFaults(errors, [])}
    <p><a href="${deskPath}">${newsroomWords.backToDesk}</a></p>
  </div>`;
  return newsroomPage(c, { title, current: null, main, status });
}

/** 404 for an unknown newsroom address. */
export function newsroomMissing(c: AppContext): Response {
  return newsroomFailure(c, new AppError("not-found", newsroomWords.missing));
}
