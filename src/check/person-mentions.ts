import { findNameInRun } from "./person-names.ts";
import { findRolesAfter, findRolesBefore } from "./person-roles.ts";
import type { Role } from "./person-roles.ts";
import type { Passage } from "./passage.ts";

/** A person named in the text. */
export type PersonMention = {
  readonly passage: Passage;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The offices beside the name ("Bí thư Đảng ủy, Giám đốc Sở KH&CN"). */
  readonly roles: readonly Role[];
  /** The spaced dashes that join name and offices. */
  readonly dashes: readonly TitleDash[];
};

type TitleDash = {
  readonly sign: string;
  /** Offsets of the dash with the spaces around it, in the passage. */
  readonly start: number;
  readonly end: number;
};

const capitalisedRun = /(?<![A-Za-zÀ-ỹ])\p{Lu}[A-Za-zÀ-ỹ]*(?: \p{Lu}[A-Za-zÀ-ỹ]*)+/gu;

const maxContext = 90;

/** All people whom the passage names in full. */
export function findPersonMentions(passage: Passage): PersonMention[] {
  const mentions: PersonMention[] = [];
  for (const match of passage.text.matchAll(capitalisedRun)) {
    const before = passage.text.slice(Math.max(0, match.index - maxContext), match.index);
    const found = findNameInRun(match[0], before);
    if (!found) continue;
    const start = match.index + found.offset;
    mentions.push(readMentionAt(passage, found.name, start));
  }
  return mentions;
}

function readMentionAt(passage: Passage, name: string, start: number): PersonMention {
  const end = start + name.length;
  const before = passage.text.slice(Math.max(0, start - maxContext), start);
  const after = passage.text.slice(end, end + 2 * maxContext);
  const roles = [...findRolesBefore(before), ...findRolesAfter(after)];
  return { passage, name, start, end, roles, dashes: findTitleDashes(after, end) };
}

/** The dash after the name and those between offices. The dash in a range of years does not count. */
function findTitleDashes(after: string, offset: number): TitleDash[] {
  const title = /^ [-–—] (?=[A-Za-zÀ-ỹ])[^.;:\n()]*/u.exec(after)?.[0];
  if (!title) return [];
  return [...title.matchAll(/ ([-–—]) /g)]
    .filter((dash) => dash.index === 0 || findRolesAfter(title.slice(dash.index)).length > 0)
    .map((dash) => {
      const start = offset + dash.index;
      return { sign: dash[1] ?? "-", start, end: start + dash[0].length };
    });
}
