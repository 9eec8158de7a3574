/** Greek and signs of the font Symbol, by the code of its character. */
const symbols = new Map<number, string>();
const runs: readonly [number, string][] = [
  [0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"],
  [0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"],
  [0xa2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"],
  [0xc5, "⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"],
];
for (const [start, signs] of runs) {
  [...signs].forEach((sign, at) => symbols.set(start + at, sign));
}
symbols.set(0xb7, "•").set(0xe5, "∑").set(0xf2, "∫").set(0x22, "∀").set(0x24, "∃");

/** Signs of Wingdings and its sisters that people use in text. */
const wingdings: Record<string, Record<number, string>> = {
  wingdings: {
    0x21: "✏",
    0x22: "✂",
    0x28: "☎",
    0x2a: "✉",
    0x36: "⌛",
    0x41: "✌",
    0x45: "☜",
    0x46: "☞",
    0x4a: "☺",
    0x4c: "☹",
    0x6c: "●",
    0x6d: "❍",
    0x6e: "■",
    0x6f: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: "☒",
    0x9f: "•",
    0xa0: "▪",
    0xa1: "○",
    0xa7: "▪",
    0xa8: "☐",
    0xaa: "✦",
    0xab: "★",
    0xb2: "✵",
    0xd8: "➢",
    0xdf: "←",
    0xe0: "→",
    0xe1: "↑",
    0xe2: "↓",
    0xe7: "⇐",
    0xe8: "➔",
    0xf0: "⇨",
    0xfb: "✗",
    0xfc: "✓",
    0xfd: "☒",
    0xfe: "☑",
  },
  "wingdings 2": { 0x4f: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "☐" },
  "wingdings 3": { 0x7d: "▶", 0x84: "▼" },
};

/** The private-use characters where symbol fonts keep their signs. */
const privateSign = /[\uf020-\uf0ff]/g;

/** The sign that a font of signs shows for a code; null if it is not known here. */
export function findSign(font: string, code: number): string | null {
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name === "symbol") return symbols.get(at) ?? (at < 0x7f ? String.fromCharCode(at) : null);
  if (Object.hasOwn(wingdings, name)) return wingdings[name]?.[at] ?? null;
  return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code);
}

/** Text in a font of signs as Unicode; `lost` hears of signs that are not known here. */
export function replaceSigns(text: string, font: string, lost: (sign: string) => void): string {
  return text.replace(privateSign, (char) => {
    const sign = findSign(font || "symbol", char.charCodeAt(0));
    if (sign === null) lost(`${font} ${char.charCodeAt(0).toString(16)}`);
    return sign ?? "";
  });
}
