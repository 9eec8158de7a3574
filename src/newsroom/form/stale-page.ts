import { genres } from "../../article/article.ts";
import { readSections } from "../../article/section-store.ts";
import type { Section } from "../../article/article.ts";
import { listVersions, readVersion } from "../../article/version-store.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { documentFormWords } from "../../vietnamese/words/document-form.ts";
import { describeRows } from "../../article/document-rows.ts";
import { formWords, approveWords } from "../../vietnamese/words/form.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import { renderTextField } from "../fields.ts";
import { staff, wantsJson } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { articleFormPath, staffPhotoPath } from "../../addresses/newsroom.ts";
import { fieldNames, contentToValues } from "../../article/article-fields.ts";
import type { FieldName, FormValues } from "../../article/article-fields.ts";
import { renderFormattedSide } from "./formatted-side.ts";
import type { BodySide } from "./formatted-side.ts";
import { readPhotos } from "../../photo/photo-store.ts";
import type { Photo } from "../../photo/photo.ts";
import { readBody } from "../../check/body-passages.ts";
import { markDifferences, mergeBodies } from "./merged-body.ts";
import type { SaveOutcome } from "./save-typed.ts";
import { chooseFieldGroup } from "./typed-form.ts";
import type { TypedForm } from "./typed-form.ts";
import { saveTypedWorkingCopy } from "./working-copy.ts";
import type { ActContext } from "../../publishing/permission.ts";

type Stale = Extract<SaveOutcome, { saved: false }>;

/** 409: somebody saved a version after this form was opened. Both texts are shown, and nothing is saved. */
export async function showStale(
  c: AppContext,
  by: ActContext,
  typed: TypedForm,
  stale: Stale,
): Promise<Response> {
  const { theirs } = stale;
  if (wantsJson(c)) {
    const { content, number } = theirs;
    const answer = { detail: formWords.staleDetail, theirs: content, version: number };
    return Response.json(answer, { status: 409 });
  }
  // If the user closes this page, the form still has their text.
  await saveTypedWorkingCopy(by, stale.article, typed);
  return renderStalePage(c, typed, stale);
}

/** Groups of fields that are chosen together. */
const groups = [
  { group: "title", label: formWords.title },
  { group: "lede", label: formWords.lede },
  { group: "leadPhoto", label: formWords.leadPhoto },
  { group: "section", label: formWords.section },
  { group: "genre", label: formWords.genre },
  { group: "byline", label: `${formWords.authors}, ${formWords.unit}` },
  { group: "tags", label: formWords.tags },
  { group: "source", label: formWords.source },
  { group: "english", label: formWords.english },
  { group: "documents", label: documentFormWords.title },
] as const;

/** The text that somebody typed, and the newest version of the same article. */
type Sides = {
  mine: FormValues;
  theirs: FormValues;
  base: FormValues | null;
  sections: readonly Section[];
};

/**
 * Both texts side by side, in a form that saves the chosen parts as the next version. It carries both texts whole, so
 * that nothing is lost if somebody saves again in between.
 */
async function renderStalePage(
  c: AppContext,
  { values, baseVersion, correction }: TypedForm,
  { article, theirs }: Stale,
): Promise<Response> {
  const [base, versions, sections] = await Promise.all([
    readVersion(c.env.DB, article.id, baseVersion),
    listVersions(c.env.DB, article.id),
    readSections(c.env.DB),
  ]);
  const author = versions.find(({ number }) => number === theirs.number)?.author ?? "";
  const sides: Sides = {
    mine: values,
    theirs: contentToValues(theirs.content),
    base: base === null ? null : contentToValues(base.content),
    sections,
  };
  const who = theirs.authorId === staff(c).id ? formWords.staleByYou : author;
  const time = formatShortDateTime(new Date(theirs.createdAt));
  const different = groups.filter(({ group }) => differs(sides, group));
  const main = html`<form
    class="article-form stale-form stack"
    method="post"
    action="${articleFormPath(article.id)}"
    enctype="multipart/form-data"
    novalidate
  >
    <h1>${formWords.staleTitle}</h1>
    <p class="faults" role="alert">${formWords.staleIntro(who, theirs.number, time)}</p>
    <p>${formWords.staleAdvice}</p>
    ${correction === "" ? null : html`<p>${approveWords.typedCorrection} <q class="reason">${correction}</q></p>`}
    <input type="hidden" name="version" value="${theirs.number}" />
    ${renderHiddenSides(sides)}
    ${different.map(({ group, label }) => renderChoice(sides, group, label))}
    ${await renderBodies(c.env.DB, sides)}
    <p class="soft">${formWords.same}</p>
    <div class="form-bar">
      <div class="form-acts">
        <button class="primary" type="submit" name="act" value="save">
          ${formWords.saveMerged}
        </button>
      </div>
    </div>
  </form>`;
  return newsroomPage(c, { title: formWords.staleTitle, current: null, main, status: 409 });
}

