/** The font of a style, by the style's id; of text without a style, the font of the document. */
export type StyleFonts = { ofStyle: (id: string | null) => string; ofDocument: string };

type Style = { font: string; basedOn: string };

/** Styles on styles on styles: Word itself stops at eleven. */
const deepest = 12;

/**
 * The fonts in word/styles.xml. mammoth tells a run's own font only, and documents set in .VnTime as a whole name it in
 * their Normal style. By patterns, because the file is written by machines. Web APIs only.
 */
export function styleFontsOf(xml: string): StyleFonts {
  const styles = new Map<string, Style>();
  let normal = "";
  for (const [, head = "", body = ""] of xml.matchAll(/<w:style\s([^>]*)>(.*?)<\/w:style>/gs)) {
    const id = valueOf(head, "w:styleId");
    const basedOn = /<w:basedOn\s[^>]*w:val="([^"]*)"/.exec(body)?.[1] ?? "";
    styles.set(id, { font: fontIn(body), basedOn });
    if (valueOf(head, "w:type") === "paragraph" && /w:default="(?:1|true)"/.test(head)) normal = id;
  }
  const defaults = /<w:rPrDefault>(.*?)<\/w:rPrDefault>/s.exec(xml)?.[1] ?? "";
  const ofDocument = fontOf(normal) || fontIn(defaults);
  return { ofStyle: (id) => (id === null ? "" : fontOf(id)) || ofDocument, ofDocument };

  function fontOf(id: string): string {
    let style = styles.get(id);
    for (let depth = 0; style !== undefined && depth < deepest; depth++) {
      if (style.font !== "") return style.font;
      style = styles.get(style.basedOn);
    }
    return "";
  }
}

function fontIn(xml: string): string {
  return valueOf(/<w:rFonts\s([^>]*)>/.exec(xml)?.[1] ?? "", "w:ascii");
}

function valueOf(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}
