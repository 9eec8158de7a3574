/** The browser and system of a User-Agent, by their common names; null when unknown. */
export type Device = { browser: string | null; system: string | null };

/** The order matters: most browsers also name the browser that they derive from. */
const browsers: readonly [pattern: RegExp, name: string][] = [
  [/Zalo/i, "Zalo"],
  [/FBAN|FBAV/, "Facebook"],
  [/coc_coc_browser|CocCoc/i, "Cốc Cốc"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/\bOPR\/|\bOPT\//, "Opera"],
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Version\/.*Safari\//, "Safari"],
];

const systems: readonly [pattern: RegExp, name: string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Macintosh/, "Mac"],
  [/Linux/, "Linux"],
];

/** Reads a User-Agent in enough detail for people to tell their own devices apart. */
export function readDevice(userAgent: string): Device {
  return { browser: findName(browsers, userAgent), system: findName(systems, userAgent) };
}

function findName(names: readonly [RegExp, string][], text: string): string | null {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
