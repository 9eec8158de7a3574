export type TableNumber = {
  readonly value: number;
  readonly decimals: number;
  /** Whether dots separate thousands. */
  readonly isGrouped: boolean;
};

const groupedPattern = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,(\d+))?$/;
const plainPattern = /^-?\d+(?:[.,](\d+))?$/;

/** A number as Vietnamese tables write it ("1.234,5", "12,5", "1250"); null for anything else. */
export function readNumber(text: string): TableNumber | null {
  const grouped = groupedPattern.exec(text);
  if (grouped) {
    const value = Number(text.replaceAll(".", "").replace(",", "."));
    return { value, decimals: grouped[1]?.length ?? 0, isGrouped: true };
  }
  const plain = plainPattern.exec(text);
  if (!plain) return null;
  const value = Number(text.replace(",", "."));
  return { value, decimals: plain[1]?.length ?? 0, isGrouped: false };
}

/** The value formatted like `model`: with its dots between thousands and a decimal comma. */
export function formatAs(value: number, decimals: number, model: TableNumber): string {
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const isGrouped = model.isGrouped || (model.value < 1000 && Math.abs(value) >= 1000);
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ".") : whole;
  return fraction ? `${grouped},${fraction}` : grouped;
}
