import { eraseFilePath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { Article } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import { eraseFile } from "../../publishing/file-erasure.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { readForm } from "../../request/read-body.ts";
import { documentWords } from "../../vietnamese/words/document.ts";
import { fileWords } from "../../vietnamese/words/file.ts";
import { seeOther } from "../answer.ts";
import { readErasureReason, renderErasureForm } from "../erasure-form.ts";
import type { TypedReason } from "../erasure-form.ts";
import { renderFormFaults } from "../fields.ts";
import { idParam, staff, startAct } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { renderFile } from "./overview-files.ts";
import { readFilesOfArticle } from "./overview-store.ts";
import type { FileOfArticle } from "./overview-store.ts";
import { readStaffArticle } from "./overview.ts";

type FileToErase = { article: Article; file: FileOfArticle };

/** GET /toa-soan/bai/:id/tai-lieu/:file/xoa: asks before a file of the article is erased. */
export async function getFileErasure(c: AppContext): Promise<Response> {
  return renderQuestion(c, await readFileToErase(c), null);
}

/** POST …/xoa: erases the file from every page, cache and store. */
export async function postFileErasure(c: AppContext): Promise<Response> {
  const found = await readFileToErase(c);
  const typed = readErasureReason(await readForm(c));
  if (typed.errors.length > 0) return renderQuestion(c, found, typed);
  const act = startAct(c);
  await eraseFile(c.env, act, { fileId: found.file.id, reason: typed.reason });
  await purgeDue(act.db, c.executionCtx, act.now);
  return seeOther(`${newsroomArticlePath(found.article.id)}?done=file-erased`);
}

async function readFileToErase(c: AppContext): Promise<FileToErase> {
  const article = await readStaffArticle(c.env.DB, staff(c), idParam(c));
  const [file] = await readFilesOfArticle(c.env.DB, article.id, [c.req.param("file") ?? ""]);
  if (file === undefined) throw new AppError("not-found", fileWords.notFound);
  return { article, file };
}

function renderQuestion(
  c: AppContext,
  { article, file }: FileToErase,
  typed: TypedReason | null,
): Response {
  const title = documentWords.eraseTitle;
  const main = html`<div class="sheet-wide">
    <h1>${title}</h1>
    ${renderFormFaults(typed?.errors ?? [], ["reason"])}
    <div>${renderFile(file, staff(c))}</div>
    <p class="note">${documentWords.eraseWarning}</p>
    ${renderErasureForm(eraseFilePath(article.id, file.id), newsroomArticlePath(article.id), typed)}
  </div>`;
  return newsroomPage(c, { title, current: "desk", main, status: typed === null ? 200 : 422 });
}
