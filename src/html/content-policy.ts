import type { Stylesheet } from "./stylesheet.ts";

/**
 * The content security policy of a page: nothing but our own photos, videos and script files, its styles, and forms to ourselves.
 * `more` replaces or adds directives. (Our script on readers' pages asks for nothing; a browser's
 * own tools that read robots.txt for a page are held to its connect-src.)
 */
export function contentPolicy(
  styles: readonly Pick<Stylesheet, "source">[],
  more: Record<string, string> = {},
): string {
  const directives = {
    "default-src": "'none'",
    "style-src": [...new Set(styles.map(({ source }) => source))].join(" "),
    "script-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    ...more,
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

/** The directive that lets a page frame these origins; none for a page without frames. */
export function frameSources(origins: readonly string[]): Record<string, string> {
  return origins.length === 0 ? {} : { "frame-src": origins.join(" ") };
}
