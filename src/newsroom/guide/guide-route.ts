import type { AppContext } from "../../context.ts";
import { staticBytes } from "../../edge-cache/static-file.ts";
import { AppError } from "../../errors.ts";
import { editorGuide } from "../../vietnamese/words/guide-editor.ts";
import { reporterGuide } from "../../vietnamese/words/guide-reporter.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { guidePage } from "./guide-page.ts";
import { isPicture } from "./pictures.ts";

/** GET /toa-soan/huong-dan/phong-vien */
export function getReporterGuide(c: AppContext): Response {
  return guidePage(c, reporterGuide, "editor");
}

/** GET /toa-soan/huong-dan/bien-tap-vien */
export function getEditorGuide(c: AppContext): Response {
  return guidePage(c, editorGuide, "reporter");
}

/** GET /toa-soan/huong-dan/anh/:file: a picture of the guides, `<name>.webp`. */
export async function getGuidePicture(c: AppContext): Promise<Response> {
  const file = c.req.param("file") ?? "";
  const known = file.endsWith(".webp") && isPicture(file.slice(0, -".webp".length));
  const bytes = known ? await staticBytes(c.env.ASSETS, `/guide/${file}`) : null;
  if (bytes === null) throw new AppError("not-found", newsroomWords.missing);
  return new Response(bytes, { headers: { "content-type": "image/webp" } });
}
