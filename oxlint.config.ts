import { defineConfig } from "oxlint";
import type { OxlintOverride } from "oxlint";
import { layers, makeLayerRules } from "./scripts/layers.ts";

const maxFunctionLines: OxlintOverride = {
  files: ["src/**/*.ts"],
  // The route table is one long function on purpose.
  excludeFiles: ["src/newsroom-routes.ts", "src/newsroom-admin-routes.ts"],
  rules: { "max-lines-per-function": ["error", { max: 60 }] },
};

/** A global type of the platform can only be extended as an interface. */
const globalTypes: OxlintOverride = {
  files: ["test/photo/fixture.ts", "test/browser/support/*.ts"],
  rules: { "typescript/consistent-type-definitions": "off" },
};

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "vitest"],
  categories: { correctness: "error" },
  options: { typeAware: true },
  rules: {
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": "error",
    "import/no-cycle": "error",
    "import/no-self-import": "error",
    "max-lines": ["error", { max: 300 }],
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/await-thenable": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/consistent-type-definitions": ["error", "type"],
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    "typescript/no-non-null-assertion": "error",
    "typescript/no-unnecessary-type-assertion": "error",
    "typescript/restrict-template-expressions": [
      "error",
      { allow: ["URL", "URLSearchParams", "Error"], allowNumber: true },
    ],
    "typescript/switch-exhaustiveness-check": "error",
    "vitest/consistent-test-it": ["error", { fn: "test", withinDescribe: "test" }],
    "vitest/no-focused-tests": "error",
    "vitest/no-disabled-tests": "error",
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    "typescript/no-misused-spread": "off",
    "no-control-regex": "off",
    "vitest/expect-expect": "off",
    "vitest/valid-title": "off",
  },
  overrides: [maxFunctionLines, globalTypes, ...layers.map(makeLayerRules)],
});
