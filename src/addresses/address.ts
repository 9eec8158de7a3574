/** The address of one route: a call builds its path, `pattern` names it in the route table. */
type Address<Pattern extends string> = ((...values: ValuesFor<Pattern>) => string) & {
  readonly pattern: Pattern;
};

/** One value for each `:parameter` of a pattern. */
type ValuesFor<Pattern extends string> = Pattern extends `${string}/:${infer Rest}`
  ? Rest extends `${string}/${infer Next}`
    ? [value: string | number, ...ValuesFor<`/${Next}`>]
    : [value: string | number]
  : [];

/**
 * Defines the address of a route with parameters. A call takes one value for each parameter, in the pattern's order, and
 * encodes it. (The address of a route without parameters is a plain string: its path is its pattern.)
 * @example
 * const versionPath = address("/toa-soan/bai/:id/phien-ban/:n");
 * versionPath("k7", 3); // "/toa-soan/bai/k7/phien-ban/3"
 * app.get(versionPath.pattern, getVersionPage);
 */
// A browser's script leaves out the addresses that it does not use.
/* @__NO_SIDE_EFFECTS__ */
export function address<const Pattern extends string>(pattern: Pattern): Address<Pattern> {
  const parts = pattern.split(/:\w+/);
  // A page has hundreds of addresses, and most values need no encoding.
  const buildPath = (...values: (string | number)[]): string => {
    let path = parts[0] ?? "";
    for (const [n, value] of values.entries())
      path += encodeValue(String(value)) + (parts[n + 1] ?? "");
    return path;
  };
  return Object.assign(buildPath, { pattern });
}

function encodeValue(value: string): string {
  return /^[\w.-]*$/.test(value) ? value : encodeURIComponent(value);
}

/** The path with those query parameters that are not empty. */
export function withQuery(path: string, parameters: Record<string, string | number>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return query.size === 0 ? path : `${path}?${query}`;
}
