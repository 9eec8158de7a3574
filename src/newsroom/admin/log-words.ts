import type { Act } from "../../people/log-store.ts";
import { frontPageName } from "../../published/choice-store.ts";
import { siteSettings } from "../../site.ts";
import { frontWords } from "../../vietnamese/words/front.ts";
import { logWords } from "../../vietnamese/words/log.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";
import type { LogEntry } from "./log-list-store.ts";

export function nameAct(act: string): string {
  return logWords.acts[act] ?? act;
}

/**
 * To what something was done. Settings are called as their form calls them. A photo without words is called by the start
 * of its id. What was done to the site itself names nothing.
 */
export function nameSubject({ act, subject }: Pick<LogEntry, "act" | "subject">): string {
  if (act === "royalties.changed" || act.startsWith("rebuild.")) return "";
  if (/^(photo|credit)\./.test(act) && /^[0-9a-f]{64}$/.test(subject)) {
    return logWords.photo(subject.slice(0, 8));
  }
  if (act.startsWith("front.") && subject === frontPageName) return frontWords.menu;
  if (act !== "settings.changed") return subject;
  return subject.split(", ").map(nameDetail).join(", ");
}

/** The reason of an event, or the detail of an act as "name: value", one line. */
export function describeDetail({ reason, detail }: Pick<LogEntry, "reason" | "detail">): string {
  if (reason !== null) return reason;
  if (detail === null) return "";
  const fields = JSON.parse(detail) as Act["detail"];
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${nameDetail(name)}: ${nameValue(name, String(value))}`)
    .join("; ");
}

function nameDetail(name: string): string {
  const setting = siteSettings.find((known) => known === name);
  if (setting !== undefined) return settingsWords.fields[setting].label;
  return logWords.details[name] ?? name;
}

function nameValue(name: string, value: string): string {
  return logWords.values[name]?.[value] ?? value;
}
