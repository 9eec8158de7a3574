import type { Act } from "../../people/log-store.ts";
import { logWords } from "../../vietnamese/words/log.ts";
import type { LogEntry } from "./log-list-store.ts";

export function actWord(act: string): string {
  return logWords.acts[act] ?? act;
}

/** The reason of an event, or the detail of an act as "name: value", one line. */
export function detailOf({ reason, detail }: Pick<LogEntry, "reason" | "detail">): string {
  if (reason !== null) return reason;
  if (detail === null) return "";
  const told = JSON.parse(detail) as Act["detail"];
  return Object.entries(told)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("; ");
}
