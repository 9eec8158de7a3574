import { hasRole } from "./person.ts";
import type { Person, Role } from "./person.ts";

/** What a notification is about: an article that changed its state, an error that a reader reports, or a problem of publishing. */
const notificationKinds = [
  "submitted",
  "reported",
  "returned",
  "published",
  "withdrawn",
  "alert",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/** The lowest role that a kind is for. The reporter kinds go only to the owner of the article. */
export const roleFor: Record<NotificationKind, Role> = {
  submitted: "editor",
  reported: "editor",
  returned: "reporter",
  published: "reporter",
  withdrawn: "reporter",
  alert: "admin",
};

/** The kinds that a person may receive. */
export function listKinds(person: Pick<Person, "role">): NotificationKind[] {
  return notificationKinds.filter((kind) => hasRole(person, roleFor[kind]));
}
