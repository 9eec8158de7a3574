import { testRule } from "../rule-cases.ts";

testRule(
  "missing-title",
  "block",
  [
    ["no title", { title: "" }, [[null, null]]],
    ["a blank title", { title: "  " }, [[null, null]]],
  ],
  [["a title", {}]],
);
testRule("missing-lede", "block", [["no lede", { lede: "" }, [[null, null]]]], [["a lede", {}]]);
testRule(
  "missing-section",
  "block",
  [
    ["no section", { section: null }, [[null, null]]],
    ["an empty section", { section: "" }, [[null, null]]],
  ],
  [["a section", {}]],
);
testRule(
  "missing-byline",
  "block",
  [
    ["no author", { byline: { authors: [], unit: "TT" } }, [[null, null]]],
    ["a blank author", { byline: { authors: [" "], unit: "TT" } }, [[null, null]]],
  ],
  [["an author without a unit", { byline: { authors: ["Thế Bằng"], unit: null } }]],
);
