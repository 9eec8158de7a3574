import type { Reporter, TestModule } from "vitest/node";

/** Prints the counts of a test run as its last line: `12 passed, 0 failed`, and `, 1 skipped` if a test was skipped. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // An import or a hook that fails belongs to no test.
      count.failed += module.errors().length;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const skipped = count.skipped + count.pending;
    const line = `${count.passed} passed, ${count.failed} failed`;
    console.log(skipped === 0 ? line : `${line}, ${skipped} skipped`);
  }
}
