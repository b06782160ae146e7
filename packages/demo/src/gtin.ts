/** Check digit of the first 12 digits of a GTIN-13: GS1 General Specifications, section 7.9. */
export function gtinCheckDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * ((digits.length - at) % 2 === 1 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

/** GTIN-13 number `index` in the range 29, which GS1 leaves to retailers for their own use. */
export function ownGtin(index: number): string {
  const digits = `29${String(index).padStart(10, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}
