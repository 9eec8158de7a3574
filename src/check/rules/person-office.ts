import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { PersonMention } from "../person-mentions.ts";
import { agree, contradict } from "../person-roles.ts";
import type { Role } from "../person-roles.ts";
import type { ReadArticle } from "../read-article.ts";

/** An article about an appointment rightly tells an old office and a new one. */
const APPOINTMENT =
  /bổ nhiệm|giữ chức|điều động|luân chuyển|được bầu|bầu giữ|thôi giữ|miễn nhiệm/iu;

/** More mentions of one person than any article has; it bounds the comparing. */
const MAX_MENTIONS = 100;

/** One person's office told in two ways ("Giám đốc Sở", then "Phó Giám đốc Sở"). */
export function personOffice({ people, prose }: ReadArticle): Finding[] {
  const titled = people.filter(({ roles }) => roles.length > 0);
  const byName = [...Map.groupBy(titled, ({ name }) => name).values()];
  const findings = byName.flatMap((mentions) => contradictions(mentions.slice(0, MAX_MENTIONS)));
  if (findings.length === 0 || prose.some(({ text }) => APPOINTMENT.test(text))) return [];
  return findings;
}

/** At most one finding a person: at the first mention that contradicts an earlier one. */
function contradictions(mentions: readonly PersonMention[]): Finding[] {
  for (const [i, later] of mentions.entries()) {
    for (const earlier of mentions.slice(0, i)) {
      const pair = contradiction(earlier.roles, later.roles);
      if (!pair) continue;
      const where = locate(later.passage, later.start, later.end);
      const message = checkWords.personOffice(later.name, pair[0].text, pair[1].text);
      return [warn("person-office", where, message)];
    }
  }
  return [];
}

function contradiction(earlier: readonly Role[], later: readonly Role[]): [Role, Role] | null {
  for (const b of later) {
    // Whoever holds two offices (Giám đốc of a center, Phó Giám đốc of its department) told so once.
    if (earlier.some((a) => agree(a, b))) continue;
    const a = earlier.find((candidate) => contradict(candidate, b));
    if (a && !later.some((other) => agree(a, other))) return [a, b];
  }
  return null;
}
