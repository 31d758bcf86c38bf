/** The sum of a number's first nine digits, weighted 10 to 2, modulo 11. */
export const weightedMod11 = (digits: string): number =>
  [...digits.slice(0, 9)].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11;
