import type { OxlintOverride } from "oxlint";

/**
 * Who may import whom in src/. A layer is a folder, or a file that stands in src/ itself. Imports point down only: a
 * layer may import the layers in `uses`, and from those in `types` nothing but types. The linter reads this table.
 */
export type Layer = { name: string; uses: string[]; types?: string[] };

/** These import nothing of src/ but one another. */
const ground = [
  "vietnamese",
  "errors.ts",
  "log.ts",
  "colour.ts",
  "digest.ts",
  "ai-label.ts",
  "memory-budget.ts",
];

const core = [
  "addresses",
  "article",
  "published",
  "photo",
  "file",
  "markdown",
  "search",
  "check",
  "people",
];

const shared = [...ground, ...core, "publishing", "html", "edge-cache", "request"];

export const layers: Layer[] = [
  { name: "worker.ts", uses: ["app.ts", "clock.ts", "durable", "edge-cache", "health", "request"] },
  {
    name: "app.ts",
    uses: [
      "api",
      "feed",
      "newsroom",
      "newsroom-routes.ts",
      "newsroom-admin-routes.ts",
      "reading",
      "request-log.ts",
      "security-headers.ts",
      "own-host.ts",
      "reading-limit.ts",
      "large-request.ts",
      "context.ts",
      "edge-cache",
      "addresses",
      "request",
      ...ground,
    ],
  },
  {
    name: "newsroom-routes.ts",
    uses: ["newsroom", "reading", "approval", "addresses", "request"],
    types: ["context.ts"],
  },
  {
    name: "newsroom-admin-routes.ts",
    uses: ["newsroom", "addresses", "request"],
    types: ["context.ts"],
  },
  { name: "clock.ts", uses: ["api", ...shared, "health", "settings-store.ts", "site.ts"] },
  { name: "durable", uses: [...ground, "published", "people", "app.ts", "health"] },
  {
    name: "large-request.ts",
    uses: ["addresses", "publishing", ...ground],
    types: ["context.ts"],
  },
  { name: "own-host.ts", uses: ["addresses", ...ground], types: ["context.ts"] },
  {
    name: "reading-limit.ts",
    uses: ["reading-limit-store.ts", "request", ...ground],
    types: ["context.ts"],
  },
  { name: "reading-limit-store.ts", uses: [] },
  { name: "request-log.ts", uses: ["edge-cache", ...ground], types: ["context.ts"] },
  { name: "security-headers.ts", uses: ["html", "reading"], types: ["context.ts", "site.ts"] },
  // The page on which an editor reads what readers will see and decides joins the two.
  { name: "approval", uses: [...shared, "newsroom", "reading", "context.ts", "site.ts"] },
  {
    name: "newsroom",
    uses: [
      ...shared,
      "health",
      "context.ts",
      "menu.ts",
      "settings-store.ts",
      "site.ts",
      "campaign.ts",
    ],
    types: ["durable"],
  },
  { name: "reading", uses: [...shared, "site.ts"], types: ["context.ts"] },
  { name: "api", uses: [...shared, "health"], types: ["context.ts", "site.ts"] },
  { name: "health", uses: ["vietnamese", "log.ts"] },
  { name: "feed", uses: shared, types: ["context.ts", "site.ts"] },
  // An erasure of a photo ends the banner that shows it, which is a setting. A purge makes context.ts forget the settings.
  {
    name: "publishing",
    uses: [
      ...ground,
      ...core,
      "edge-cache",
      "html",
      "request",
      "campaign.ts",
      "settings-store.ts",
      "context.ts",
    ],
  },
  { name: "menu.ts", uses: [] },
  { name: "campaign.ts", uses: [], types: ["photo", "site.ts"] },
  {
    name: "context.ts",
    uses: ["settings-store.ts", "site.ts", "campaign.ts", "log.ts"],
    types: ["people", "request"],
  },
  { name: "settings-store.ts", uses: [], types: ["site.ts"] },
  { name: "site.ts", uses: ["colour.ts", "menu.ts", "campaign.ts"] },
  { name: "search", uses: [...ground, "markdown", "published"], types: ["article"] },
  {
    name: "published",
    uses: [...ground, "edge-cache", "addresses"],
    types: ["article", "photo"],
  },
  { name: "check", uses: [...ground, "addresses", "markdown"], types: ["article", "file"] },
  // A transaction of an article requires the right of its actor, which people keeps.
  { name: "article", uses: [...ground, "addresses", "markdown", "people"], types: ["photo"] },
  {
    name: "html",
    uses: [...ground, "addresses", "client", "markdown", "photo", "campaign.ts"],
    types: ["article", "published", "menu.ts", "site.ts"],
  },
  { name: "people", uses: ground },
  // The row of a photo requires the right of its sender, which people keeps.
  { name: "photo", uses: [...ground, "people"] },
  { name: "file", uses: [...ground, "people", "edge-cache", "markdown"] },
  { name: "request", uses: ground },
  { name: "markdown", uses: ground },
  { name: "edge-cache", uses: ["log.ts"] },
  { name: "addresses", uses: ["vietnamese"] },
  { name: "client", uses: ["addresses", "article", "check", "intake", "markdown", "vietnamese"] },
  { name: "intake", uses: ["addresses", "vietnamese", "markdown"], types: ["article"] },
  { name: "vietnamese", uses: [] },
  { name: "errors.ts", uses: ["log.ts"] },
  { name: "log.ts", uses: [] },
  { name: "colour.ts", uses: [] },
  { name: "digest.ts", uses: [] },
  { name: "ai-label.ts", uses: [] },
  { name: "memory-budget.ts", uses: ["vietnamese", "errors.ts"] },
];

/** Folders that src/ may not import. */
const outside = ["scripts", "test", "demo", "bench", "import"];

/** The linter's rules for the files of one layer. */
export function makeLayerRules({ name, uses, types = [] }: Layer): OxlintOverride {
  const others = layers.map((layer) => layer.name).filter((other) => other !== name);
  const refused = others.filter((other) => !uses.includes(other) && !types.includes(other));
  const isFile = name.endsWith(".ts");
  const message = `src/${name} may not import this: see scripts/layers.ts`;
  const patterns = [
    { regex: matchImport(refused, isFile), message },
    { regex: matchImport(outside, false), message },
    ...types.map((type) => ({
      regex: matchImport([type], isFile),
      allowTypeImports: true,
      message,
    })),
  ];
  return {
    files: [isFile ? `src/${name}` : `src/${name}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

/** Matches an import of one of these layers from within a layer's folder, or from a file in src/. */
function matchImport(names: string[], isFile: boolean): string {
  const start = isFile ? "^\\./" : "^(?:\\.\\./)+";
  const targets = names.map((name) =>
    name.endsWith(".ts") ? `${name.replace(".", "\\.")}$` : `${name}/`,
  );
  return `${start}(?:${targets.join("|")})`;
}
