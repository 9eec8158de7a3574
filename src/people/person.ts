/** phóng viên, biên tập viên, quản trị. Each role includes the rights of the one before. */
export const roles = ["reporter", "editor", "admin"] as const;

export type Role = (typeof roles)[number];

/** A person of the newsroom. */
export type Person = { id: string; username: string; name: string; role: Role };

/** Whether a person has this role or a higher one. */
export function hasRole(person: Pick<Person, "role">, role: Role): boolean {
  return roles.indexOf(person.role) >= roles.indexOf(role);
}

/** What let a person in: a session of the newsroom, or an API token. */
type Access = { by: "session" | "token"; id: string };

/** A person who acts. Every transaction of an act requires that the access has not ended. */
export type Actor = Person & { access: Access };
