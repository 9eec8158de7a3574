import { guidePaths, guidePicturePath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { readStaticBytes } from "../../edge-cache/caching-policy.ts";
import { AppError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { guidePictures, isPicture } from "./pictures.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { slugify } from "../../vietnamese/slug.ts";
import { guideFilePath, guideWords } from "../../vietnamese/words/guide.ts";
import type { Guide, GuidePart, GuidePicture } from "../../vietnamese/words/guide.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";

/** A guide on one page with its contents at the top, ready to print. */
function renderGuidePage(c: AppContext, guide: Guide, other: keyof typeof guidePaths): Response {
  const main = html`<div class="guide">
    <h1>${guide.title}</h1>
    <p>${renderSentence(guide.intro)}</p>
    <p class="soft guide-screen">
      ${guideWords.otherGuide} <a href="${guidePaths[other]}">${guideWords.names[other]}</a>.
      ${guideWords.print}
    </p>
    ${renderContents(guide)} ${guide.parts.map(renderPart)}
  </div>`;
  return newsroomPage(c, { title: guide.title, current: "guide", main });
}

function renderContents({ parts }: Guide): Html {
  return html`<nav class="guide-contents" aria-labelledby="muc-luc">
    <h2 id="muc-luc">${guideWords.contents}</h2>
    <ol>
      ${parts.map(({ heading }) => html`<li><a href="#${slugify(heading)}">${heading}</a></li>`)}
    </ol>
  </nav>`;
}

function renderPart({ heading, intro, steps, notes, pictures }: GuidePart): Html {
  const id = slugify(heading);
  return html`<section class="guide-part" aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <div class="guide-text">
      ${intro === null ? null : html`<p>${renderSentence(intro)}</p>`}
      ${
        steps.length === 0
          ? null
          : html`<ol class="guide-steps">
              ${renderItems(steps)}
            </ol>`
      }
      ${renderNotesBelow(steps, notes)}
    </div>
    ${pictures.map(renderFigure)}
  </section>`;
}

/** Beside steps they are what is good to know; alone they are the part itself. */
function renderNotesBelow(steps: readonly string[], notes: readonly string[]): Html | null {
  if (notes.length === 0) return null;
  const list = html`<ul>
    ${renderItems(notes)}
  </ul>`;
  if (steps.length === 0) return list;
  return html`<div class="note">
    <p><b>${guideWords.goodToKnow}</b></p>
    ${list}
  </div>`;
}

function renderItems(sentences: readonly string[]): Html[] {
  return sentences.map((one) => html`<li>${renderSentence(one)}</li>`);
}

/** A sentence of a guide; words in square brackets are on the screen. */
function renderSentence(text: string): Html[] {
  return text
    .split(/(\[[^\]]+\])/)
    .map((piece) =>
      piece.startsWith("[") ? html`<b class="on-screen">${piece.slice(1, -1)}</b>` : html`${piece}`,
    );
}

/** A picture that links to its file, which a telephone can enlarge. */
function renderFigure({ file, alt, caption }: GuidePicture): Html {
  if (!isPicture(file)) throw new Error(`the guides have no picture ${file}`);
  const { width, height } = guidePictures[file];
  const path = guidePicturePath(`${file}.webp`);
  return html`<figure class="${width > 500 ? "guide-wide" : "guide-narrow"}">
    <a href="${path}"
      ><img
        src="${path}"
        alt="${alt}"
        width="${width}"
        height="${height}"
        loading="lazy"
        decoding="async"
    /></a>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

/** GET /toa-soan/huong-dan/phong-vien */
export async function getReporterGuide(c: AppContext): Promise<Response> {
  return renderGuidePage(c, await readGuide(c.env.ASSETS, "reporter"), "editor");
}

/** GET /toa-soan/huong-dan/bien-tap-vien */
export async function getEditorGuide(c: AppContext): Promise<Response> {
  return renderGuidePage(c, await readGuide(c.env.ASSETS, "editor"), "reporter");
}

/** The words of a guide. They are a static file, because they would be a thirtieth of the Worker. */
async function readGuide(assets: Fetcher, name: keyof typeof guidePaths): Promise<Guide> {
  const bytes = await readStaticBytes(assets, guideFilePath(name));
  if (bytes === null) throw new Error(`the static assets lack ${guideFilePath(name)}`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Guide;
}

/** GET /toa-soan/huong-dan/anh/:file: a picture of the guides, `<name>.webp`. */
export async function getGuidePicture(c: AppContext): Promise<Response> {
  const file = c.req.param("file") ?? "";
  const known = file.endsWith(".webp") && isPicture(file.slice(0, -".webp".length));
  const bytes = known ? await readStaticBytes(c.env.ASSETS, `/guide/${file}`) : null;
  if (bytes === null) throw new AppError("not-found", newsroomWords.missing);
  return new Response(bytes, { headers: { "content-type": "image/webp" } });
}
