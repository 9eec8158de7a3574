import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

testNumbers("migrations");
testNumbers("docs/decisions");

function testNumbers(folder: string): void {
  test(`the files of ${folder} are numbered from 1, each number once`, () => {
    const numbers = readdirSync(folder)
      .sort()
      .map((file) => Number.parseInt(file, 10));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(20);
  });
}
