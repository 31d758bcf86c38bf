/** Groups of digits with nothing but spaces, full stops, hyphens, slashes and brackets between them, at most three of these. */
export type DigitGroup = { digits: string; start: number; end: number };

/** The runs of digit groups in a text: "943 476 5919" is one of three groups. */
export function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const group = { digits, start: index, end: index + digits.length };
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && joins(text, last.end, index)) runs.at(-1)?.push(group);
    else runs.push([group]);
  }
  return runs;
}

const joins = (text: string, from: number, to: number): boolean =>
  to - from <= 3 && /^[ ./()-]*$/.test(text.slice(from, to));
