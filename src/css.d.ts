/** Stylesheets are imported as text and inlined into pages (see [[rules]] in wrangler.toml). */
declare module "*.css" {
  const text: string;
  export default text;
}
