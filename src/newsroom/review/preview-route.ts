import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { linkHours, newPreviewLink, signPreviewLink } from "../../publishing/preview-link.ts";
import type { LinkHours } from "../../publishing/preview-link.ts";
import { readPreviewedText } from "../../publishing/preview.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { idParam, startAct } from "../guard.ts";
import { linkedPreviewPath } from "../../addresses/newsroom.ts";
import { previewPage } from "./preview-page.ts";
import type { Screen } from "./preview-page.ts";
import { parseVersionNumber } from "./version-route.ts";

/** GET /toa-soan/bai/:id/xem-truoc?screen=&version=: the page as readers will see it, as wide as `screen`. */
export async function getPreview(c: AppContext): Promise<Response> {
  const named = c.req.query("version");
  const version = named === undefined ? null : parseVersionNumber(named);
  const text = await readPreviewedText(startAct(c), idParam(c), version);
  const screen: Screen = c.req.query("screen") === "desktop" ? "desktop" : "telephone";
  return previewPage(c, { text, screen, made: null });
}

/** POST /toa-soan/bai/:id/lien-ket: makes a link to the preview of one version, valid for some hours. */
export async function postPreviewLink(c: AppContext): Promise<Response> {
  const { db, actor, now } = startAct(c);
  const form = await readForm(c);
  const version = parseVersionNumber(readLine(form, "version"));
  const hours = hoursIn(form);
  const text = await readPreviewedText({ db, actor }, idParam(c), version);
  const link = newPreviewLink({ articleId: text.article.id, version }, hours, now);
  await recordAct(db, {
    at: now,
    actorId: actor.id,
    act: "preview.linked",
    subject: text.article.id,
    detail: {
      title: text.content.title,
      version,
      hours,
    },
  }).run();
  const path = linkedPreviewPath(signPreviewLink(link, c.env.TOKEN_KEY));
  const made = { address: c.var.site.baseUrl + path, endsAt: link.endsAt };
  return previewPage(c, { text, screen: "telephone", made });
}

function hoursIn(form: FormData): LinkHours {
  const hours = linkHours.find((one) => String(one) === readLine(form, "hours"));
  if (hours !== undefined) return hours;
  const message = reviewWords.linkHoursWrong;
  throw new AppError("invalid", message, [{ path: "hours", message }]);
}
