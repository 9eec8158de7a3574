import { randomUUID } from "node:crypto";
import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { generateLinkToken } from "../../people/one-time-link.ts";
import {
  addPreviewLink,
  endPreviewLink,
  listPreviewLinks,
} from "../../people/preview-link-store.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import { findLinkEnd, linkHours, renderPreviewPage } from "./preview-page.ts";
import type { LinkHours, Screen } from "./preview-page.ts";
import { readPreviewedText } from "../../publishing/preview.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { seeOther } from "../answer.ts";
import { recordOpening } from "../record-opening.ts";
import { idParam, startAct } from "../guard.ts";
import { linkedPreviewPath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import { parseVersionNumber } from "./version-route.ts";

/** GET /toa-soan/bai/:id/xem-truoc?screen=&version=: the page as readers will see it, as wide as `screen`. */
export async function getPreview(c: AppContext): Promise<Response> {
  const named = c.req.query("version");
  const version = named === undefined ? null : parseVersionNumber(named);
  const text = await readPreviewedText(startAct(c), idParam(c), version);
  await recordOpening(c, text.article);
  const screen: Screen = c.req.query("screen") === "desktop" ? "desktop" : "telephone";
  return renderPreviewPage(c, { text, screen, made: null });
}

/** POST /toa-soan/bai/:id/lien-ket: makes a link to the preview of one version, valid for some hours. */
export async function postPreviewLink(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { db, actor, now } = act;
  const form = await readForm(c);
  const version = parseVersionNumber(readLine(form, "version"));
  const hours = readHours(form);
  const text = await readPreviewedText({ db, actor }, idParam(c), version);
  const [token, endsAt] = [generateLinkToken(), findLinkEnd(hours, now)];
  const articleId = text.article.id;
  const personId = actor.id;
  await commit(act, [
    addPreviewLink(db, {
      id: randomUUID(),
      token,
      articleId,
      version,
      personId,
      madeAt: now,
      endsAt,
    }),
    recordAct(act, {
      act: "preview.linked",
      subject: articleId,
      detail: { title: text.content.title, version, hours },
    }),
  ]);
  const made = { address: c.var.site.baseUrl + linkedPreviewPath(token), endsAt };
  return renderPreviewPage(c, { text, screen: "telephone", made });
}

/** POST /toa-soan/bai/:id/lien-ket/ket-thuc: ends a preview link. Everybody who may edit the article may end it. */
export async function postPreviewLinkEnd(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { db, now } = act;
  const article = await readArticleToEdit(act, idParam(c));
  const chosen = readLine(await readForm(c), "link");
  const link = (await listPreviewLinks(db, article.id, now)).find(({ id }) => id === chosen);
  if (link !== undefined) {
    await commit(act, [
      endPreviewLink(db, article.id, link.id),
      recordAct(act, {
        act: "preview.ended",
        subject: article.id,
        detail: { title: article.title, version: link.version, owner: link.maker.username },
      }),
    ]);
  }
  return seeOther(`${newsroomArticlePath(article.id)}#lien-ket`);
}

function readHours(form: FormData): LinkHours {
  const hours = linkHours.find((one) => String(one) === readLine(form, "hours"));
  if (hours !== undefined) return hours;
  const message = reviewWords.linkHoursWrong;
  throw new AppError("invalid", message, [{ path: "hours", message }]);
}
