import { fold } from "../vietnamese/fold.ts";

/**
 * As NIST SP 800-63B and OWASP advise: a minimum length, no common password, no username, no rules about kinds of
 * characters.
 */
export const passwordLengths = { min: 10, max: 200 } as const;

export type PasswordFault = "too-short" | "too-long" | "is-username" | "is-site-name" | "common";

/** The address of the file of common passwords among the static assets, one plain password a line. */
export const commonPasswordsPath = "/common-passwords.txt";

/** What a new password is compared with. */
export type PasswordContext = {
  username: string;
  /** Names of the site and its publisher. */
  siteWords: readonly string[];
  /** Common passwords in the form of `plainPassword`. */
  common: ReadonlySet<string>;
};

/** The fault of a new password, or null. The length counts characters as typed. */
export function findPasswordFault(
  password: string,
  { username, siteWords, common }: PasswordContext,
): PasswordFault | null {
  const { length } = [...password.normalize("NFC")];
  if (length < passwordLengths.min) return "too-short";
  if (length > passwordLengths.max) return "too-long";
  const plain = plainPassword(password);
  if (hasOnlyWords(plain, [username])) return "is-username";
  if (hasOnlyWords(plain, siteWords)) return "is-site-name";
  if (isCommon(plain, vietnamese) || isCommon(plain, common)) return "common";
  return isMonotonous(plain) || isMonotonous(password) ? "common" : null;
}

/** A password in small letters and digits without diacritics. */
export function plainPassword(password: string): string {
  return fold(password).replace(/[^a-z0-9]/g, "");
}

/** Whether next to nothing is left without these words. Words of fewer than 4 letters may be in any password. */
function hasOnlyWords(plain: string, words: readonly string[]): boolean {
  const names = words.map(plainPassword).filter((name) => name.length >= 4);
  const rest = names.reduce((left, name) => left.replaceAll(name, ""), plain);
  return rest !== plain && rest.length < 4;
}

/** Common passwords in Vietnam, without diacritics. Digits around them do not help. */
const vietnamese = new Set(
  `password passw0rd matkhau matkhaumoi matkhaucuatoi qwertyuiop qwerty qwertyui asdfghjkl asdfghjk zxcvbnm iloveyou
  letmein welcome welcometo administrator admin adminadmin quantri quantrivien bientap bientapvien phongvien toasoan bantin
  abcdef abcdefgh abcdefghij abc abcabcabc vietnam vietnamvodich anhyeuem emyeuanh toiyeuvietnam hanoi hanoivietnam
  saigon khoahoc khoahoccongnghe khoahocvacongnghe sokhoahoc sokhcn sokhoahoccongnghe khcn changeme changemenow secret
  monkey dragon football baseball sunshine princess superman batman google facebook zalo iphone samsung computer internet
  master trustno default guest test testtest tester demo user username root`.split(/\s+/),
);

function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  const letters = plain.replace(/^\d+|\d+$/g, "");
  return common.has(plain) || common.has(letters);
}

/** One character repeated, one piece repeated, or a row of the keyboard. */
function isMonotonous(plain: string): boolean {
  if (plain === "") return false;
  if (/^(.{1,4})\1+.{0,3}$/.test(plain)) return true;
  const rows = ["01234567890123456789", "98765432109876543210", "qwertyuiopasdfghjklzxcvbnm"];
  return rows.some((row) => row.includes(plain)) || plain.startsWith("1q2w3e4r");
}
