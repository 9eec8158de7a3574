import { fromTcvn3, fromVni } from "../../src/vietnamese/legacy-encodings.ts";

/** Unicode letters as the characters that TCVN3 and VNI fonts draw them with: the tables of the product, read backwards. */
const tcvn3 = new Map(
  Array.from({ length: 0xfe - 0xa1 + 1 }, (_, index) => String.fromCharCode(0xa1 + index)).map(
    (character) => [fromTcvn3(character, { capitals: false }), character] as const,
  ),
);
const vni = new Map(
  vniSpellings().flatMap((spelling) => {
    const letter = fromVni(spelling);
    return letter.length === 1 && letter !== spelling ? [[letter, spelling] as const] : [];
  }),
);

export function toTcvn3(text: string): string {
  return [...text.normalize("NFC")].map((letter) => tcvn3.get(letter) ?? letter).join("");
}

export function toVni(text: string): string {
  return [...text.normalize("NFC")].map((letter) => vni.get(letter) ?? letter).join("");
}

/** One byte a character. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    if (character > "\u00ff") throw new Error(`no byte for ${character}`);
    return character.charCodeAt(0);
  });
}

/** Vietnamese for Windows: base letters with their hat or horn are one byte, tones are bytes of their own. */
export function windows1258Bytes(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return Uint8Array.from(
    [...text.normalize("NFC")].flatMap((letter) => {
      const marked = letter.normalize("NFD");
      const base = marked.replace(tone, "").normalize("NFC");
      return [...base, ...(marked.match(tone) ?? [])].map((one) => {
        const byte = bytes.get(one);
        if (byte === undefined) throw new Error(`windows-1258 has no ${one}`);
        return byte;
      });
    }),
  );
}

function vniSpellings(): string[] {
  const marks = ["", ..."ùøûõïâáàåãäêéèúüë"];
  const letters = [..."aeiouyAEIOUYôöÔÖñÑæóòîíìÆÓÒÎÍÌ"];
  return letters.flatMap((letter) =>
    marks.map((mark) => letter + (letter === letter.toLowerCase() ? mark : mark.toUpperCase())),
  );
}
