import { readSections } from "../article/section-store.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** AppError invalid when a section is named that the site does not have. A draft may have none yet. */
export async function refuseUnknownSection(db: D1Database, section: string | null): Promise<void> {
  if (section === null) return;
  const sections = await readSections(db);
  if (sections.some(({ slug }) => slug === section)) return;
  const message = articleWords.unknownSection(section);
  throw new AppError("invalid", message, [{ path: "section", message }]);
}
