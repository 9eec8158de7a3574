import { eraseFilePath, newsroomArticlePath, staffFilePath } from "../../addresses/newsroom.ts";
import { html, type Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { documentWords } from "../../vietnamese/words/document.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import type { Person } from "../../people/person.ts";
import { hasRole } from "../../people/person.ts";
import type { FileOfArticle } from "./overview-store.ts";

/** The files of an article: who sent each, and where else it is used, as far as the person may know. Null without files. */
export function renderOverviewFiles(
  articleId: string,
  files: readonly FileOfArticle[],
  person: Person,
): Html | null {
  if (files.length === 0) return null;
  return html`<section>
    <h2>${documentWords.filesOfText}</h2>
    <ul class="lines">
      ${files.map(
        (file) =>
          html`<li>
            ${renderFile(file, person)}
            ${
              hasRole(person, "editor")
                ? html`<p>
                    <a class="button danger" href="${eraseFilePath(articleId, file.id)}"
                      >${mediaWords.erase}</a
                    >
                  </p>`
                : null
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A file: who sent it, and where else it is used. */
export function renderFile(
  { id, name, sender, createdAt, others }: FileOfArticle,
  person: Person,
): Html {
  const isOpen = ({ ownerId }: FileOfArticle["others"][number]) =>
    hasRole(person, "editor") || ownerId === person.id;
  const known = others.filter((other) => isOpen(other) || other.isPublic === 1);
  return html`<a href="${staffFilePath(id, "tep")}">${name}</a>
    <span class="soft">${documentWords.sentBy(sender)} ${renderShortTime(createdAt)}</span>
    ${
      others.length === 0
        ? null
        : html`<p>
            ${documentWords.alsoUsed(others.length)}
            ${known.map((other, n) => [
              n === 0 ? "" : "; ",
              isOpen(other)
                ? html`<a href="${newsroomArticlePath(other.id)}">${other.title}</a>`
                : other.title,
            ])}
          </p>`
    }`;
}