function listGroupFields(group: string): FieldName[] {
  return fieldNames.filter((name) => chooseFieldGroup(name) === group);
}

function differs({ mine, theirs }: Sides, group: string): boolean {
  return listGroupFields(group).some((name) => mine[name].trim() !== theirs[name].trim());
}

/** Hidden fields with both texts of every field but the body. */
function renderHiddenSides({ mine, theirs }: Sides): Html {
  return html`${fieldNames
    .filter((name) => name !== "body")
    .map(
      (name) =>
        html`<input type="hidden" name="${name}" value="${mine[name]}" />
          <input type="hidden" name="theirs.${name}" value="${theirs[name]}" />`,
    )}`;
}

function renderChoice(sides: Sides, group: string, label: string): Html {
  const { mine, theirs, base } = sides;
  const untouchedByMe =
    base !== null &&
    listGroupFields(group).every((name) => mine[name].trim() === base[name].trim());
  return html`<fieldset class="sides">
    <legend>${label}</legend>
    <div class="two-sides">
      ${renderSide({
        group,
        value: "mine",
        label: formWords.keepMine,
        isChosen: !untouchedByMe,
        text: displayValues(sides, mine),
        other: displayValues(sides, theirs),
      })}
      ${renderSide({
        group,
        value: "theirs",
        label: formWords.takeTheirs,
        isChosen: untouchedByMe,
        text: displayValues(sides, theirs),
        other: displayValues(sides, mine),
      })}
    </div>
  </fieldset>`;
}

/** The values as people read them: the names of section and genre, not their slugs. */
function displayValues({ sections }: Sides, values: FormValues): FormValues {
  const genre = genres.find((one) => one === values.genre);
  return {
    ...values,
    section: sections.find(({ slug }) => slug === values.section)?.name ?? values.section,
    genre: genre === undefined ? values.genre : readingWords.genres[genre],
    documents: describeRows(values.documents),
  };
}

type Side = {
  group: string;
  value: string;
  label: string;
  isChosen: boolean;
  text: FormValues;
  other: FormValues;
};

function renderSide({ group, value, label, isChosen, text, other }: Side): Html {
  const shown = listGroupFields(group).filter((name) => text[name] !== "" || other[name] !== "");
  return html`<div class="side">
    <label class="tick"
      ><input
        type="radio"
        name="choose.${group}"
        value="${value}"
        ${isChosen ? html`checked` : null}
      />
      ${label}</label
    >
    ${shown.map((name) =>
      name === "leadPhoto.photo"
        ? renderPhotoSide(text[name])
        : html`<p class="side-text">${markDifferences(text[name], other[name])}</p>`,
    )}
  </div>`;
}

function renderPhotoSide(id: string): Html {
  if (id === "") return markDifferences("", "");
  return html`<img src="${staffPhotoPath(id, "480.webp")}" alt="" />`;
}

/** Both bodies as readers would see them, and the merged text to edit. */
async function renderBodies(db: D1Database, { mine, theirs, base }: Sides): Promise<Html> {
  if (mine.body.trim() === theirs.body.trim()) {
    return html`<input type="hidden" name="body" value="${mine.body}" />`;
  }
  const named = [mine.body, theirs.body].flatMap((body) => readBody(body).photos);
  const photos = await readPhotos(db, [...new Set(named.map(({ photo }) => photo))]);
  const merged = mergeBodies(base?.body ?? null, mine.body, theirs.body);
  return html`<section class="sides">
    <h2>${formWords.body}</h2>
    <div class="two-sides">
      ${renderBodySide({ body: mine.body, other: theirs.body, name: "mine" }, photos)}
      ${renderBodySide({ body: theirs.body, other: mine.body, name: "theirs" }, photos)}
    </div>
    ${renderTextField({
      name: "body",
      label: formWords.mergedBody,
      value: merged.text,
      rows: 16,
      hint: merged.complete ? formWords.mergedByItself : formWords.notMerged,
    })}
  </section>`;
}

/** The source is there to copy from, because the merged text is written in it. */
function renderBodySide(side: BodySide, photos: ReadonlyMap<string, Photo>): Html {
  return html`<div class="side">
    <h3>${formWords[side.name]}</h3>
    ${renderFormattedSide(side, photos)}
    <details>
      <summary>${formWords.sourceText}</summary>
      <p class="side-text">${markDifferences(side.body, side.other)}</p>
    </details>
  </div>`;
}
