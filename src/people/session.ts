import type { Person } from "./person.ts";

/** How somebody proved who they are. */
export type SignInMethod = "password" | "passkey" | "link" | "access";

/** Somebody signed in on one device. Times in ms since the epoch. */
export type Session = {
  /** Names it in lists; it is no secret. */
  id: string;
  person: Person;
  method: SignInMethod;
  /** What the browser says it is. */
  device: string;
  createdAt: number;
  /** When it last asked for something, to a few minutes. */
  seenAt: number;
  /** When it ends, however busy it is. */
  endsAt: number;
};

const hour = 60 * 60 * 1000;

/** Office computers are shared: who has been away for half a day signs in again, and everybody once a fortnight. */
export const sessionLimits = { idle: 12 * hour, absolute: 14 * 24 * hour } as const;

/** Whether a session still counts at a moment. */
export function isLive(
  { seenAt, endsAt }: Pick<Session, "seenAt" | "endsAt">,
  now: number,
): boolean {
  return now < endsAt && now - seenAt < sessionLimits.idle;
}
