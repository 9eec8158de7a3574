import * as v from "valibot";
import { measureContrast } from "../../colour.ts";
import type { FieldError } from "../../errors.ts";
import { SiteOverrides } from "../../site.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";
import { companions } from "./colour-sample.ts";
import { parseMenu } from "../../menu.ts";
import type { SettingValues } from "./settings.ts";

/** The settings as they would be kept, or what is wrong with them, one fault a field. */
export function checkSettings(
  given: SettingValues,
): { values: SettingValues } | { faults: FieldError[] } {
  const parsed = v.safeParse(SiteOverrides, given);
  if (parsed.success) return { values: parsed.output };
  const faults = parsed.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? "",
    message: issueMessage(issue),
  }));
  return {
    faults: faults.filter(({ path }, n) => faults.findIndex((one) => one.path === path) === n),
  };
}

function issueMessage(issue: v.BaseIssue<unknown>): string {
  const name = v.getDotPath(issue) ?? "";
  const beside = Object.entries(companions).find(([colour]) => colour === name)?.[1];
  switch (issue.type) {
    case "non_empty":
      return settingsWords.empty;
    case "max_length":
      return settingsWords.tooLong(Number(issue.requirement));
    case "email":
      return settingsWords.notEmail;
    case "picklist":
      return settingsWords.notChoice;
    case "check":
      if (name === "HEADER_MENU" || name === "FOOTER_MENU") return menuFault(String(issue.input));
      return beside === undefined
        ? settingsWords.notScript
        : settingsWords.notReadable(measureContrast(String(issue.input), beside));
    default:
      if (beside !== undefined) return settingsWords.notColour;
      return name === "MEASUREMENT_SCRIPT" ? settingsWords.notScript : settingsWords.notAddress;
  }
}

function menuFault(text: string): string {
  const parsed = parseMenu(text);
  return settingsWords.notMenu("faultyLine" in parsed ? parsed.faultyLine : 1);
}
