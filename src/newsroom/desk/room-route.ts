import type { AppContext } from "../../context.ts";
import { idOf, staff } from "../guard.ts";
import { articleOfRoom, openRoom } from "./room.ts";
import { roomPage } from "./room-page.ts";

/** GET /toa-soan/bai/:id: where an article stands, what was found, what happened, what may be done. */
export async function getRoom(c: AppContext): Promise<Response> {
  const person = staff(c);
  const article = await articleOfRoom(c.env.DB, person, idOf(c));
  return roomPage(c, await openRoom(c.env.DB, person, article, Date.now()), null);
}
