import { handbookJsonPath } from "../../addresses/newsroom.ts";
import type { HandbookEntry } from "../../article/handbook.ts";

/** The newsroom's handbook; null without a network. */
export async function loadHandbook(): Promise<readonly HandbookEntry[] | null> {
  try {
    const answer = await fetch(handbookJsonPath, { headers: { accept: "application/json" } });
    if (!answer.ok) return null;
    const { entries } = (await answer.json()) as { entries: HandbookEntry[] };
    return entries;
  } catch {
    return null;
  }
}
