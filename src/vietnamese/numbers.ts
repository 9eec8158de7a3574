/** "1.234.567": a whole number as Vietnamese write it. */
export function formatInteger(whole: number): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/** "4,5": with a decimal comma, and as many digits behind it as asked for, or as there are. */
export function formatDecimal(number: number, digits?: number): string {
  const text = digits === undefined ? String(number) : number.toFixed(digits);
  return text.replace(".", ",");
}
