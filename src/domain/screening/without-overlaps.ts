import type { Finding } from './finding.ts';

/** In the order of the text; where findings overlap, a block goes before a warning and the longer before the shorter. */
export function withoutOverlaps(findings: Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || finding.start >= last.end) kept.push(finding);
    else if (beats(finding, last)) kept[kept.length - 1] = finding;
  }
  return kept;
}

const beats = (one: Finding, other: Finding): boolean =>
  one.strength === other.strength ? one.end - one.start > other.end - other.start : one.strength === 'block';
