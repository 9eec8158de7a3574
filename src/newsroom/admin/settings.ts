import * as v from "valibot";
import type { AppContext } from "../../context.ts";
import { clearSetting, readSettings, writeSetting } from "../../settings-store.ts";
import { readOverrides, SiteOverrides, siteSettings } from "../../site.ts";
import type { SiteSetting } from "../../site.ts";
import { pagePath, sectionPath, topicPath } from "../../addresses/public.ts";
import { readSections } from "../../article/section-store.ts";
import { readListedPages } from "../../published/page-store.ts";
import { readTopics } from "../../published/topic-store.ts";
import { lookUpPages } from "../../html/look-up-pages.ts";
import { staff } from "../guard.ts";
import { changeSite } from "./site-change.ts";

export type SettingValues = Record<SiteSetting, string>;

/**
 * The settings: the deployed values, the current ones, and the stored rows that are ignored. `menuLines` has a line of a menu for each
 * public page, section and topic, and for the pages in which readers look things up.
 */
export type Standing = {
  deployed: SettingValues;
  current: SettingValues;
  ignored: string[];
  menuLines: string[];
};

/** One setting as it is and as it shall be. */
export type SettingChange = { name: SiteSetting; from: string; to: string };

export async function readStanding(env: Env): Promise<Standing> {
  const deployed = v.parse(SiteOverrides, { ...env });
  const [overrides, pages, sections, topics] = await Promise.all([
    readSettings(env.DB),
    readListedPages(env.DB),
    readSections(env.DB),
    readTopics(env.DB),
  ]);
  const { values, ignored } = readOverrides(overrides);
  const menuLines = [
    ...pages.map(({ title, slug }) => `${title.replaceAll("|", "–")} | ${pagePath(slug)}`),
    ...sections.map(({ name, slug }) => `${name} | ${sectionPath(slug)}`),
    ...topics.map(({ name, slug }) => `${name.replaceAll("|", "–")} | ${topicPath(slug)}`),
    ...[...lookUpPages].map(([path, name]) => `${name} | ${path}`),
  ];
  return { deployed, current: { ...deployed, ...values }, ignored, menuLines };
}

export function listChanges(current: SettingValues, wanted: SettingValues): SettingChange[] {
  return siteSettings
    .map((name) => ({ name, from: current[name], to: wanted[name] }))
    .filter(({ from, to }) => from !== to);
}

/**
 * Applies the changes, and deletes rows that have no effect. A setting that equals its deployed value is deleted, so
 * that a later deployment can change it.
 */
export async function applySettings(
  c: AppContext,
  { deployed, ignored }: Standing,
  changes: readonly SettingChange[],
): Promise<void> {
  const db = c.env.DB;
  const by = { at: Date.now(), by: staff(c).id };
  const statements = [
    ...ignored.map((name) => clearSetting(db, name)),
    ...changes.map(({ name, to }) =>
      to === deployed[name] ? clearSetting(db, name) : writeSetting(db, { ...by, name, value: to }),
    ),
  ];
  await changeSite(c, statements, {
    act: "settings.changed",
    subject: changes.map(({ name }) => name).join(", "),
    detail: Object.fromEntries(changes.map(({ name, to }) => [name, to])),
  });
}
