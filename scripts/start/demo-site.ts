import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { parse } from "yaml";
import {
  arrangeFrontPath,
  frontBlocksPath,
  settingsPath,
  signInPath,
  signOutPath,
} from "../../src/addresses/newsroom.ts";
import { SiteOverrides } from "../../src/site.ts";
import type { SiteSetting } from "../../src/site.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import type { DemoAccount } from "./demo-accounts.ts";
import { uploadPhoto } from "./demo-api.ts";
import type { DemoCaller } from "./demo-api.ts";
import { findMorning } from "./demo-desk.ts";
import { readPublicIds } from "./demo-store.ts";
import type { D1 } from "./running-worker.ts";
import { StartFailure, takeFirstLine } from "./start-failure.ts";

type Fields = Record<string, string>;

/** demo/site.yaml. */
type SiteFile = {
  settings: Partial<Record<SiteSetting, string>>;
  /** The articles that an editor chose, by their places from 0; `days` says for how long. */
  places: Record<number, { article: string; days?: number }>;
  /** The fields of the form of the blocks. `photo` is a file of demo/photos. */
  blocks: Fields[];
};

/** `vars` are the settings of the deployment. */
type RunningSite = { address: string; vars: Record<string, string>; database: D1 };

/**
 * Sets the menus and arranges the front page, for which the API has no act: the admin sends the forms of the newsroom. What a
 * killed start saved is not saved again. Throws StartFailure when a form is refused.
 */
export async function arrangeDemoSite(
  { address, vars, database }: RunningSite,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const admin = accounts.find(({ role }) => role === "admin");
  if (admin === undefined) return;
  const file = "demo/site.yaml";
  try {
    const { settings, places, blocks } = parse(await readFile(file, "utf8")) as SiteFile;
    const send = await signIn(address, admin);
    await send(settingsPath, { ...v.parse(SiteOverrides, { ...vars, ...settings }), step: "save" });
    // The first save of a form is based on 0. After it, a form based on 0 is refused as stale.
    const first = { base: "0", step: "save" };
    const ids = await readPublicIds(database);
    await send(arrangeFrontPath, { ...first, ...nameStoryFields(places, ids) });
    const stored = blocks.map((block) => storePhoto({ address, token: admin.token }, block));
    await send(frontBlocksPath, { ...first, ...nameBlockFields(await Promise.all(stored)) });
    await send(signOutPath, {});
  } catch (error) {
    throw new StartFailure(startWords.demoFailed(file, takeFirstLine(error)));
  }
}

function nameStoryFields(places: SiteFile["places"], ids: ReadonlyMap<string, string>): Fields {
  const fields = Object.entries(places).flatMap(([place, { article, days }]) => [
    [`story-${place}`, ids.get(article) ?? article],
    [`until-${place}`, days === undefined ? "" : findMorning(days)],
  ]);
  return Object.fromEntries(fields) as Fields;
}

/** Uploads the photo of a block, if it has one. */
async function storePhoto(caller: DemoCaller, block: Fields): Promise<Fields> {
  if (block.photo === undefined) return block;
  const bytes = await readFile(`demo/photos/${block.photo}`);
  return { ...block, photo: await uploadPhoto(caller, bytes) };
}

function nameBlockFields(blocks: readonly Fields[]): Fields {
  const fields = blocks.flatMap((block, place) =>
    Object.entries(block).map(([name, value]) => [`${name}-${place}`, value]),
  );
  return Object.fromEntries(fields) as Fields;
}

/** Signs in, and returns a function that sends a form. It throws an Error when the form is refused, unless as stale. */
async function signIn(
  address: string,
  { username, password }: DemoAccount,
): Promise<(path: string, fields: Fields) => Promise<void>> {
  const post = (path: string, fields: Fields, cookie: string): Promise<Response> =>
    fetch(address + path, {
      method: "POST",
      headers: { origin: address, cookie },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const signedIn = await post(signInPath, { username, password }, "");
  const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return async (path, fields) => {
    const { status } = await post(path, fields, cookies.join("; "));
    if (status >= 400 && status !== 409) throw new Error(`${status} ${path}`);
  };
}
