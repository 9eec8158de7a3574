import type { Named, Stage } from "../api/access-table.ts";
import { form } from "../support/staff.ts";
import type { StaffAskers } from "./staff-of-askers.ts";

/** What a request may name, and who there is to name. */
export type NamedWithStaff = Named & { staff: StaffAskers };

/** A route, what is asked of it about an article at a stage, and the status for each asker in the order of `staffAskers`. */
export type NewsroomRow = {
  route: string;
  stage: Stage;
  path: (named: NamedWithStaff) => string | Promise<string>;
  init?: (named: NamedWithStaff) => RequestInit | Promise<RequestInit>;
  expected: readonly number[];
};

/** Pages: who is not signed in is shown the way in. */
const pageForAll = [303, 200, 200, 200, 200, 303, 303];
const pageForEditors = [303, 403, 403, 200, 200, 303, 303];
const pageForAdmins = [303, 403, 403, 403, 200, 303, 303];
/** An article's pages, while it is not public. */
const pageOfDraft = [303, 200, 404, 200, 200, 303, 303];

/** Every route of the newsroom × every asker. A route without a row fails the test, and so does a row without a route. */
export const newsroomTable: readonly NewsroomRow[] = [
  page("/toa-soan", pageForAll),
  // Whoever is in already is led on.
  page("/toa-soan/dang-nhap", [200, 303, 303, 303, 303, 200, 200]),
  post(
    "/toa-soan/dang-nhap",
    { username: "nobody", password: "x" },
    [401, 401, 401, 401, 401, 401, 401],
  ),
  post("/toa-soan/dang-xuat", {}, [303, 303, 303, 303, 303, 303, 303]),
];

function page(path: string, expected: readonly number[]): NewsroomRow {
  return { route: `GET ${path}`, stage: "draft", path: () => path, expected };
}

function post(
  path: string,
  fields: Record<string, string>,
  expected: readonly number[],
): NewsroomRow {
  return {
    route: `POST ${path}`,
    stage: "draft",
    path: () => path,
    init: () => form(fields),
    expected,
  };
}
