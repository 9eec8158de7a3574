import type { AppContext } from "../../context.ts";
import { hasRole } from "../../people/person.ts";
import { staff } from "../guard.ts";
import { deskPage, linesShown } from "./desk-page.ts";
import { readDesk } from "./desk-store.ts";

/** GET /toa-soan: what there is to do, by role. */
export async function getDesk(c: AppContext): Promise<Response> {
  const person = staff(c);
  const owner = hasRole(person, "editor") ? null : person.id;
  const desk = await readDesk(c.env.DB, owner, linesShown + 1);
  return deskPage(c, person, desk, null, Date.now());
}
