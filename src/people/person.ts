/** phóng viên, biên tập viên, quản trị. Each may do all that the one before may. */
export const roles = ["reporter", "editor", "admin"] as const;

export type Role = (typeof roles)[number];

/** Somebody of the newsroom, as the one who asks. */
export type Person = { id: string; username: string; name: string; role: Role };

/** Whether a person's role is this one or above it. */
export function hasRole(person: Person, role: Role): boolean {
  return roles.indexOf(person.role) >= roles.indexOf(role);
}
