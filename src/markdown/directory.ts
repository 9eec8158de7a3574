import { foldToKey } from "../vietnamese/fold.ts";

/** What a column of a staff directory has. */
export type DirectoryColumn = "photo" | "name" | "phone" | "other";

const names: [column: DirectoryColumn, keys: string[]][] = [
  ["photo", ["anh", "hinh", "chandung"]],
  ["name", ["hoten", "hovaten", "ten"]],
  ["phone", ["dienthoai", "sodienthoai", "dt", "didong"]],
];

const emailKeys = ["email", "thudientu", "hopthu"];

/**
 * The columns of a staff directory: a table whose header names "Họ tên", and "Điện thoại" or "E-mail". Null for any other table.
 * `header` has the words of the header's cells.
 */
export function readDirectoryColumns(header: readonly string[]): DirectoryColumn[] | null {
  const keys = header.map(foldToKey);
  const columns = keys.map((key) => names.find(([, known]) => known.includes(key))?.[0] ?? "other");
  const hasContact = columns.includes("phone") || keys.some((key) => emailKeys.includes(key));
  return hasContact && columns.includes("name") ? columns : null;
}
