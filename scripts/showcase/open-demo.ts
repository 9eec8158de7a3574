import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unusedPort } from "../../test/process/start-process.ts";
import { openSite } from "../start/open-site.ts";

/** The reference article: what is measured and shown. */
export const referencePath =
  "/bai-viet/tong-ket-cong-tac-xay-dung-dang-nam-2020-va-phuong-huong-nhiem-vu-nam-2021";

/**
 * Gives the origin of a site to look at and its state folder: those named on the command line, else the demo, loaded anew
 * into a folder that is removed afterwards.
 */
export async function withDemo(
  use: (address: string, state: string) => Promise<void>,
): Promise<void> {
  const [named, namedState = ".wrangler/state"] = process.argv.slice(2);
  if (named !== undefined) return use(new URL(named).origin, namedState);
  const state = await mkdtemp(join(tmpdir(), "ban-tin-showcase-"));
  const port = await unusedPort();
  const { address, worker } = await openSite({ port, state, demo: true, help: false });
  try {
    await use(address, state);
  } finally {
    await worker.stop();
    await rm(state, { recursive: true });
  }
}
