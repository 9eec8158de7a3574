import * as v from "valibot";
import { commit } from "../../article/commit.ts";
import { forgetSettings } from "../../context.ts";
import { tags } from "../../edge-cache/tags.ts";
import { recordAct } from "../../people/log-store.ts";
import type { Person } from "../../people/person.ts";
import { purgeRounds } from "../../publishing/announce.ts";
import { requestPurge } from "../../publishing/outbox-store.ts";
import { clearSetting, readSettings, writeSetting } from "../../settings-store.ts";
import { readOverrides, SiteOverrides, siteSettings } from "../../site.ts";
import type { SiteSetting } from "../../site.ts";

export type SettingValues = Record<SiteSetting, string>;

/** How the site stands: what it was deployed with, what counts now, and which rows count for nothing. */
export type Standing = { deployed: SettingValues; current: SettingValues; ignored: string[] };

/** One setting as it is and as it shall be. */
export type SettingChange = { name: SiteSetting; from: string; to: string };

export async function readStanding(env: Env): Promise<Standing> {
  const deployed = v.parse(SiteOverrides, { ...env });
  const { values, ignored } = readOverrides(await readSettings(env.DB));
  return { deployed, current: { ...deployed, ...values }, ignored };
}

export function changesOf(current: SettingValues, wanted: SettingValues): SettingChange[] {
  return siteSettings
    .map((name) => ({ name, from: current[name], to: wanted[name] }))
    .filter(({ from, to }) => from !== to);
}

/**
 * Makes the changes, and forgets rows that count for nothing. What is set to how the site was deployed is no longer set: a
 * later deployment may change it.
 */
export async function applySettings(
  db: D1Database,
  actor: Person,
  { deployed, ignored }: Standing,
  changes: readonly SettingChange[],
  now: number,
): Promise<void> {
  const detail = Object.fromEntries(changes.map(({ name, to }) => [name, to]));
  await commit(db, [
    ...ignored.map((name) => clearSetting(db, name)),
    ...changes.map(({ name, to }) =>
      to === deployed[name]
        ? clearSetting(db, name)
        : writeSetting(db, { name, value: to, at: now, by: actor.id }),
    ),
    recordAct(db, {
      ...{ at: now, actorId: actor.id, act: "settings.changed" },
      ...{ subject: changes.map(({ name }) => name).join(", "), detail },
    }),
    requestPurge(db, { tags: [tags.site], rounds: purgeRounds, at: now }),
  ]);
  forgetSettings();
}
