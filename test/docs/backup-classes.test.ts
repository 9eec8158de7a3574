import { expect, test } from "vitest";
import { readSchema } from "../../scripts/backup/schema.ts";
import { listColumns, tableClasses } from "../../scripts/backup/table-classes.ts";

test("the backup has a class for every table and column of the schema, and for no other", async () => {
  const { columns } = await readSchema("migrations", null);
  const classified = Object.entries(tableClasses).map(
    ([name, { saved, secret, derived, passing }]) => [
      name,
      [saved, secret, derived, passing].flatMap(listColumns).sort(),
    ],
  );
  const known = [...columns].map(([name, names]) => [name, [...names].sort()]);
  expect(Object.fromEntries(classified)).toEqual(Object.fromEntries(known));
});

test("a restored row has a value for each secret column of its table", () => {
  const withRows = Object.values(tableClasses).filter(({ saved }) => saved !== undefined);
  for (const { secret, restored = {} } of withRows) {
    expect(Object.keys(restored)).toEqual(listColumns(secret));
  }
});
