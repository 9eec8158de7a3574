import { hasRole } from "./person.ts";
import type { Person, Role } from "./person.ts";

/** How a person signed in. */
export type SignInMethod = "password" | "passkey" | "link" | "access";

/** A session on one device. Times in ms since the epoch. */
export type Session = {
  /** Identifies the session in lists; not a secret. */
  id: string;
  person: Person;
  method: SignInMethod;
  /** The browser's User-Agent. */
  device: string;
  createdAt: number;
  /** Time of its last request, to a few minutes. */
  seenAt: number;
  /** When it ends, even if it is in use. */
  endsAt: number;
};

const hour = 60 * 60 * 1000;

/** Computers of an office are shared: sign in again after half a day without a request, and every two weeks. */
export const sessionLimits = { idle: 12 * hour, absolute: 14 * 24 * hour } as const;

/** Whether a session is still valid. */
export function isLive(
  { seenAt, endsAt }: Pick<Session, "seenAt" | "endsAt">,
  now: number,
): boolean {
  return now < endsAt && now - seenAt < sessionLimits.idle;
}

/** Whether a session began without a passkey although its person must use one: `passkeyRole` and higher roles must. */
export function lacksRequiredPasskey(
  { method, role }: { method: SignInMethod; role: Role },
  passkeyRole: Role | null,
): boolean {
  return passkeyRole !== null && method !== "passkey" && hasRole({ role }, passkeyRole);
}
