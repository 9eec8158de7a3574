import { listArticles } from "../../article/article-store.ts";
import type { AppContext } from "../../context.ts";
import { hasRole } from "../../people/person.ts";
import { deskPage } from "./desk-page.ts";
import { staff } from "../guard.ts";

const most = 50;

/** GET /toa-soan: what there is to do, by role. */
export async function getDesk(c: AppContext): Promise<Response> {
  const person = staff(c);
  const articles = await listArticles(c.env.DB, {
    ...{ ownerId: hasRole(person, "editor") ? null : person.id, state: null, section: null },
    ...{ since: null, after: null, limit: most },
  });
  return deskPage(c, articles);
}
