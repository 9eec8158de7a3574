const collator = new Intl.Collator("vi", { numeric: true });

/** Vietnamese alphabetical order (a, ă, â … d, đ …), numbers by value: for `Array.sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
