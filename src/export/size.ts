import type { Limit } from '../domain/pack.ts';

/**
 * "1,234 of 4,000 characters, 210 words", and by how much it is over. Characters are UTF-16 units, spaces
 * and line breaks included; words are what stands between white space.
 */
export function sizeOf(text: string, limit: Limit = {}): { size: string; over: string } {
  const counts: [number, number | undefined, string][] = [
    [text.length, limit.characters, 'character'],
    [text.split(/\s+/).filter((word) => word !== '').length, limit.words, 'word'],
  ];
  const over = counts.flatMap(([count, most, unit]) =>
    most !== undefined && count > most ? [said(count - most, unit)] : [],
  );
  return {
    size: counts
      .map(([count, most, unit]) =>
        most === undefined ? said(count, unit) : `${numeral(count)} of ${said(most, unit)}`,
      )
      .join(', '),
    over: over.length === 0 ? '' : `over by ${over.join(' and ')}`,
  };
}

const numeral = (count: number): string => count.toLocaleString('en-GB');

const said = (count: number, unit: string): string => `${numeral(count)} ${unit}${count === 1 ? '' : 's'}`;
