import baseCss from "../html/base.css";
import markCss from "../html/site-mark.css";
import { stylesheet } from "../html/stylesheet.ts";
import deskCss from "./desk/desk.css";
import fieldsCss from "./fields.css";
import formScriptCss from "./form/form-script.css";
import formCss from "./form/form.css";
import frameCss from "./frame.css";
import guideCss from "./guide/guide.css";
import mediaCss from "./media/media.css";
import adminCss from "./admin/admin.css";
import reviewCss from "./review/review.css";

/** One sheet for every page of the newsroom, so that one hash allows them all. */
export const newsroomStyle = stylesheet(
  baseCss,
  markCss,
  frameCss,
  fieldsCss,
  deskCss,
  formCss,
  formScriptCss,
  guideCss,
  mediaCss,
  adminCss,
  reviewCss,
);
