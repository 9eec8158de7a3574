import {
  articleListPath,
  calendarPath,
  guidePaths,
  newArticlePath,
  newPagePath,
  authorProfilesPath,
  royaltiesPath,
} from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { readAlertBox, readProposalBox } from "./alert-box.ts";
import { renderDeskLines } from "./desk-line.ts";
import type { LineView } from "./desk-line.ts";
import { readDesk } from "./desk-store.ts";
import type { DeskContent, DeskGroup, DeskLine } from "./desk-store.ts";
import { renderDeskNews } from "./desk-news.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { hasRole } from "../../people/person.ts";
import type { Person } from "../../people/person.ts";
import { filterByViewer } from "../../publishing/permission.ts";
import { readMostReadBox } from "./most-read-box.ts";
import { readReportBox } from "./report-box.ts";
import { slugify } from "../../vietnamese/slug.ts";
import { localCopyWords } from "../../vietnamese/words/local-copies.ts";
import { profileWords } from "../../vietnamese/words/profiles.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";

/** How long the desk reports an event, in ms. */
const newsTime = 7 * 24 * 60 * 60 * 1000;

/** Articles and events shown of each group; the rest is in the list. */
const linesShown = 6;

/** The order of the groups for each role. */
const orders: Record<"reporter" | "editor", readonly DeskGroup[]> = {
  reporter: [
    "returned",
    "drafts",
    "revised",
    "submitted",
    "scheduled",
    "withdrawn",
    "published",
    "discarded",
  ],
  editor: [
    "submitted",
    "scheduled",
    "returned",
    "drafts",
    "revised",
    "published",
    "withdrawn",
    "discarded",
  ],
};

const statesOf: Record<DeskGroup, string> = {
  returned: "returned",
  drafts: "draft",
  revised: "revised",
  submitted: "submitted",
  scheduled: "scheduled",
  published: "published",
  withdrawn: "withdrawn",
  discarded: "discarded",
};

function renderDeskPage(
  c: AppContext,
  person: Person,
  { groups, news }: DeskContent,
  { notices, mostRead, now }: { notices: Html; mostRead: Html | null; now: number },
): Response {
  const role = hasRole(person, "editor") ? "editor" : "reporter";
  const view = { owners: role === "editor", now };
  const [first, ...rest] = orders[role].filter((group) => groups[group].length > 0);
  const main = html`<h1>${newsroomWords.desk}</h1>
    <p class="row">
      <a class="button primary" href="${newArticlePath}">${newsroomWords.write}</a>
      ${role === "editor" ? html`<a class="button" href="${newPagePath()}">${deskWords.writePage}</a>` : null}
      <a class="button" href="${articleListPath({})}">${deskWords.articles}</a>
      <a class="button" href="${calendarPath}">${deskWords.calendar}</a>
      ${
        role === "editor"
          ? html`<a class="button" href="${authorProfilesPath}">${profileWords.authors}</a>
              <a class="button" href="${royaltiesPath}">${deskWords.royalties}</a>`
          : null
      }
    </p>
    <section
      class="note desk-copies"
      id="ban-tren-may"
      aria-label="${localCopyWords.title}"
      hidden
    ></section>
    ${notices} ${first === undefined ? renderEmptyDesk(person, role) : null}
    <div class="desk-groups">
      ${first === undefined ? null : renderGroupSection(first, groups[first], { view, role, first: true })}
      ${renderDeskNews(news.slice(0, linesShown), { viewerId: person.id, isEditor: role === "editor", now })}
      ${rest.map((group) => renderGroupSection(group, groups[group], { view, role, first: false }))}
      ${mostRead}
    </div>`;
  return newsroomPage(c, { title: newsroomWords.desk, current: "desk", main });
}

/** What a new reporter or the admin of a new site does first; other editors have nothing to do. */
function renderEmptyDesk(person: Person, role: "reporter" | "editor"): Html {
  if (hasRole(person, "admin")) {
    const steps = `${guidePaths.editor}#${slugify(deskWords.newSite)}`;
    return html`<p>${deskWords.nothingYet} <a href="${steps}">${deskWords.newSite}</a></p>`;
  }
  if (role === "editor") return html`<p>${deskWords.nothingToDo}</p>`;
  return html`<p>${deskWords.welcome}</p>
    <ol class="first-steps">
      ${deskWords.firstSteps.map((step) => html`<li>${step}</li>`)}
    </ol>`;
}

type GroupView = { view: LineView; role: "reporter" | "editor"; first: boolean };

function renderGroupSection(
  group: DeskGroup,
  lines: DeskLine[],
  { view, role, first }: GroupView,
): Html {
  const name = groupName(group, role);
  const more = lines.length > linesShown;
  return html`<section class="${first ? "desk-first" : "desk-group"}" aria-labelledby="${group}">
    <h2 id="${group}">${name}</h2>
    ${renderDeskLines(lines.slice(0, linesShown), view)}
    ${
      more
        ? html`<a
            class="see-all"
            href="${articleListPath({ state: statesOf[group] })}"
            aria-label="${deskWords.seeAllOf(name)}"
            >${deskWords.seeAll}</a
          >`
        : null
    }
  </section>`;
}

function groupName(group: DeskGroup, role: "reporter" | "editor"): string {
  if (role === "editor" && group === "submitted") return deskWords.waitingForYou;
  if (role === "reporter" && group === "returned") return deskWords.returnedToYou;
  if (role === "reporter" && group === "drafts") return deskWords.yourDrafts;
  return deskWords.groups[group];
}

/** GET /toa-soan: the desk. */
export async function getDesk(c: AppContext): Promise<Response> {
  const person = staff(c);
  const now = Date.now();
  const editor = hasRole(person, "editor");
  const [desk, alerts, proposals, reports, mostRead] = await Promise.all([
    readDesk(
      c.env.DB,
      { id: person.id, isEditor: editor },
      { limit: linesShown + 1, since: now - newsTime },
    ),
    editor ? readAlertBox(c, { isAdmin: hasRole(person, "admin"), now }) : null,
    editor ? readProposalBox(c.env.DB) : null,
    readReportBox(c.env.DB, filterByViewer(person)),
    editor ? readMostReadBox(c.env.DB, now) : null,
  ]);
  const notices = html`${alerts} ${reports} ${proposals}`;
  return renderDeskPage(c, person, desk, { notices, mostRead, now });
}
