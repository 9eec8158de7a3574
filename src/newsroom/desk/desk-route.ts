import type { AppContext } from "../../context.ts";
import { hasRole } from "../../people/person.ts";
import { staff } from "../guard.ts";
import { alertBox, readAlerts } from "./alerts.ts";
import { deskPage, linesShown } from "./desk-page.ts";
import { readDesk } from "./desk-store.ts";

/** GET /toa-soan: what there is to do, by role. */
export async function getDesk(c: AppContext): Promise<Response> {
  const person = staff(c);
  const now = Date.now();
  const editor = hasRole(person, "editor");
  const [desk, alerts] = await Promise.all([
    readDesk(c.env.DB, editor ? null : person.id, linesShown + 1),
    editor ? readAlerts(c.env.DB, now) : null,
  ]);
  return deskPage(c, person, desk, alerts === null ? null : alertBox(alerts), now);
}
