import { reviewPath } from "../../src/addresses/newsroom.ts";
import type { Staff } from "./staff.ts";

/** The hidden fields with which the review page's form approves. Opening the page is part of approving. */
export async function readApproval(
  editor: Pick<Staff, "open">,
  id: string,
): Promise<Record<string, string>> {
  const page = await (await editor.open(reviewPath(id))).text();
  const [, form = ""] = page.split(`action="/toa-soan/bai/${id}/dang"`);
  const fields = form.slice(0, form.indexOf("</form>")).matchAll(/name="(\w+)"\s+value="(\w+)"/g);
  return Object.fromEntries([...fields].map(([, name = "", value = ""]) => [name, value]));
}
