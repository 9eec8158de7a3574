/** Writes a value as SQL, for statements that take no parameters. */
export function writeLiteral(value: string | number | null): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  // In a string of SQLite a quote is doubled, and NUL ends it.
  return `'${value.replaceAll("\0", "").replaceAll("'", "''")}'`;
}
