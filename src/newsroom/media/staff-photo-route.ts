import type { AppContext } from "../../context.ts";
import { servePhoto } from "../../photo/photo-bytes.ts";
import { findStaffPhoto } from "../../photo/photo-store.ts";
import { staff } from "../guard.ts";
import { viewerOf } from "./photo-details.ts";

/** GET /toa-soan/anh/:photo/:variant: the bytes for staff, whether readers may see them or not. */
export async function getStaffPhoto(c: AppContext): Promise<Response> {
  const viewerId = viewerOf(staff(c));
  const id = c.req.param("photo") ?? "";
  const variant = c.req.param("variant") ?? "";
  const response = await servePhoto(c.env, c.req.raw, id, variant, (db, photo) =>
    findStaffPhoto(db, photo, viewerId),
  );
  response.headers.set("cross-origin-resource-policy", "same-origin");
  return response;
}
