/** Stylesheets of readers' pages are imported as text and inlined (see [[rules]] in wrangler.toml). */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The manifest that scripts/build-client.ts writes is imported as text. */
declare module "*.txt" {
  const text: string;
  export default text;
}
