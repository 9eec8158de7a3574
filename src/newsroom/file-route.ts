import { staffFilePath } from "../addresses/newsroom.ts";
import type { AppContext } from "../context.ts";
import { findStaffFile } from "../file/file-store.ts";
import { storeFile } from "../file/file-upload.ts";
import { addressName } from "../file/file.ts";
import { findServedFile, serveFile } from "../file/serve-file.ts";
import { readFileUpload } from "../file/file-upload.ts";
import { filterByViewer } from "../publishing/permission.ts";
import { staff, startAct } from "./guard.ts";

/** POST /toa-soan/tai-lieu?name=…: the body is the file. Answers its facts as JSON, for the form's script. */
export async function postFile(c: AppContext): Promise<Response> {
  const { actor } = startAct(c);
  const { file } = await storeFile(c.env, readFileUpload(c.req.raw), actor);
  return c.json({ ...file, address: staffFilePath(file.id, addressName(file)) }, 201);
}

/** GET /toa-soan/tai-lieu/:file/:name: the bytes for staff, even if the file is not public. */
export async function getStaffFile(c: AppContext): Promise<Response> {
  const viewerId = filterByViewer(staff(c));
  const file = await findServedFile(c.env, c.req.param("file") ?? "", (db, id) =>
    findStaffFile(db, id, viewerId),
  );
  const response = await serveFile(c.env, c.req.raw, file);
  response.headers.set("cross-origin-resource-policy", "same-origin");
  return response;
}
