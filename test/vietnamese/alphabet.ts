/** Every lower-case Vietnamese letter beyond ASCII: each vowel with each tone, and đ. */
export const tonedLetters: readonly string[] = [
  ...["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"].flatMap((vowel) =>
    ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"].map((tone) =>
      (vowel + tone).normalize("NFC"),
    ),
  ),
  "đ",
].filter((letter) => !/^[a-z]$/.test(letter));
