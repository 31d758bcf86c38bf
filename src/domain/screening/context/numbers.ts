/** A digit that is no part of a longer number, an amount, a ratio, a label or a range. */
const notAfter = String.raw`(?<![\d.,£$€:/#–-])`;
const notBefore = String.raw`(?![\d%:/]|[.,–-]\d)`;

/** 1 to 5. */
export const oneToFive = String.raw`(?:${notAfter}[1-5]${notBefore}|\b(?:one|two|three|four|five))`;

/** Years of an age, or months: 0 to 99 in digits, to twenty in words. */
export const years = String.raw`(?:${notAfter}\d{1,2}${notBefore}|\b(?:
  one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|
  eighteen|nineteen|twenty))`;
