import baseCss from "../html/base.css";
import campaignCss from "../html/campaign.css";
import cardCss from "../html/card.css";
import footerCss from "../html/site-footer.css";
import headerCss from "../html/site-header.css";
import markCss from "../html/site-mark.css";
import { mourningStyle } from "../html/campaign.ts";
import { stylesheet } from "../html/stylesheet.ts";
import bodyCss from "./article-body.css";
import articleCss from "./article-page.css";
import photosCss from "./article-photos.css";
import toolsCss from "./article-tools.css";
import correctionsCss from "./corrections-page.css";
import directoryCss from "./directory.css";
import documentsCss from "./documents.css";
import errorCss from "./error-page.css";
import reportCss from "./error-report-page.css";
import frontCss from "./front-page.css";
import labelIndexCss from "./label-index.css";
import listCss from "./list-page.css";
import viewerCss from "./photo-viewer.css";
import printCss from "./print-page.css";
import reportLinkCss from "./report-link.css";
import searchCss from "./search-page.css";
import sectionCss from "./section-page.css";
import topicBoxCss from "./topic-box.css";
import topicCss from "./topic-page.css";
import videoCss from "./video-card.css";

const frameCss = [baseCss, markCss, headerCss, footerCss, cardCss, campaignCss];

/** Front page, lists and error pages share one style, so one hash in the content security policy allows them all. */
export const listStyle = stylesheet(...frameCss, frontCss, sectionCss, listCss, topicCss, errorCss);

/** Pages of one text. */
const textCss = [articleCss, toolsCss, photosCss, bodyCss, viewerCss, videoCss, documentsCss];

export const articleStyle = stylesheet(...frameCss, ...textCss, topicBoxCss, reportLinkCss);

/** Standing pages, which may have a staff directory. */
export const standingStyle = stylesheet(...frameCss, ...textCss, directoryCss);

/** The list of corrections. */
export const correctionStyle = stylesheet(...frameCss, sectionCss, listCss, correctionsCss);

/** The list of documents. */
export const documentListStyle = stylesheet(
  ...frameCss,
  sectionCss,
  listCss,
  searchCss,
  documentsCss,
);

/** The indexes of tags and authors. */
export const indexStyle = stylesheet(...frameCss, sectionCss, listCss, labelIndexCss);

/** The form by which readers report an error. */
export const reportStyle = stylesheet(...frameCss, reportCss);

export const searchStyle = stylesheet(...frameCss, sectionCss, searchCss);

export const printStyle = stylesheet(printCss, documentsCss);

/** Every style of the public pages, for the content security policy. */
export const publicStyles = [
  listStyle,
  articleStyle,
  standingStyle,
  correctionStyle,
  documentListStyle,
  indexStyle,
  reportStyle,
  searchStyle,
  printStyle,
  mourningStyle,
] as const;
