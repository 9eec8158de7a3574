import * as v from "valibot";
import { contrast } from "../../colour.ts";
import type { FieldError } from "../../errors.ts";
import { headerInk, linkGround, SiteOverrides } from "../../site.ts";
import type { SiteSetting } from "../../site.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";
import type { SettingValues } from "./settings.ts";

/** What a colour stands beside. */
export const grounds: Partial<Record<SiteSetting, string>> = {
  HEADER_COLOUR: headerInk,
  ACCENT_COLOUR: linkGround,
};

/** The settings as they would be kept, or what is wrong with them, one fault a field. */
export function checkSettings(
  given: SettingValues,
): { values: SettingValues } | { faults: FieldError[] } {
  const parsed = v.safeParse(SiteOverrides, given);
  if (parsed.success) return { values: parsed.output };
  const faults = parsed.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? "",
    message: messageOf(issue),
  }));
  return {
    faults: faults.filter(({ path }, n) => faults.findIndex((one) => one.path === path) === n),
  };
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  const name = v.getDotPath(issue) ?? "";
  const ground = Object.entries(grounds).find(([colour]) => colour === name)?.[1];
  switch (issue.type) {
    case "non_empty":
      return settingsWords.empty;
    case "max_length":
      return settingsWords.tooLong(Number(issue.requirement));
    case "email":
      return settingsWords.notEmail;
    case "check":
      return ground === undefined
        ? settingsWords.notScript
        : settingsWords.notReadable(contrast(String(issue.input), ground));
    default:
      if (ground !== undefined) return settingsWords.notColour;
      return name === "MEASUREMENT_SCRIPT" ? settingsWords.notScript : settingsWords.notAddress;
  }
}
