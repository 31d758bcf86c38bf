/** A digit that begins no part of a longer number, an amount, a ratio, a label or a range: looked at only where there is one. */
const digitAlone = (digits: string): string => String.raw`${digits}(?<![\d.,£$€:/#–-]${digits})`;
const notBefore = String.raw`(?![\d%:/]|[.,–-]\d)`;

/** A digit from 1 to 5 that begins a number, which may go on. */
export const fewDigits = digitAlone('[1-5]');

/** 1 to 5. */
export const oneToFive = String.raw`(?:${fewDigits}${notBefore}|\b(?:one|two|three|four|five))`;

/** Years of an age, or months: 0 to 99 in digits, to twenty in words. */
export const years = String.raw`(?:${digitAlone(String.raw`\d`)}\d?${notBefore}|\b(?:
  one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|
  eighteen|nineteen|twenty))`;
