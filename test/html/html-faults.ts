import { HtmlValidate, StaticConfigLoader } from "html-validate/browser";

/** Two rules follow the formatter's style; templates leave white space where they leave nothing; a headline is as long as it is. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:recommended"],
    rules: {
      "doctype-style": ["error", { style: "lowercase" }],
      "void-style": ["error", { style: "selfclosing" }],
      "no-trailing-whitespace": "off",
      "long-title": "off",
      "no-inline-style": "error",
    },
  }),
);

/** What html-validate finds wrong with a page: nothing, if all is well. */
export async function htmlFaults(page: string): Promise<string[]> {
  const report = await validator.validateString(page);
  return report.results.flatMap((result) =>
    result.messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
  );
}
